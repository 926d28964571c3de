package org.ledgejs.node.image;

import java.util.function.Function;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;

/** The require function of a CommonJS module in an image. */
final class ImageRequire {
    private static final Builtin REQUIRE = Builtin.function("require", 1,
            (realm, thisValue, args) -> args.<Function<String, Object>>state().apply(Conversions.toJavaString(args.get(0))));

    private ImageRequire() { }

    static JSFunction function(Realm realm, Function<String, Object> require) {
        return BuiltinData.closure(realm, REQUIRE, require);
    }
}
