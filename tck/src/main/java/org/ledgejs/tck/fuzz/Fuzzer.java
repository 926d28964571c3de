package org.ledgejs.tck.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

import org.ledgejs.tck.test262.Compilation;
import org.ledgejs.tck.test262.Engines;
import org.ledgejs.tck.test262.Suite;
import org.ledgejs.tck.test262.Watchdog;

/** Runs mutants on several threads until the time is over. */
final class Fuzzer {
    /** Programs recurse on the thread that calls them. */
    private static final long STACK_SIZE = 8L << 20;
    /** One probe in this many is of images. */
    private static final int IMAGES = 6;
    /** An engine keeps what its programs share; a new one now and then keeps that small. */
    private static final int PROGRAMS_OF_AN_ENGINE = 4_000;
    /** Programs look whether they are to stop at calls and turns of loops; those that are cold, on a busy machine, come there late. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MINIMIZING = Duration.ofSeconds(40);

    private final Options options;
    private final Suite suite;
    private final Corpus corpus;
    private final Findings findings;
    private final Watchdog<Probe> watchdog;
    private final AtomicLong started = new AtomicLong();
    private final AtomicLongArray ended = new AtomicLongArray(Outcome.Kind.values().length);
    private final CountDownLatch workers;
    private final long end;

    Fuzzer(Options options) throws IOException {
        this.options = options;
        this.suite = new Suite(options.dir());
        this.corpus = new Corpus(suite, options.own());
        this.findings = new Findings(options.save());
        this.watchdog = new Watchdog<>(options.limit(), PATIENCE, this::stuck);
        this.workers = new CountDownLatch(options.jobs());
        this.end = System.nanoTime() + options.time().toNanos();
    }

    /** Blocks until the end. */
    void run() throws InterruptedException {
        watchdog.start();
        for (int i = 0; i < options.jobs(); i++) {
            startThread();
        }
        workers.await();
    }

    Findings findings() {
        return findings;
    }

    long ended(Outcome.Kind kind) {
        return ended.get(kind.ordinal());
    }

    int corpusSize() {
        return corpus.size();
    }

    private void startThread() {
        Thread thread = new Thread(null, this::work, "fuzz", STACK_SIZE);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        Watchdog<Probe>.Watch watch = watchdog.watch();
        Engines engines = new Engines(false, Compilation.LAZY);
        int programs = 0;
        while (System.nanoTime() < end && !watch.isAbandoned()) {
            long number = started.getAndIncrement();
            if (number >= options.programs()) {
                break;
            }
            if (++programs % PROGRAMS_OF_AN_ENGINE == 0) {
                engines.close();
                engines = new Engines(false, Compilation.LAZY);
            }
            probe(engines, watch, options.seed() + number);
        }
        if (!watch.isAbandoned()) {
            workers.countDown();
        }
    }

    private void probe(Engines engines, Watchdog<Probe>.Watch watch, long seed) {
        Sample sample = mutant(seed);
        boolean ofImages = new SplittableRandom(seed).nextInt(IMAGES) == 0;
        Outcome outcome = new Probe(suite, engines, sample, ofImages ? new SplittableRandom(seed) : null).run(watch);
        if (watch.isAbandoned()) {
            return;
        }
        ended.incrementAndGet(outcome.kind().ordinal());
        if (outcome.isFinding() && findings.add(outcome)) {
            System.err.println("seed " + seed + ": " + outcome.cause());
            Sample small = ofImages || outcome.cause().contains("takes too long") ? sample : sample.with(new Minimizer(text -> {
                Outcome again = new Probe(suite, engines, sample.with(text), null).run(watch);
                return again.isFinding() && again.key().equals(outcome.key());
            }, MINIMIZING).minimize(sample.text()));
            findings.save(outcome, small, seed, ofImages);
        }
    }

    private Sample mutant(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Sample sample = corpus.pick(random);
        Sample donor = corpus.pick(random);
        Set<String> includes = new LinkedHashSet<>(sample.includes());
        if (!includes.isEmpty()) {
            includes.addAll(donor.includes());
        }
        List<String> all = new ArrayList<>(includes);
        return new Sample(sample.file(), sample.metadata(), sample.mode(), all, Mutator.mutate(sample.text(), donor.text(), random));
    }

    /** A thread that does not even answer when told to stop is left behind. */
    private void stuck(Watchdog<Probe>.Watch watch, Probe probe) {
        StringBuilder stack = new StringBuilder(probe.stage()).append(": does not answer to cancellation, in");
        int frames = 0;
        for (StackTraceElement frame : watch.thread().getStackTrace()) {
            if (frame.getClassName().startsWith("org.ledgejs.language.") && frames++ < 5) {
                stack.append(' ').append(frame.getClassName().replaceFirst(".*\\.", "")).append('.').append(frame.getMethodName()).append(':').append(frame.getLineNumber());
            }
        }
        Outcome outcome = new Outcome(Outcome.Kind.FINDING, stack.toString());
        ended.incrementAndGet(outcome.kind().ordinal());
        if (findings.add(outcome)) {
            System.err.println(outcome.cause());
            findings.save(outcome, probe.sample(), options.seed() + started.get() - 1, probe.ofImages());
        }
        startThread();
    }
}
