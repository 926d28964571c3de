package org.ledgejs.tck.truffle.statements;

import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.tck.Snippet;

import org.ledgejs.tck.truffle.Snippets;

/** Every kind of statement and declaration. */
public final class Statements {
    private Statements() { }

    public static List<Snippet> of(Context context) {
        Snippets snippets = new Snippets(context);
        Branches.addTo(snippets);
        Loops.addTo(snippets);
        Exceptions.addTo(snippets);
        Declarations.addTo(snippets);
        return snippets.list();
    }
}
