/** What a Java program around a context needs of its event loop; speaks polyglot, so it is the embedder's side. */
package org.ledgejs.node.embed;
