package org.ledgejs.tck.truffle.reference;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;

/** What iterating over a value gives, found out from outside. */
public final class Iterated {
    private Iterated() { }

    /** The result is an array of what the only parameter gives. */
    public static ResultVerifier asElements() {
        return verified(run -> {
            ResultVerifier.getDefaultResultVerifier().accept(run);
            assertElements(run.getParameters().getFirst(), run.getResult());
        });
    }

    /** Whatever is to come of the only parameter: one that cannot be iterated over is a TypeError. */
    public static ResultVerifier verified(ResultVerifier verifier) {
        return run -> (isBareIterator(run.getParameters().getFirst()) ? Verification.throwing("TypeError") : verifier).accept(run);
    }

    /** An iterator of the program that does not give itself as its iterator; those from outside do. */
    private static boolean isBareIterator(Value value) {
        return value.isIterator() && !value.hasIterator() && !isForeign(value);
    }

    private static boolean isForeign(Value value) {
        return value.isHostObject() || value.isProxyObject();
    }

    private static void assertElements(Value iterated, Value actual) {
        assertTrue(actual.toString(), actual.hasArrayElements());
        List<Operand> expected = elements(iterated);
        if (expected != null) {
            List<Operand> elements = new ArrayList<>();
            for (long i = 0; i < actual.getArraySize(); i++) {
                elements.add(Operand.of(actual.getArrayElement(i)));
            }
            assertEquals(expected.size(), elements.size());
            for (int i = 0; i < expected.size(); i++) {
                assertTrue(expected + " but " + elements, expected.get(i).isLike(elements.get(i)));
            }
        }
    }

    /** Null where it cannot be told: an iterator of the host is used up, its entries are new ones each time. */
    public static List<Operand> elements(Value value) {
        if (value.isString()) {
            return value.asString().codePoints().mapToObj(Character::toString).map(Operand::of).toList();
        }
        List<Operand> result = new ArrayList<>();
        if (value.hasArrayElements()) {
            for (long i = 0; i < value.getArraySize(); i++) {
                result.add(Operand.of(value.getArrayElement(i)));
            }
            return result;
        }
        if (isForeign(value) && (value.isIterator() || value.hasHashEntries())) {
            return null;
        }
        Value iterator = value.hasIterator() ? value.getIterator() : value.getHashEntriesIterator();
        while (iterator.hasIteratorNextElement()) {
            result.add(Operand.of(iterator.getIteratorNextElement()));
        }
        return result;
    }
}
