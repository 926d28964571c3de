package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * An arguments object (ECMA-262 §10.4.4): unmapped, or mapped to the parameters that live in a scope. Its properties
 * are virtual until touched, so that making one only keeps the values.
 */
@ExportLibrary(InteropLibrary.class)
public final class JSArguments extends JSObject {
    private static final TruffleString CALLEE_KEY = Strings.constant("callee");
    private static final int HIDDEN = PropertyFlags.NOT_ENUMERABLE | PropertyFlags.VIRTUAL;

    private static final Shape UNMAPPED_ROOT = base().addConstantProperty(CALLEE_KEY, new Property(CALLEE_KEY) {
        @Override
        public Object get(JSObject holder) {
            JSObject thrower = ((JSArguments) holder).realm.intrinsic(Intrinsic.THROW_TYPE_ERROR);
            return new Accessor(thrower, thrower);
        }
    }, HIDDEN | PropertyFlags.NOT_CONFIGURABLE | PropertyFlags.ACCESSOR).build();

    private static final Shape MAPPED_ROOT = base().addConstantProperty(CALLEE_KEY, new Property(CALLEE_KEY) {
        @Override
        public Object get(JSObject holder) {
            return ((JSArguments) holder).callee;
        }
    }, HIDDEN).build();

    private final Realm realm;
    /** Null where the element is gone or in the element table. */
    private final Object[] values;
    /** Of a mapped one, else null. */
    private final JSFunction callee;
    private final Scope scope;
    /** Scope slots by index, -1 where not mapped (any more); null when none is. Shared until changed. */
    private int[] mapping;
    private boolean ownMapping;

    private JSArguments(Shape shape, Realm realm, Object[] values, JSFunction callee, Scope scope, int[] mapping) {
        super(shape, realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE));
        this.realm = realm;
        this.values = values;
        this.callee = callee;
        this.scope = scope;
        this.mapping = mapping;
    }

    /** A property that becomes plain when written. */
    private abstract static class Property implements VirtualProperty {
        private final Object key;

        Property(Object key) {
            this.key = key;
        }

        @Override
        public final boolean set(JSObject holder, Object value) {
            Properties.put(holder, key, value, PropertyFlags.NOT_ENUMERABLE);
            return true;
        }
    }

    private static Shape.Builder base() {
        return shapeBuilder().shapeFlags(EXOTIC_ELEMENTS).addConstantProperty(FunctionShapes.LENGTH_KEY, new Property(FunctionShapes.LENGTH_KEY) {
            @Override
            public Object get(JSObject holder) {
                return ((JSArguments) holder).values.length;
            }
        }, HIDDEN).addConstantProperty(Symbol.ITERATOR, new Property(Symbol.ITERATOR) {
            @Override
            public Object get(JSObject holder) {
                return ((JSArguments) holder).realm.intrinsic(Intrinsic.ARRAY_PROTOTYPE_VALUES);
            }
        }, HIDDEN);
    }

    /** CreateUnmappedArgumentsObject (§10.4.4.6). @param values kept */
    public static JSArguments createUnmapped(Realm realm, Object[] values) {
        return new JSArguments(UNMAPPED_ROOT, realm, values, null, null, null);
    }

    /**
     * CreateMappedArgumentsObject (§10.4.4.7).
     *
     * @param values kept
     * @param mapping scope slot of the parameter at each index, -1 for none; may be of another length
     */
    public static JSArguments createMapped(Realm realm, JSFunction callee, Object[] values, Scope scope, int[] mapping) {
        return new JSArguments(MAPPED_ROOT, realm, values, callee, scope, mapping);
    }

    private int slot(long index) {
        return mapping != null && index < mapping.length && index < values.length ? mapping[(int) index] : -1;
    }

    private void unmap(long index) {
        if (slot(index) >= 0) {
            if (!ownMapping) {
                mapping = mapping.clone();
                ownMapping = true;
            }
            mapping[(int) index] = -1;
        }
    }

    private boolean isPlain(long index) {
        return index < values.length && values[(int) index] != null;
    }

    @Override
    public String className() {
        return "Arguments";
    }

    @Override
    protected int elementFlags(long index) {
        return isPlain(index) ? PropertyFlags.DEFAULT : super.elementFlags(index);
    }

    @Override
    protected Object element(long index) {
        int slot = slot(index);
        if (slot >= 0) {
            return scope.slots[slot];
        }
        return isPlain(index) ? values[(int) index] : super.element(index);
    }

    @Override
    protected void putElement(long index, Object value, int flags) {
        if (isPlain(index) && flags == PropertyFlags.DEFAULT) {
            values[(int) index] = value;
        } else {
            if (isPlain(index)) {
                values[(int) index] = null;
            }
            super.putElement(index, value, flags);
        }
        int slot = slot(index);
        if (slot >= 0) {
            if (!PropertyFlags.accessor(flags)) {
                scope.slots[slot] = value;
            }
            if (PropertyFlags.accessor(flags) || !PropertyFlags.writable(flags)) {
                unmap(index);
            }
        }
    }

    @Override
    protected void removeElement(long index) {
        unmap(index);
        if (isPlain(index)) {
            values[(int) index] = null;
        } else {
            super.removeElement(index);
        }
    }

    @Override
    protected void addElementKeys(List<Object> keys) {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                all.add((long) i);
            }
        }
        List<Object> others = new ArrayList<>();
        super.addElementKeys(others);
        others.forEach(key -> all.add((Long) key));
        all.sort(null);
        keys.addAll(all);
    }

    @Override
    @TruffleBoundary
    public Object getIndex(long index) {
        Object value = isPlain(index) ? element(index) : null;
        return value != null ? value : super.getIndex(index);
    }

    /** Whether all it has is what it was made with; values of it may be others. */
    public boolean isUntouched() {
        return (getShape() == UNMAPPED_ROOT || getShape() == MAPPED_ROOT) && hasAllValues();
    }

    private boolean hasAllValues() {
        for (Object value : values) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    /** The elements of one that {@link #isUntouched}. */
    public Object[] copyValues() {
        Object[] copy = values.clone();
        for (int i = 0; mapping != null && i < copy.length; i++) {
            int slot = slot(i);
            if (slot >= 0) {
                copy[i] = scope.slots[slot];
            }
        }
        return copy;
    }

    /** The number of arguments it was made of. */
    public int count() {
        return values.length;
    }

    @ExportMessage
    boolean hasArrayElements() {
        return true;
    }

    @ExportMessage
    long getArraySize() {
        return values.length;
    }

    @ExportMessage
    boolean isArrayElementReadable(long index) {
        return index >= 0 && index < values.length;
    }

    @ExportMessage
    Object readArrayElement(long index) throws InvalidArrayIndexException {
        if (!isArrayElementReadable(index)) {
            throw InvalidArrayIndexException.create(index);
        }
        return getIndex(index);
    }
}
