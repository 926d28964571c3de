package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

/** An Array exotic object (ECMA-262 §10.4.2). */
public final class JSArray extends JSObject {
    public static final long MAX_LENGTH = 0xFFFF_FFFFL;
    private static final int LENGTH_FLAGS = PropertyFlags.NOT_ENUMERABLE | PropertyFlags.NOT_CONFIGURABLE | PropertyFlags.VIRTUAL;
    public static final Shape ARRAY_ROOT = shapeBuilder().addConstantProperty(FunctionShapes.LENGTH_KEY, new Length(), LENGTH_FLAGS).build();

    private long length;

    private JSArray(JSObject prototype) {
        super(ARRAY_ROOT, prototype);
    }

    private static final class Length implements VirtualProperty {
        @Override
        public Object get(JSObject holder) {
            return Conversions.number(((JSArray) holder).length);
        }

        @Override
        public boolean set(JSObject holder, Object value) {
            return ((JSArray) holder).setLength(PropertyDescriptor.valueOnly(value));
        }
    }

    /** ArrayCreate with elements; the array keeps the Java array. Null is a hole. */
    @TruffleBoundary
    public static JSArray create(Realm realm, Object... values) {
        JSArray array = new JSArray(realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE));
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                array.putElement(i, values[i], PropertyFlags.DEFAULT);
            }
        }
        array.length = values.length;
        return array;
    }

    /** ArrayCreate: of holes. */
    @TruffleBoundary
    public static JSArray create(JSObject prototype, long length) {
        if (length > MAX_LENGTH) {
            throw Errors.rangeError("Invalid array length");
        }
        JSArray array = new JSArray(prototype);
        array.length = length;
        return array;
    }

    public long length() {
        return length;
    }

    @Override
    public String className() {
        return "Array";
    }

    @Override
    protected void putElement(long index, Object value, int flags) {
        super.putElement(index, value, flags);
        if (index >= length) {
            length = index + 1;
        }
    }

    private boolean lengthWritable() {
        return PropertyFlags.writable(Properties.flags(this, FunctionShapes.LENGTH_KEY));
    }

    @Override
    @TruffleBoundary
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        if (FunctionShapes.LENGTH_KEY.equals(key)) {
            return setLength(descriptor);
        }
        if (key instanceof Long index && index >= length && !lengthWritable()) {
            return false;
        }
        return OrdinaryObject.defineOwnProperty(this, key, descriptor);
    }

    /** ArraySetLength (§10.4.2.4). */
    @TruffleBoundary
    private boolean setLength(PropertyDescriptor d) {
        long newLength = length;
        if (d.value() != null) {
            newLength = Conversions.toUint32(d.value());
            if (newLength != Conversions.toNumber(d.value())) {
                throw Errors.rangeError("Invalid array length");
            }
        }
        if (d.isConfigurable() || d.isEnumerable() || d.isAccessor() || d.isWritable() && !lengthWritable()) {
            return false;
        }
        if (newLength != length) {
            if (!lengthWritable()) {
                return false;
            }
        }
        boolean complete = truncate(newLength);
        if (d.writable() != null && !d.isWritable()) {
            Properties.setFlags(this, FunctionShapes.LENGTH_KEY, LENGTH_FLAGS | PropertyFlags.NOT_WRITABLE);
        }
        return complete;
    }

    private boolean truncate(long newLength) {
        if (newLength < length) {
            List<Object> keys = new ArrayList<>();
            addElementKeys(keys);
            for (int i = keys.size() - 1; i >= 0 && (Long) keys.get(i) >= newLength; i--) {
                long index = (Long) keys.get(i);
                if (!PropertyFlags.configurable(elementFlags(index))) {
                    length = index + 1;
                    return false;
                }
                removeElement(index);
            }
        }
        length = newLength;
        return true;
    }
}
