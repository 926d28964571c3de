package org.ledgejs.language.runtime;

/** An array iterator (ECMA-262 §23.1.5) over anything with a length. */
public final class JSArrayIterator extends JSObject {
    private final IteratorKind kind;
    /** Null when exhausted. */
    private JSObject array;
    private long nextIndex;

    private JSArrayIterator(JSObject prototype, JSObject array, IteratorKind kind) {
        super(ROOT, prototype);
        this.array = array;
        this.kind = kind;
    }

    public static JSArrayIterator create(Realm realm, JSObject array, IteratorKind kind) {
        return new JSArrayIterator(realm.intrinsic(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), array, kind);
    }

    /** One over values that has given those before the index. */
    public static JSArrayIterator at(Realm realm, JSArray array, long index) {
        JSArrayIterator iterator = create(realm, array, IteratorKind.VALUES);
        iterator.nextIndex = index;
        return iterator;
    }

    public IteratorKind kind() {
        return kind;
    }

    public JSObject array() {
        return array;
    }

    /** The index to give next, or -1 from the first time there is none. */
    public long advance() {
        JSObject current = array;
        if (current == null) {
            return -1;
        }
        // A throw ends the iteration.
        array = null;
        if (nextIndex >= length(current)) {
            return -1;
        }
        array = current;
        return nextIndex++;
    }

    /** Reading the element threw: there is nothing more to come. */
    public void end() {
        array = null;
    }

    /** @throws JSException TypeError for a typed array that is out of bounds */
    private static long length(JSObject array) {
        if (array instanceof JSArray a) {
            return a.length();
        }
        if (!(array instanceof JSTypedArray typed)) {
            return ObjectOperations.lengthOfArrayLike(array);
        }
        if (typed.isOutOfBounds()) {
            throw Errors.typeError("Cannot perform %ArrayIteratorPrototype%.next on a detached or out-of-bounds ArrayBuffer");
        }
        return typed.validLength();
    }

    @Override
    public String className() {
        return "Array Iterator";
    }
}
