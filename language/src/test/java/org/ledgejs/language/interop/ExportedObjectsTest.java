package org.ledgejs.language.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, maps, iterators and arrays of the program in the hands of a host. */
class ExportedObjectsTest extends InteropTest {

    @Test
    void aDateIsAPointInTimeInTheZoneOfTheContext() {
        try (Context context = Context.newBuilder("ledge").timeZone(ZoneId.of("Asia/Tokyo")).build()) {
            Value date = context.eval("ledge", "new Date(Date.UTC(2024, 1, 29, 23, 30))");
            assertEquals(Instant.parse("2024-02-29T23:30:00Z"), date.asInstant());
            assertEquals(LocalDate.of(2024, 3, 1), date.asDate());
            assertEquals(LocalTime.of(8, 30), date.asTime());
            assertEquals(ZoneId.of("Asia/Tokyo"), date.asTimeZone());
        }
    }

    @Test
    void anInvalidDateIsNone() {
        Value date = eval("new Date(NaN)");
        assertFalse(date.isDate() || date.isTime() || date.isTimeZone() || date.isInstant());
    }

    @Test
    void aMapHasHashEntries() {
        Value map = eval("new Map([[1, 'a'], ['k', 'b'], [NaN, 'c']])");
        assertEquals(3, map.getHashSize());
        assertEquals("a", map.getHashValue(1.0).asString());
        assertEquals("c", map.getHashValue(Double.NaN).asString());
        assertNull(map.getHashValue("1"));
        assertTrue(map.removeHashEntry("k"));
        assertFalse(map.removeHashEntry("k"));
        map.putHashEntry("new", 5L);
        assertEquals(Set.of("new"), Set.copyOf(map.as(new TypeLiteral<Map<Object, Object>>() { }).keySet().stream().filter(String.class::isInstance).toList()));
        assertEquals(5, call("m => m.get('new')", map).asInt());
    }

    @Test
    void theEntriesOfAMapComeInOrderAndSeeWhatIsAdded() {
        Value map = eval("new Map([['a', 1]])");
        Value entries = map.getHashEntriesIterator();
        assertEquals("a", entries.getIteratorNextElement().getArrayElement(0).asString());
        assertFalse(entries.hasIteratorNextElement());
        map.putHashEntry("b", 2);
        assertTrue(entries.hasIteratorNextElement());
        assertEquals(2, entries.getIteratorNextElement().getArrayElement(1).asInt());
        assertThrows(NoSuchElementException.class, entries::getIteratorNextElement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(function* () { yield 1; yield 2 })()", "[1, 2].values()", "new Set([1, 2]).values()", "[1, 2].values().map(x => x)",
            "({ n: 0, next() { return { value: ++this.n, done: this.n > 2 } } })"})
    void whatHasNextIsAnIterator(String program) {
        Value iterator = eval(program);
        assertTrue(iterator.isIterator());
        List<Integer> seen = new ArrayList<>();
        while (iterator.hasIteratorNextElement()) {
            assertTrue(iterator.hasIteratorNextElement());
            seen.add(iterator.getIteratorNextElement().asInt());
        }
        assertEquals(List.of(1, 2), seen);
        assertThrows(NoSuchElementException.class, iterator::getIteratorNextElement);
    }

    @Test
    void whatIsAheadOfAnIteratorIsNotLostBetweenTwoLooks() {
        Value generator = eval("(function* () { yield 1; yield 2 })()");
        assertTrue(generator.getIterator().hasIteratorNextElement());
        assertEquals(1, generator.getIterator().getIteratorNextElement().asInt());
        assertEquals(2, generator.getIteratorNextElement().asInt());
    }

    @Test
    void whatAnIteratorThrowsArrives() {
        Value iterator = eval("(function* () { yield 1; throw new RangeError('end') })()");
        assertEquals(1, iterator.getIteratorNextElement().asInt());
        assertTrue(assertThrows(PolyglotException.class, iterator::hasIteratorNextElement).getMessage().contains("end"));
        assertFalse(iterator.hasIteratorNextElement());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(async function* () { yield 1 })()", "({ next: 1 })", "({ get next() { throw 1 } })", "new Proxy({ next() { } }, {})"})
    void whatGivesPromisesOrHasToBeAskedIsNoIterator(String program) {
        assertFalse(eval(program).isIterator());
    }

    @Test
    void theElementsOfATypedArrayAreNoMembers() {
        assertEquals(Set.of("extra"), eval("Object.assign(new Uint8Array(3), { extra: 1 })").getMemberKeys());
    }
}
