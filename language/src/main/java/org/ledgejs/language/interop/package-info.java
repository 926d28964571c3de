/** What the polyglot world sees beside the objects themselves: the bindings of a context, and the language's view of other values. */
package org.ledgejs.language.interop;
