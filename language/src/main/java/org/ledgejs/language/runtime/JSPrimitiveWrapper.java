package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/** A Boolean, Number, Symbol or BigInt object; a String object is the exotic {@link JSStringObject}. */
public class JSPrimitiveWrapper extends JSObject {
    private static final Shape WRAPPER_ROOT = shapeBuilder().build();

    private final Object value;

    JSPrimitiveWrapper(Shape shape, JSObject prototype, Object value) {
        super(shape, prototype);
        this.value = value;
    }

    /** The wrapper ToObject makes. */
    public static JSPrimitiveWrapper create(Realm realm, Object value) {
        return create(prototypeOf(realm, value), value);
    }

    public static JSPrimitiveWrapper create(JSObject prototype, Object value) {
        return value instanceof TruffleString string ? new JSStringObject(prototype, string) : new JSPrimitiveWrapper(WRAPPER_ROOT, prototype, value);
    }

    /** The prototype whose properties a primitive has; not for undefined and null. */
    public static JSObject prototypeOf(Realm realm, Object value) {
        return realm.intrinsic(switch (value) {
            case TruffleString s -> Intrinsic.STRING_PROTOTYPE;
            case Integer i -> Intrinsic.NUMBER_PROTOTYPE;
            case Double d -> Intrinsic.NUMBER_PROTOTYPE;
            case Boolean b -> Intrinsic.BOOLEAN_PROTOTYPE;
            case Symbol s -> Intrinsic.SYMBOL_PROTOTYPE;
            case BigInt b -> Intrinsic.BIGINT_PROTOTYPE;
            default -> Intrinsic.OBJECT_PROTOTYPE;
        });
    }

    /** An own property of a string: a code unit or the length; null if it has none of this key. */
    public static Object stringProperty(TruffleString string, Object key) {
        if (key instanceof Long index) {
            return index < Strings.length(string) ? Strings.substring(string, (int) (long) index, (int) (long) index + 1) : null;
        }
        return FunctionShapes.LENGTH_KEY.equals(key) ? (Object) Strings.length(string) : null;
    }

    /** The primitive: [[BooleanData]], [[NumberData]], [[StringData]]… */
    public final Object value() {
        return value;
    }

    @Override
    public String className() {
        return switch (value) {
            case TruffleString s -> "String";
            case Boolean b -> "Boolean";
            case Symbol s -> "Symbol";
            case BigInt b -> "BigInt";
            default -> "Number";
        };
    }

    /** String exotic objects (ECMA-262 §10.4.3). */
    static final class JSStringObject extends JSPrimitiveWrapper {
        private static final int LENGTH_FLAGS = PropertyFlags.FIXED | PropertyFlags.VIRTUAL;
        private static final Shape STRING_ROOT = shapeBuilder().shapeFlags(EXOTIC_ELEMENTS).addConstantProperty(FunctionShapes.LENGTH_KEY, new VirtualProperty() {
            @Override
            public Object get(JSObject holder) {
                return Strings.length(((JSStringObject) holder).string());
            }

            @Override
            public boolean set(JSObject holder, Object value) {
                return false;
            }
        }, LENGTH_FLAGS).build();

        JSStringObject(JSObject prototype, TruffleString string) {
            super(STRING_ROOT, prototype, string);
        }

        private TruffleString string() {
            return (TruffleString) value();
        }

        @Override
        public boolean hasOrdinaryElements() {
            return false;
        }


        /** StringGetOwnProperty (§10.4.3.5), only for characters. */
        private PropertyDescriptor character(Object key) {
            return key instanceof Long index && index < Strings.length(string())
                    ? PropertyDescriptor.data(stringProperty(string(), key), false, true, false) : null;
        }

        @Override
        public PropertyDescriptor getOwnProperty(Object key) {
            PropertyDescriptor character = character(key);
            return character != null ? character : OrdinaryObject.getOwnProperty(this, key);
        }

        @Override
        public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
            PropertyDescriptor character = character(key);
            if (character != null) {
                return OrdinaryObject.validateAndApply(null, key, isExtensible(), descriptor, character);
            }
            return OrdinaryObject.defineOwnProperty(this, key, descriptor);
        }

        @Override
        public List<Object> ownPropertyKeys() {
            List<Object> keys = new ArrayList<>();
            int length = Strings.length(string());
            for (int i = 0; i < length; i++) {
                keys.add((long) i);
            }
            keys.addAll(OrdinaryObject.ownPropertyKeys(this));
            return keys;
        }
    }
}
