package org.ledgejs.tck.truffle.scripts;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.NUMBER;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;
import org.graalvm.polyglot.tck.Snippet;
import org.graalvm.polyglot.tck.TypeDescriptor;

import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Whole programs: a file's value is the function to run, a module exports it. */
public final class Programs {
    private final Context context;
    private final List<Snippet> snippets = new ArrayList<>();

    private Programs(Context context) {
        this.context = context;
    }

    public static List<Snippet> of(Context context) {
        Programs programs = new Programs(context);
        programs.gives("ackermann", 13);
        programs.gives("fibonacci", "280571172992510140037611932413038677189525");
        programs.gives("sieve", 168);
        programs.gives("queens", "135024 251403 304152 420531");
        programs.gives("classes", "<QUAD/4> [object Square] 1 true false static block field Square");
        programs.gives("generators", "got message, inner closed, result, caught error, inner, last, after, end, true, 9+36+81");
        programs.gives("proxies", "2 get set getOwnPropertyDescriptor defineProperty deleteProperty has ownKeys preventExtensions getPrototypeOf");
        programs.gives("destructuring", "1 2 w y 2 kl undefined 3 undefined 5 0  1 2 2 1 1 3 one1 three3");
        programs.gives("completion", "fell through, fell through, fell through, returned 1, overridden, throw, caught throw, throw, caught throw, continue, continue, break, return, override");
        programs.gives("texts", "a1\\n2 o4e3h2 quick the {\"b\":[1,{}],\"a\":\"é\"} abx 3 2");
        programs.gives("scopes", "function 012 123 outer inner inner! 2 object");
        programs.gives("symbols", "1234 3 1..4 true true false [object Range] zab 3 true");
        programs.gives("disposal", "ab, closed b, closed a, value, closed c, SuppressedError first second");
        programs.gives("binary", "24 64.9 -2.0 15 010200 false");
        programs.gives("module", "awaited true object undefined ReferenceError");
        programs.gives("dates", "2025-03-01T12:00:00.000Z NaN 1 NaN 1970-01-01T00:00:00.000Z");
        programs.add("promises", array(STRING), Verification.results(none -> Stream.of("start", "sync", "job", "first", "a|b", "x", "y", "fulfilled|rejected", "done").map(Operand::of).toList()));
        programs.add("uncaught", ANY, Programs::verifyUncaught);
        programs.add("overflow", ANY, Verification.throwing("RangeError"));
        return programs.snippets;
    }

    private void gives(String name, String expected) {
        add(name, STRING, Verification.result(none -> Operand.of(expected)));
    }

    private void gives(String name, double expected) {
        add(name, NUMBER, Verification.result(none -> Operand.of(expected)));
    }

    private void add(String name, TypeDescriptor type, ResultVerifier verifier) {
        Value program = name.equals("module") ? context.eval(source(name + ".mjs")).getMember("run") : context.eval(source(name + ".js"));
        snippets.add(Snippet.newBuilder(name, program, type).resultVerifier(verifier).build());
    }

    static Source source(String name) {
        try (Reader text = new InputStreamReader(Programs.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return Source.newBuilder("ledge", text, name).build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void verifyUncaught(ResultVerifier.SnippetRun run) {
        PolyglotException exception = run.getException();
        assertNotNull(exception);
        assertTrue(exception.isGuestException());
        assertFalse(exception.isSyntaxError());
        assertEquals("RangeError: out of reach", exception.getMessage());
        assertEquals(4, exception.getSourceLocation().getStartLine());
        List<String> names = new ArrayList<>();
        for (PolyglotException.StackFrame frame : exception.getPolyglotStackTrace()) {
            if (frame.isGuestFrame()) {
                names.add(frame.getRootName() + ":" + frame.getSourceLocation().getStartLine());
            }
        }
        assertEquals(List.of("thrower:4", "entry:6"), names);
        Value error = exception.getGuestObject();
        assertEquals("RangeError", error.getMember("name").asString());
        assertEquals("inner", error.getMember("cause").getMember("message").asString());
        assertTrue(error.isException());
    }
}
