/** The runner of the conformance suite test262: speaks polyglot only, so what it measures is what an embedder gets. */
package org.ledgejs.tck.test262;
