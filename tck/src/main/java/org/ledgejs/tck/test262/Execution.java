package org.ledgejs.tck.test262;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

import org.ledgejs.tck.test262.Metadata.Phase;
import org.ledgejs.tck.test262.Result.Outcome;

/** One test in one mode, in the context given: INTERPRETING.md of the suite, step by step. */
final class Execution {
    private static final String COMPLETE = "Test262:AsyncTestComplete";
    private static final String FAILURE = "Test262:AsyncTestFailure:";
    private static final Source NOTHING = Source.create("ledge", "");

    private final Suite suite;
    private final TestFile test;
    private final String text;
    private final Metadata metadata;
    private final Mode mode;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** How the test ended, or how far it came. */
    private record Ending(Outcome outcome, String message) {
        static final Ending PASS = new Ending(Outcome.PASS, "");

        static Ending fail(String message) {
            return new Ending(Outcome.FAIL, message);
        }
    }

    Execution(Suite suite, TestFile test, String text, Metadata metadata, Mode mode) {
        this.suite = suite;
        this.test = test;
        this.text = text;
        this.metadata = metadata;
        this.mode = mode;
    }

    /** @param watch is told of the context while it runs, and closes it when its time is over */
    Result run(Engines engines, Watchdog<Execution>.Watch watch) {
        long start = System.nanoTime();
        Ending ending;
        try {
            Context context = engines.context(metadata, out);
            watch.begin(context, this);
            try {
                ending = run(context);
            } finally {
                watch.end();
                context.close(true);
            }
        } catch (PolyglotException e) {
            ending = failed(e);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError | OutOfMemoryError e) {
            ending = new Ending(Outcome.INTERNAL, "outside of the program: " + e + at(e));
        }
        if (watch.isOver() && ending.outcome != Outcome.INTERNAL) {
            ending = new Ending(Outcome.TIMEOUT, "still running at the time limit");
        }
        return result(ending.outcome, ending.message, (System.nanoTime() - start) / 1_000_000);
    }

    Result result(Outcome outcome, String message, long millis) {
        return new Result(test, mode, outcome, oneLine(message), millis);
    }

    private Ending run(Context context) throws IOException {
        if (mode != Mode.RAW) {
            context.eval(suite.harness("assert.js"));
            context.eval(suite.harness("sta.js"));
            if (metadata.has("async")) {
                context.eval(suite.harness("doneprintHandle.js"));
            }
            for (String include : metadata.includes()) {
                context.eval(suite.harness(include));
            }
        }
        Source.Builder source = Source.newBuilder("ledge", test.file().toFile()).content(mode.text(text)).cached(false);
        source.mimeType(mode == Mode.MODULE ? "application/x-ledge+module" : "application/x-ledge");
        Phase phase = Phase.PARSE;
        try {
            Value program = context.parse(source.build());
            phase = Phase.RUNTIME;
            program.executeVoid();
        } catch (PolyglotException e) {
            return ended(e, phase);
        }
        if (metadata.negative() != null) {
            return Ending.fail("no error where " + metadata.negative().type() + " was expected");
        }
        return metadata.has("async") ? untilDone(context) : Ending.PASS;
    }

    /** Turns the context until the program has printed that it is done. */
    private Ending untilDone(Context context) {
        boolean waitsForOthers = metadata.includes().contains("atomicsHelper.js") || metadata.features().stream().anyMatch(f -> f.startsWith("Atomics"))
                || metadata.features().contains("FinalizationRegistry");
        for (int turn = 0; turn == 0 || waitsForOthers; turn++) {
            for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
                if (line.equals(COMPLETE)) {
                    return Ending.PASS;
                }
                if (line.startsWith(FAILURE)) {
                    return Ending.fail(line.substring(FAILURE.length()));
                }
            }
            if (waitsForOthers) {
                Thread.yield();
                context.eval(NOTHING);
            }
        }
        return Ending.fail("the jobs ran out before the test said it was done");
    }

    /** What an error of the program means to a test. A module that cannot be linked runs nothing, so both later phases look alike. */
    private Ending ended(PolyglotException error, Phase phase) {
        Metadata.Negative expected = metadata.negative();
        if (expected == null || error.isInternalError() || error.isCancelled() || error.isResourceExhausted()) {
            return failed(error);
        }
        if ((expected.phase() == Phase.PARSE) != (phase == Phase.PARSE)) {
            return Ending.fail("error of phase " + phase + " where one of phase " + expected.phase() + " was expected: " + error.getMessage());
        }
        String type = type(error.getGuestObject());
        return type.equals(expected.type()) ? Ending.PASS : Ending.fail(type + " where " + expected.type() + " was expected: " + error.getMessage());
    }

    private static Ending failed(PolyglotException error) {
        if (error.isInternalError()) {
            return new Ending(Outcome.INTERNAL, error.getMessage() + at(error));
        }
        return error.isResourceExhausted() ? new Ending(Outcome.INTERNAL, "resources exhausted: " + error.getMessage()) : Ending.fail(message(error));
    }

    /** The suite's own errors are no Error objects, so the engine shows their fields. */
    private static String message(PolyglotException error) {
        Value thrown = error.getGuestObject();
        Value message = thrown != null && type(thrown).equals("Test262Error") ? thrown.getMember("message") : null;
        return message != null && message.isString() ? message.asString() : error.getMessage();
    }

    /** The top of the stack of the engine's own exception. */
    private static String at(Throwable error) {
        StringBuilder at = new StringBuilder();
        int frames = 0;
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frames++ < 6) {
                at.append(frames == 1 ? " at " : " < ").append(frame.getClassName().replaceFirst(".*\\.", "")).append('.').append(frame.getMethodName()).append(':').append(frame.getLineNumber());
            }
        }
        return at.toString();
    }

    private static String type(Value thrown) {
        Value constructor = thrown == null || !thrown.hasMembers() ? null : thrown.getMember("constructor");
        Value name = constructor == null || !constructor.hasMembers() ? null : constructor.getMember("name");
        return name != null && name.isString() ? name.asString() : "no error";
    }

    private static String oneLine(String message) {
        String line = message == null ? "" : message.replaceAll("\\s+", " ").strip();
        return line.length() > 400 ? line.substring(0, 400) + "…" : line;
    }
}
