package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * The shapes functions start with. Their length, name and prototype are virtual: constants of the shape, computed from
 * the function's data, so that a new function writes nothing; the prototype object of a constructor comes to be when it is first asked for.
 */
public final class FunctionShapes {
    public static final TruffleString LENGTH_KEY = Strings.constant("length");
    public static final TruffleString NAME_KEY = Strings.constant("name");
    public static final TruffleString PROTOTYPE_KEY = Strings.constant("prototype");
    private static final TruffleString CONSTRUCTOR_KEY = Strings.constant("constructor");

    private static final VirtualProperty LENGTH = new FixedProperty() {
        @Override
        public Object get(JSObject holder) {
            return ((JSFunction) holder).data().length();
        }
    };

    private static final VirtualProperty NAME = new FixedProperty() {
        @Override
        public Object get(JSObject holder) {
            return ((JSFunction) holder).data().name();
        }
    };

    /** Of functions that may be constructed: an object that refers back (MakeConstructor, §10.2.5). */
    private static final VirtualProperty PROTOTYPE = new PrototypeProperty() {
        @Override
        JSObject create(JSFunction function) {
            JSObject prototype = JSObject.create(function.realm());
            prototype.define(CONSTRUCTOR_KEY, function, PropertyFlags.NOT_ENUMERABLE);
            return prototype;
        }
    };

    /** Of generator functions: the prototype of their generators (§15.5.3). */
    private static final VirtualProperty GENERATOR_PROTOTYPE = new PrototypeProperty() {
        @Override
        JSObject create(JSFunction function) {
            boolean async = function.data().kind().isAsyncGenerator();
            return JSObject.create(function.realm().intrinsic(async ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE : Intrinsic.GENERATOR_PROTOTYPE));
        }
    };

    private static final int VIRTUAL_CONFIGURABLE = PropertyFlags.CONFIGURABLE_ONLY | PropertyFlags.VIRTUAL;
    private static final int VIRTUAL_PROTOTYPE = PropertyFlags.NOT_ENUMERABLE | PropertyFlags.NOT_CONFIGURABLE | PropertyFlags.VIRTUAL;

    /** Methods, arrows, async functions, builtins; class constructors, whose prototype their definition adds. */
    private static final Shape PLAIN = base().build();
    private static final Shape CONSTRUCTOR = base().addConstantProperty(PROTOTYPE_KEY, PROTOTYPE, VIRTUAL_PROTOTYPE).build();
    /** Functions of sloppy mode have the two properties that strict ones must not have. */
    private static final Shape SLOPPY_CONSTRUCTOR = base().addConstantProperty(Strings.constant("arguments"), Undefined.INSTANCE, PropertyFlags.FIXED)
            .addConstantProperty(Strings.constant("caller"), Undefined.INSTANCE, PropertyFlags.FIXED)
            .addConstantProperty(PROTOTYPE_KEY, PROTOTYPE, VIRTUAL_PROTOTYPE).build();
    private static final Shape GENERATOR = base().addConstantProperty(PROTOTYPE_KEY, GENERATOR_PROTOTYPE, VIRTUAL_PROTOTYPE).build();

    private FunctionShapes() { }

    private static Shape.Builder base() {
        return JSObject.shapeBuilder().addConstantProperty(LENGTH_KEY, LENGTH, VIRTUAL_CONFIGURABLE)
                .addConstantProperty(NAME_KEY, NAME, VIRTUAL_CONFIGURABLE);
    }

    /** The shape of new functions of this code. */
    public static Shape of(FunctionData data) {
        if (data.kind() == FunctionData.Kind.NORMAL) {
            return data.isStrict() ? CONSTRUCTOR : SLOPPY_CONSTRUCTOR;
        }
        return data.kind().isGenerator() ? GENERATOR : PLAIN;
    }

    /** Not writable; defining the property anew replaces it by a plain one. */
    private abstract static class FixedProperty implements VirtualProperty {
        @Override
        public final boolean set(JSObject holder, Object value) {
            return false;
        }
    }

    /** Becomes a plain property when it is first read or written. */
    private abstract static class PrototypeProperty implements VirtualProperty {
        private static final int FLAGS = PropertyFlags.NOT_ENUMERABLE | PropertyFlags.NOT_CONFIGURABLE;

        abstract JSObject create(JSFunction function);

        @Override
        @TruffleBoundary
        public final Object get(JSObject holder) {
            JSObject prototype = create((JSFunction) holder);
            Properties.put(holder, PROTOTYPE_KEY, prototype, FLAGS);
            return prototype;
        }

        @Override
        @TruffleBoundary
        public final boolean set(JSObject holder, Object value) {
            Properties.put(holder, PROTOTYPE_KEY, value, FLAGS);
            return true;
        }
    }
}
