package org.ledgejs.tck.truffle.values;

import static org.graalvm.polyglot.tck.TypeDescriptor.BOOLEAN;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.OBJECT;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.hash;
import static org.graalvm.polyglot.tck.TypeDescriptor.intersection;

import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.Types;

/** Keyed collections, generators, and the iterators of the library. */
final class CollectionValues {
    private CollectionValues() { }

    static void addTo(ValueConstructors values) {
        values.add("Map", "new Map([[1, 'a'], [2, 'b']])", intersection(hash(NUMBER, STRING), Types.iterableOf(Types.arrayOf(NUMBER, STRING))));
        values.add("Map with an object as key", "new Map([[{}, true]])", intersection(hash(OBJECT, BOOLEAN), Types.iterableOf(Types.arrayOf(OBJECT, BOOLEAN))));
        values.add("empty Map", "new Map()", intersection(hash(TypeDescriptor.ALL, TypeDescriptor.ALL), Types.iterableOf(TypeDescriptor.ALL)));
        values.add("Set", "new Set(['a', 1])", Types.iterableOf(STRING, NUMBER));
        values.add("WeakMap", "new WeakMap([[{}, 1]])", OBJECT);
        values.add("WeakSet", "new WeakSet([{}])", OBJECT);
        values.add("WeakRef", "new WeakRef({})", OBJECT);
        values.add("FinalizationRegistry", "new FinalizationRegistry(() => { })", OBJECT);

        values.add("generator", "(function* () { yield 1; yield 2 })()", Types.iterableIteratorOf(NUMBER));
        values.add("exhausted generator", "(g => { g.next(); return g })((function* () { })())", Types.iterableIteratorOf(TypeDescriptor.ALL));
        values.add("async generator", "(async function* () { yield 1 })()", OBJECT);
        values.add("array iterator", "[1, 2].values()", Types.iterableIteratorOf(NUMBER));
        values.add("array entries", "['a'].entries()", Types.iterableIteratorOf(Types.arrayOf(NUMBER, STRING)));
        values.add("Map iterator", "new Map([[1, 'a']]).keys()", Types.iterableIteratorOf(NUMBER));
        values.add("Set iterator", "new Set(['a']).values()", Types.iterableIteratorOf(STRING));
        values.add("string iterator", "'ab'[Symbol.iterator]()", Types.iterableIteratorOf(STRING));
        values.add("iterator helper", "[1, 2, 3].values().map(x => x * 2)", Types.iterableIteratorOf(NUMBER));
        values.add("matches", "'a1b2'.matchAll(/[0-9]/g)", Types.iterableIteratorOf(Types.arrayOf(STRING)));
        values.add("own iterable", "{ *[Symbol.iterator]() { yield 'a'; yield 'b' } }", Types.iterableOf(STRING));
        values.add("own iterator", "{ n: 0, next() { return { value: this.n, done: this.n++ === 2 } } }", Types.ITERATOR);
    }
}
