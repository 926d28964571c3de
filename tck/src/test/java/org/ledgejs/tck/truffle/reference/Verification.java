package org.ledgejs.tck.truffle.reference;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.function.Function;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;
import org.graalvm.polyglot.tck.ResultVerifier.SnippetRun;

/** Verifiers that know what has to come out: they hold the result against that of a function in Java over the same parameters. */
public final class Verification {
    private Verification() { }

    /** The result is what the function gives; where it refuses, an error of that class was thrown. */
    public static ResultVerifier result(Function<List<Operand>, Operand> reference) {
        return run -> verify(run, reference, (expected, actual) -> assertLike(null, expected, actual));
    }

    /** The result is an array of what the function gives. */
    public static ResultVerifier results(Function<List<Operand>, List<Operand>> reference) {
        return run -> verify(run, reference, Verification::assertElements);
    }

    /** Of a function of one parameter. */
    public static ResultVerifier ofOne(Function<Operand, Operand> reference) {
        return result(parameters -> reference.apply(parameters.getFirst()));
    }

    /** Of a function of one parameter that gives an array. */
    public static ResultVerifier allOfOne(Function<Operand, List<Operand>> reference) {
        return results(parameters -> reference.apply(parameters.getFirst()));
    }

    /** An error of this class was thrown, whatever the parameters are. */
    public static ResultVerifier throwing(String errorName) {
        return run -> assertThrown(run, errorName);
    }

    private interface Comparison<T> {
        void hold(T expected, Value actual);
    }

    private static <T> void verify(SnippetRun run, Function<List<Operand>, T> reference, Comparison<T> comparison) {
        T expected;
        try {
            expected = reference.apply(run.getParameters().stream().map(Operand::of).toList());
        } catch (Refusal refusal) {
            assertThrown(run, refusal.errorName());
            return;
        }
        if (run.getException() != null) {
            throw run.getException();
        }
        comparison.hold(expected, run.getResult());
    }

    private static void assertThrown(SnippetRun run, String errorName) {
        PolyglotException exception = run.getException();
        assertNotNull("no " + errorName + " but " + run.getResult(), exception);
        assertTrue(exception.toString(), exception.isGuestException());
        assertEquals(errorName, exception.getGuestObject().getMetaObject().getMetaSimpleName());
    }

    private static void assertElements(List<Operand> expected, Value actual) {
        assertTrue(actual.toString(), actual.hasArrayElements());
        assertEquals(expected.size(), actual.getArraySize());
        for (int i = 0; i < expected.size(); i++) {
            assertLike("element " + i, expected.get(i), actual.getArrayElement(i));
        }
    }

    private static void assertLike(String what, Operand expected, Value actual) {
        Operand result = Operand.of(actual);
        if (!expected.isLike(result)) {
            assertEquals(what, expected, result);
        }
    }
}
