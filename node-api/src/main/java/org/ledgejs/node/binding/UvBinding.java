package org.ledgejs.node.binding;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Binding {@code uv}: the names and texts of errors. Its functions are enumerable: {@code process.binding('uv')} is a copy of it. */
final class UvBinding {
    static final PropertyTable TABLE = function(function(function(new PropertyTable(),
            "errname", (realm, thisValue, args) -> Strings.of(UvErrors.name(Conversions.toInt32(args.get(0))))),
            "errmessage", (realm, thisValue, args) -> Strings.of(UvErrors.text(Conversions.toInt32(args.get(0))))),
            "entries", (realm, thisValue, args) -> entries(realm));

    private UvBinding() { }

    private static PropertyTable function(PropertyTable table, String name, Builtin.Body body) {
        Builtin builtin = Builtin.function(name, 0, body);
        return table.lazy(name, realm -> BuiltinData.function(realm, builtin), PropertyFlags.DEFAULT);
    }

    private static JSObject entries(Realm realm) {
        List<Object> list = new ArrayList<>();
        for (UvErrors.Entry entry : UvErrors.entries()) {
            list.add(JSArray.create(realm, new Object[] {entry.errno(), Strings.of(entry.name()), Strings.of(entry.text())}));
        }
        return JSArray.create(realm, list.toArray());
    }
}
