package org.ledgejs.tck.truffle;

import static org.graalvm.polyglot.tck.TypeDescriptor.intersection;
import static org.graalvm.polyglot.tck.TypeDescriptor.union;

import org.graalvm.polyglot.tck.TypeDescriptor;

/** What the values of the language are to the polyglot world, where that is more than one of the predefined types. */
public final class Types {
    /** Has no trait at all: a symbol. */
    public static final TypeDescriptor SYMBOL = intersection();
    /** May be called only. */
    public static final TypeDescriptor CALLABLE = intersection(TypeDescriptor.EXECUTABLE, TypeDescriptor.OBJECT);
    /** May be constructed only: a class. */
    public static final TypeDescriptor CLASS = intersection(TypeDescriptor.INSTANTIABLE, TypeDescriptor.META_OBJECT, TypeDescriptor.OBJECT);
    /** May be called and constructed, and is the meta object of its instances. */
    public static final TypeDescriptor CONSTRUCTOR = intersection(TypeDescriptor.EXECUTABLE, CLASS);
    public static final TypeDescriptor DATE = intersection(TypeDescriptor.DATE, TypeDescriptor.TIME, TypeDescriptor.TIME_ZONE, TypeDescriptor.OBJECT);
    public static final TypeDescriptor ERROR = intersection(TypeDescriptor.EXCEPTION, TypeDescriptor.OBJECT);
    /** What for-of takes. */
    public static final TypeDescriptor ITERATED = union(TypeDescriptor.ITERABLE, TypeDescriptor.ITERATOR, TypeDescriptor.ARRAY, TypeDescriptor.HASH, TypeDescriptor.STRING);
    /** An iterator that is not iterable itself. */
    public static final TypeDescriptor ITERATOR = intersection(TypeDescriptor.ITERATOR, TypeDescriptor.OBJECT);

    private Types() { }

    /** An array, which is iterable and has members. */
    public static TypeDescriptor arrayOf(TypeDescriptor... elements) {
        return intersection(TypeDescriptor.array(union(elements)), TypeDescriptor.OBJECT);
    }

    /** A set or another object that gives an iterator. */
    public static TypeDescriptor iterableOf(TypeDescriptor... elements) {
        return intersection(TypeDescriptor.iterable(union(elements)), TypeDescriptor.OBJECT);
    }

    /** A generator or another iterator of the library, which gives itself as its iterator. */
    public static TypeDescriptor iterableIteratorOf(TypeDescriptor... elements) {
        return intersection(TypeDescriptor.ITERATOR, iterableOf(elements));
    }
}
