package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.InvalidArrayIndexException;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.object.Shape;

/** A foreign object seen through the essential internal methods: what ToObject gives, so that library functions work on it. */
public final class ForeignObject extends JSObject {
    private static final Shape FOREIGN_ROOT = shapeBuilder().shapeFlags(EXOTIC_ELEMENTS).build();
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();

    private final Object delegate;

    ForeignObject(Realm realm, Object delegate) {
        super(FOREIGN_ROOT, prototypeOf(realm, delegate));
        this.delegate = delegate;
    }

    private static JSObject prototypeOf(Realm realm, Object delegate) {
        JSObject prototype = ForeignValues.prototype(delegate);
        return prototype != null ? prototype : realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE);
    }

    public Object delegate() {
        return delegate;
    }

    @Override
    public boolean hasOrdinaryNamedProperties() {
        return false;
    }

    @Override
    public boolean hasOrdinaryElements() {
        return false;
    }

    @Override
    public PropertyDescriptor getOwnProperty(Object key) {
        if (!ForeignValues.has(delegate, key)) {
            return null;
        }
        return PropertyDescriptor.data(ForeignValues.get(delegate, key), true, true, true);
    }

    @Override
    public boolean defineOwnProperty(Object key, PropertyDescriptor descriptor) {
        return !descriptor.isAccessor() && descriptor.value() != null && ForeignValues.set(delegate, key, descriptor.value());
    }

    @Override
    public boolean hasProperty(Object key) {
        return ForeignValues.has(delegate, key) || prototype().hasProperty(key);
    }

    @Override
    public Object get(Object key, Object receiver) {
        return ForeignValues.get(delegate, key);
    }

    @Override
    public boolean set(Object key, Object value, Object receiver) {
        return ForeignValues.set(delegate, key, value);
    }

    @Override
    public boolean delete(Object key) {
        return ForeignValues.delete(delegate, key);
    }

    @Override
    @TruffleBoundary
    public List<Object> ownPropertyKeys() {
        List<Object> keys = new ArrayList<>();
        try {
            if (INTEROP.hasArrayElements(delegate)) {
                long size = INTEROP.getArraySize(delegate);
                for (long i = 0; i < size; i++) {
                    keys.add(PropertyKey.of(i));
                }
            }
            if (INTEROP.hasMembers(delegate)) {
                Object members = INTEROP.getMembers(delegate);
                long size = INTEROP.getArraySize(members);
                for (long i = 0; i < size; i++) {
                    keys.add(PropertyKey.of(Strings.of(INTEROP.asString(INTEROP.readArrayElement(members, i)))));
                }
            }
        } catch (UnsupportedMessageException | InvalidArrayIndexException e) {
            // What it does not tell is not there.
        }
        return keys;
    }

    @Override
    public boolean isCallable() {
        return ForeignValues.isCallable(delegate);
    }

    @Override
    public boolean isConstructor() {
        return ForeignValues.isConstructor(delegate);
    }

    @Override
    public Object call(Object thisValue, Object... arguments) {
        return ForeignValues.call(delegate, arguments);
    }

    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        return ForeignValues.construct(delegate, arguments);
    }
}
