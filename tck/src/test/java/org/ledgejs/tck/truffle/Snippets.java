package org.ledgejs.tck.truffle;

import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;
import org.graalvm.polyglot.tck.Snippet;
import org.graalvm.polyglot.tck.TypeDescriptor;

/** Collects the snippets of one kind: each is a function of the program with the types of its parameters and of its result. */
public final class Snippets {
    private final Context context;
    private final List<Snippet> snippets = new ArrayList<>();

    public Snippets(Context context) {
        this.context = context;
    }

    /**
     * Adds one.
     *
     * @param id unique among the snippets of its kind, except for overloads
     * @param function the text of an expression that is a function
     * @param parameters a parameter of any other type has to make the function throw
     */
    public void add(String id, String function, TypeDescriptor result, ResultVerifier verifier, TypeDescriptor... parameters) {
        snippets.add(Snippet.newBuilder(id, evaluate(context, id, function), result).parameterTypes(parameters).resultVerifier(verifier).build());
    }

    /** Adds one whose result has to be of its type. */
    public void add(String id, String function, TypeDescriptor result, TypeDescriptor... parameters) {
        add(id, function, result, ResultVerifier.getDefaultResultVerifier(), parameters);
    }

    public List<Snippet> list() {
        return List.copyOf(snippets);
    }

    /** The value of an expression. @param name what the source is called */
    public static Value evaluate(Context context, String name, String expression) {
        return context.eval(Source.newBuilder("ledge", "(" + expression + "\n)", name).buildLiteral());
    }
}
