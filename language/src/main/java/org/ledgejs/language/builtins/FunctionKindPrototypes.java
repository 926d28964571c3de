package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;

/** What generator, async and async generator functions inherit from (ECMA-262 §27.3.3, §27.4.3, §27.7.3): objects, not functions. */
final class FunctionKindPrototypes {
    private static final PropertyTable GENERATOR = new PropertyTable()
            .intrinsic("constructor", Intrinsic.GENERATOR_FUNCTION, PropertyFlags.CONFIGURABLE_ONLY)
            .intrinsic("prototype", Intrinsic.GENERATOR_PROTOTYPE, PropertyFlags.CONFIGURABLE_ONLY)
            .toStringTag("GeneratorFunction");
    private static final PropertyTable ASYNC = new PropertyTable()
            .intrinsic("constructor", Intrinsic.ASYNC_FUNCTION, PropertyFlags.CONFIGURABLE_ONLY)
            .toStringTag("AsyncFunction");
    private static final PropertyTable ASYNC_GENERATOR = new PropertyTable()
            .intrinsic("constructor", Intrinsic.ASYNC_GENERATOR_FUNCTION, PropertyFlags.CONFIGURABLE_ONLY)
            .intrinsic("prototype", Intrinsic.ASYNC_GENERATOR_PROTOTYPE, PropertyFlags.CONFIGURABLE_ONLY)
            .toStringTag("AsyncGeneratorFunction");

    private FunctionKindPrototypes() { }

    /** @param which GENERATOR_FUNCTION_PROTOTYPE, ASYNC_FUNCTION_PROTOTYPE or ASYNC_GENERATOR_FUNCTION_PROTOTYPE */
    static JSObject create(Realm realm, Intrinsic which) {
        JSObject prototype = realm.register(which, JSObject.create(realm.intrinsic(Intrinsic.FUNCTION_PROTOTYPE)));
        (switch (which) {
            case GENERATOR_FUNCTION_PROTOTYPE -> GENERATOR;
            case ASYNC_FUNCTION_PROTOTYPE -> ASYNC;
            case ASYNC_GENERATOR_FUNCTION_PROTOTYPE -> ASYNC_GENERATOR;
            default -> throw new IllegalArgumentException(which.name());
        }).define(realm, prototype);
        return prototype;
    }
}
