package org.ledgejs.language.runtime;

/** What Iterator.from makes of an iterator that does not inherit from %Iterator.prototype% (ECMA-262 §27.1.3.2.1). */
public final class JSWrappedIterator extends JSObject {
    private final Iteration.IteratorRecord iterated;

    private JSWrappedIterator(JSObject prototype, Iteration.IteratorRecord iterated) {
        super(ROOT, prototype);
        this.iterated = iterated;
    }

    public static JSWrappedIterator create(Realm realm, Iteration.IteratorRecord iterated) {
        return new JSWrappedIterator(realm.intrinsic(Intrinsic.WRAP_FOR_VALID_ITERATOR_PROTOTYPE), iterated);
    }

    public Iteration.IteratorRecord iterated() {
        return iterated;
    }
}
