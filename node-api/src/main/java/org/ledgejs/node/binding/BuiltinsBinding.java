package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code builtins}: exports of built-in modules as properties that load the module when first read. */
final class BuiltinsBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("lazyExports", 4, BuiltinsBinding::lazyExports)
            .method("loadedIds", 0, (realm, thisValue, args) -> ObjectOperations.createArrayFromList(realm,
                    NodeRuntime.of(realm).builtins().loadedIds().stream().map(id -> (Object) Strings.of(id)).toList()));

    private BuiltinsBinding() { }

    private static Object lazyExports(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject target = (JSObject) args.get(0);
        String id = Conversions.toJavaString(args.get(1));
        int flags = PropertyFlags.LAZY | (args.get(3) == Boolean.FALSE ? PropertyFlags.NOT_ENUMERABLE : PropertyFlags.DEFAULT);
        for (Object name : ObjectOperations.createListFromArrayLike(args.get(2))) {
            Object key = PropertyKey.of(Conversions.toJavaString(name));
            LazyValue export = unused -> ObjectOperations.get(NodeRuntime.of(realm).builtins().require(id), key);
            target.define(key, export, flags);
        }
        return Undefined.INSTANCE;
    }
}
