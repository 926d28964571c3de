/** From code to nodes, one function at a time. {@link org.ledgejs.language.nodes.build.NodeBuilder} is the door; the other builders each know a family of ops. */
package org.ledgejs.language.nodes.build;
