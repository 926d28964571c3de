package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Map and Set: keys, order, iteration while they change, set algebra. */
class MapAndSetTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            var m = new Map([[NaN, 1], [0, 2]]); [m.get(NaN), m.get(-0), Object.is([...m.keys()][1], 0), m.has('0')]     || 1,2,true,false
            var m = new Map([[1n, 'a'], ['x', 'b']]); [m.get(1n), m.get('x' + ''), m.get(1)]                           || a,b,
            var m = new Map([[1, 1], [2, 2], [3, 3]]); m.delete(2); m.set(2, 9); [...m].join(';')                      || 1,1;3,3;2,9
            var m = new Map([[1, 1], [2, 2]]), seen = []; m.forEach((v, k) => { seen.push(k); if (k < 6) { m.delete(k); m.set(k + 2, 0) } }); seen || 1,2,3,4,5,6,7
            var s = new Set([1, 2, 3]), it = s.values(); it.next(); s.clear(); s.add(9); [it.next().value, it.next().done, it.next().done]          || 9,true,true
            var s = new Set([1, 2, 3, 4]), out = []; for (var v of s) { out.push(v); s.delete(v + 1) } out              || 1,3
            new Map([[1, 2]]).size + new Set('abca').size                                                               || 4
            Map.groupBy([1, 2, 3], x => x % 2 ? 'odd' : 'even').get('odd')                                              || 1,3
            var m = new Map; [m.getOrInsert(1, 'a'), m.getOrInsert(1, 'b'), m.getOrInsertComputed(2, k => k * 2)]       || a,a,4
            new Map([1])                                                                                                || TypeError: Iterator value 1 is not an entry object
            Map()                                                                                                       || TypeError: Constructor Map requires 'new'
            Map.prototype.get.call(new Set, 1)                                                                          || TypeError: Method Map.prototype.get called on incompatible receiver #<Set>
            Set.prototype.has.call({}, 1)                                                                               || TypeError: Method Set.prototype.has called on incompatible receiver #<Object>
            [...new Set([1, 2, 3]).union(new Set([4, 1]))]                                                              || 1,2,3,4
            [...new Set([1, 2, 3]).intersection(new Set([3, 2]))]                                                       || 3,2
            [...new Set([1, 2, 3]).difference(new Set([1, 9]))]                                                         || 2,3
            [...new Set([1, 2, 3]).symmetricDifference(new Map([[3, 0], [4, 0]]))]                                      || 1,2,4
            [new Set([1]).isSubsetOf(new Set([1, 2])), new Set([1, 2]).isSupersetOf(new Set([2])), new Set([1]).isDisjointFrom(new Set([2]))]       || true,true,true
            new Set([1]).union([1])                                                                                     || TypeError: The 'size' property must be a number
            Set.prototype.keys === Set.prototype.values && Map.prototype[Symbol.iterator] === Map.prototype.entries     || true
            Object.prototype.toString.call(new Map().entries())                                                         || [object Map Iterator]
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void aLargeMapBehavesAsAModelDoes() {
        Map<Integer, Integer> model = new LinkedHashMap<>();
        StringBuilder program = new StringBuilder("var m = new Map; ");
        Random random = new Random(42);
        for (int i = 0; i < 3000; i++) {
            int key = random.nextInt(400);
            if (random.nextInt(3) == 0) {
                model.remove(key);
                program.append("m.delete(").append(key).append(");");
            } else {
                model.put(key, i);
                program.append("m.set(").append(key).append(',').append(i).append(");");
            }
        }
        StringBuilder expected = new StringBuilder();
        model.forEach((key, value) -> expected.append(key).append(':').append(value).append(' '));
        assertEquals(expected.toString().strip(), eval(program + "[...m].map(e => e.join(':')).join(' ')").asString());
    }

    /** A host object that is handed out anew each time. */
    public static final class Holder {
        private final Object held = new Object();

        @HostAccess.Export
        public Object get() {
            return held;
        }
    }

    @Test
    void hostObjectsAreKeysByTheirIdentity() {
        try (Context host = Context.newBuilder("ledge").allowHostAccess(HostAccess.EXPLICIT).build()) {
            host.getBindings("ledge").putMember("holder", new Holder());
            assertEquals("1,true,false", host.eval("ledge", "var m = new Map([[holder.get(), 1]]); String([m.get(holder.get()), new Set([holder.get()]).has(holder.get()), m.has(holder)])").asString());
        }
    }
}
