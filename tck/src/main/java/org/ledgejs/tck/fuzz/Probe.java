package org.ledgejs.tck.fuzz;

import java.io.OutputStream;
import java.time.Duration;
import java.util.SplittableRandom;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.ByteSequence;

import org.ledgejs.language.LedgeContext;
import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.image.RoundTrip;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;
import org.ledgejs.tck.test262.Engines;
import org.ledgejs.tck.test262.Suite;
import org.ledgejs.tck.test262.Watchdog;

/** Takes one program, or images of it, all the way through the engine. */
final class Probe {
    private static final String STARTING = "starting";
    /** No program takes that long to be parsed, written or built, however busy the machine is. */
    private static final Duration LONG = Duration.ofSeconds(10);
    /** Damaged images of one program. */
    private static final int IMAGES = 4;

    private final Suite suite;
    private final Engines engines;
    private final Sample sample;
    private final SplittableRandom random;

    /** What the watchdog would interrupt: only a program may take its time. */
    private volatile String stage = STARTING;

    /** @param random what images are damaged with, or null if the program itself is to run */
    Probe(Suite suite, Engines engines, Sample sample, SplittableRandom random) {
        this.suite = suite;
        this.engines = engines;
        this.sample = sample;
        this.random = random;
    }

    Sample sample() {
        return sample;
    }

    String stage() {
        return stage;
    }

    boolean ofImages() {
        return random != null;
    }

    Outcome run(Watchdog<Probe>.Watch watch) {
        Outcome outcome;
        long start = System.nanoTime();
        try {
            Context context = engines.context(sample.metadata(), OutputStream.nullOutputStream());
            watch.begin(context, this);
            try {
                context.initialize(LedgeLanguage.ID);
                outcome = random == null ? program(context) : images(context);
            } finally {
                watch.end();
                context.close(true);
            }
        } catch (PolyglotException e) {
            outcome = Outcome.of(e);
        } catch (OutOfMemoryError e) {
            outcome = Outcome.FAILED;
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            outcome = watch.isOver() && stage.equals("running") ? Outcome.STOPPED : Outcome.finding(stage, e);
        }
        if (watch.isOver() && !outcome.isFinding()) {
            boolean programsOwn = stage.equals("running") || stage.equals(STARTING) || System.nanoTime() - start < LONG.toNanos();
            return programsOwn ? Outcome.STOPPED : new Outcome(Outcome.Kind.FINDING, stage + ": takes too long");
        }
        return outcome;
    }

    private Outcome program(Context context) throws Exception {
        if (!buildAll(context)) {
            return Outcome.REJECTED;
        }
        stage = "running";
        try {
            for (String include : sample.includes()) {
                context.eval(suite.harness(include));
            }
            context.parse(Source.newBuilder(LedgeLanguage.ID, sample.file().toFile()).content(sample.text()).cached(false)
                    .mimeType(sample.isModule() ? LedgeLanguage.MODULE_MIME_TYPE : LedgeLanguage.SCRIPT_MIME_TYPE).build()).executeVoid();
            return Outcome.COMPLETED;
        } catch (PolyglotException e) {
            return Outcome.of(e);
        }
    }

    /** Everything there is before anything runs. @return whether it is a program at all */
    private boolean buildAll(Context context) {
        context.enter();
        try {
            CodeUnit unit = unit();
            if (unit == null) {
                return false;
            }
            stage = "writing and reading an image";
            CodeUnit again = RoundTrip.of(unit);
            stage = "building nodes";
            build(again);
            return true;
        } finally {
            context.leave();
        }
    }

    private CodeUnit unit() {
        stage = "parsing";
        SourceText text = new SourceText(sample.file().toString(), sample.text());
        ParseOptions options = ParseOptions.DEFAULT.withRegExpValidator(RegExpSyntax::errorIn);
        try {
            var program = sample.isModule() ? Parser.parseModule(text, options) : Parser.parseScript(text, options);
            stage = "resolving";
            return Resolver.resolve(program);
        } catch (SyntaxException e) {
            return null;
        }
    }

    private void build(CodeUnit unit) {
        com.oracle.truffle.api.source.Source source = com.oracle.truffle.api.source.Source.newBuilder(LedgeLanguage.ID, sample.text(), "fuzz").build();
        LoadedUnit loaded = new LoadedUnit(LedgeContext.get(null).language(), unit, source, source);
        for (int i = 0; i < unit.functionCount(); i++) {
            loaded.function(i).callTarget();
        }
    }

    /** Damaged images: what the reader takes for whole must be safe to run. */
    private Outcome images(Context context) throws Exception {
        byte[] image;
        context.enter();
        try {
            CodeUnit unit = unit();
            if (unit == null) {
                return Outcome.REJECTED;
            }
            image = Images.write(unit, sample);
        } finally {
            context.leave();
        }
        for (int i = 0; i < IMAGES; i++) {
            byte[] damaged = Images.damage(image, random);
            stage = "reading an image";
            if (!Images.read(damaged)) {
                continue;
            }
            stage = "running";
            try {
                context.eval(Source.newBuilder(LedgeLanguage.ID, ByteSequence.create(damaged), "fuzz.wasm").mimeType(LedgeLanguage.IMAGE_MIME_TYPE).cached(false).build());
            } catch (PolyglotException e) {
                Outcome outcome = Outcome.of(e);
                if (outcome != Outcome.FAILED) {
                    return outcome;
                }
            }
        }
        return Outcome.COMPLETED;
    }
}
