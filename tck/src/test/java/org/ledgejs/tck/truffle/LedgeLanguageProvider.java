package org.ledgejs.tck.truffle;

import java.util.Collection;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.InlineSnippet;
import org.graalvm.polyglot.tck.LanguageProvider;
import org.graalvm.polyglot.tck.Snippet;

import org.ledgejs.tck.truffle.expressions.Expressions;
import org.ledgejs.tck.truffle.scripts.InlineScripts;
import org.ledgejs.tck.truffle.scripts.InvalidSyntax;
import org.ledgejs.tck.truffle.scripts.Programs;
import org.ledgejs.tck.truffle.statements.Statements;
import org.ledgejs.tck.truffle.values.ValueConstructors;

/** What the Truffle TCK asks of a language: its values, operators, statements and programs, each with what has to come of it. */
public final class LedgeLanguageProvider implements LanguageProvider {

    @Override
    public String getId() {
        return "ledge";
    }

    @Override
    public Value createIdentityFunction(Context context) {
        return Snippets.evaluate(context, "identity", "x => x");
    }

    @Override
    public Collection<Snippet> createValueConstructors(Context context) {
        return ValueConstructors.of(context);
    }

    @Override
    public Collection<Snippet> createExpressions(Context context) {
        return Expressions.of(context);
    }

    @Override
    public Collection<Snippet> createStatements(Context context) {
        return Statements.of(context);
    }

    @Override
    public Collection<Snippet> createScripts(Context context) {
        return Programs.of(context);
    }

    @Override
    public Collection<Source> createInvalidSyntaxScripts(Context context) {
        return InvalidSyntax.sources();
    }

    @Override
    public Collection<InlineSnippet> createInlineScripts(Context context) {
        return InlineScripts.of(context);
    }
}
