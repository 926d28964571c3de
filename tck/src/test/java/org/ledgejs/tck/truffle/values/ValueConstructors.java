package org.ledgejs.tck.truffle.values;

import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.Snippet;
import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.Snippets;

/** A value of every type the language has, with exactly its type: no trait is missing, and none is too many. */
public final class ValueConstructors {
    /** The global variable with the namespace of the module. */
    private static final String KEPT = "moduleNamespace";

    private final Context context;
    private final Snippets snippets;

    private ValueConstructors(Context context) {
        this.context = context;
        this.snippets = new Snippets(context);
    }

    public static List<Snippet> of(Context context) {
        ValueConstructors values = new ValueConstructors(context);
        PrimitiveValues.addTo(values);
        ArrayValues.addTo(values);
        ObjectValues.addTo(values);
        FunctionValues.addTo(values);
        CollectionValues.addTo(values);
        BinaryValues.addTo(values);
        return values.snippets.list();
    }

    void add(String id, String expression, TypeDescriptor type) {
        snippets.add(id, "() => (" + expression + ")", type);
    }

    /** The namespace of a module of that text. */
    void addModule(String id, String text, TypeDescriptor type) {
        Value namespace = context.eval(Source.newBuilder("ledge", text, id).mimeType("application/x-ledge+module").buildLiteral());
        snippets.add(id, "() => " + KEPT, type);
        context.getBindings("ledge").putMember(KEPT, namespace);
    }
}
