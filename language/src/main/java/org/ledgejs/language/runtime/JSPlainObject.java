package org.ledgejs.language.runtime;

import java.lang.invoke.MethodHandles;

import com.oracle.truffle.api.object.Shape;

/**
 * An ordinary object (ECMA-262 §10.1): of a literal, of a constructor. Its first named properties are fields of its own; those of arrays,
 * functions and other kinds, which mostly have none, are in arrays beside them.
 */
public final class JSPlainObject extends JSObject {
    /** Root shape of all of them, shared by all contexts: prototypes are in the objects, not in shapes. */
    static final Shape ROOT = root(0);
    static final Shape DICTIONARY_ROOT = root(DICTIONARY);

    @DynamicField private Object object0;
    @DynamicField private Object object1;
    @DynamicField private Object object2;
    @DynamicField private Object object3;
    @DynamicField private long primitive0;
    @DynamicField private long primitive1;

    JSPlainObject(JSObject prototype) {
        super(ROOT, prototype);
    }

    private static Shape root(int flags) {
        return Shape.newBuilder().layout(JSPlainObject.class, MethodHandles.lookup()).allowImplicitCastIntToDouble(true).shapeFlags(flags).build();
    }
}
