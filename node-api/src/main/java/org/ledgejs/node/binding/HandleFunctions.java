package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Undefined;

/** What every binding that makes handles offers for them: {@code close}, {@code ref}, {@code unref}, {@code hasRef}. */
public final class HandleFunctions {
    private HandleFunctions() { }

    /** All four. */
    public static PropertyTable addTo(PropertyTable table) {
        return addReferencesTo(table.method("close", 2, (realm, thisValue, args) -> close(args)));
    }

    /** {@code close(handle, cb?)} */
    public static Object close(Args args) {
        HandleObject.of(args.get(0), HandleObject.class).close(args.get(1));
        return Undefined.INSTANCE;
    }

    /** All but close. */
    public static PropertyTable addReferencesTo(PropertyTable table) {
        return table
                .method("ref", 1, (realm, thisValue, args) -> {
                    HandleObject.of(args.get(0), HandleObject.class).ref();
                    return Undefined.INSTANCE;
                })
                .method("unref", 1, (realm, thisValue, args) -> {
                    HandleObject.of(args.get(0), HandleObject.class).unref();
                    return Undefined.INSTANCE;
                })
                .method("hasRef", 1, (realm, thisValue, args) -> HandleObject.of(args.get(0), HandleObject.class).hasRef());
    }
}
