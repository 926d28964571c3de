package org.ledgejs.tck.truffle.expressions;

import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.tck.Snippet;

import org.ledgejs.tck.truffle.Snippets;

/** Every operator, and the other forms of expressions. */
public final class Expressions {
    private Expressions() { }

    public static List<Snippet> of(Context context) {
        Snippets snippets = new Snippets(context);
        UnaryOperators.addTo(snippets);
        BinaryOperators.addTo(snippets);
        LogicalOperators.addTo(snippets);
        Assignments.addTo(snippets);
        Properties.addTo(snippets);
        Calls.addTo(snippets);
        Literals.addTo(snippets);
        return snippets.list();
    }
}
