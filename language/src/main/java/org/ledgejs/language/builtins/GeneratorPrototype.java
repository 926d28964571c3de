package org.ledgejs.language.builtins;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSGenerator;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.ResumeMode;

/** %GeneratorPrototype% (ECMA-262 §27.5.1). */
final class GeneratorPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.GENERATOR_FUNCTION_PROTOTYPE, PropertyFlags.CONFIGURABLE_ONLY)
            .node("next", 1, 1, GeneratorNextNode::create, Intrinsic.GENERATOR_NEXT)
            .method("return", 1, (realm, thisValue, args) -> thisGenerator(thisValue, "return").resume(ResumeMode.RETURN, args.get(0)))
            .method("throw", 1, (realm, thisValue, args) -> thisGenerator(thisValue, "throw").resume(ResumeMode.THROW, args.get(0)))
            .toStringTag("Generator");

    private GeneratorPrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.GENERATOR_PROTOTYPE, JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE)));
        TABLE.define(realm, prototype);
        return prototype;
    }

    static JSGenerator thisGenerator(Object value, String method) {
        if (value instanceof JSGenerator generator) {
            return generator;
        }
        throw Errors.typeError(method + " method called on incompatible receiver " + Errors.describe(value));
    }
}
