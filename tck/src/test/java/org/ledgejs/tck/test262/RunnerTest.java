package org.ledgejs.tck.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.tck.report.Json;
import org.ledgejs.tck.report.KnownFailures;
import org.ledgejs.tck.test262.Result.Outcome;

/** Whole runs over a suite of our own. */
class RunnerTest {
    @TempDir private Path suite;

    @BeforeEach
    void harness() throws IOException {
        write("harness/assert.js", "function assert(value) { if (!value) throw new Error('not true'); }");
        write("harness/sta.js", "function $DONOTEVALUATE() { throw 'evaluated'; }");
        write("harness/doneprintHandle.js", "function $DONE(e) { print(e ? 'Test262:AsyncTestFailure:' + e : 'Test262:AsyncTestComplete'); }");
        write("harness/helper.js", "var helper = typeof assert;");
    }

    private void write(String name, String content) throws IOException {
        Path file = suite.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void test(String name, String metadata, String code) throws IOException {
        write("test/" + name, "/*---\n" + metadata + "\n---*/\n" + code);
    }

    private static String negative(String phase, String type) {
        return "negative:\n  phase: " + phase + "\n  type: " + type;
    }

    private List<Result> run(String... more) throws IOException, InterruptedException {
        String[] args = new String[more.length + 4];
        System.arraycopy(more, 0, args, 4, more.length);
        args[0] = "--dir";
        args[1] = suite.toString();
        args[2] = "--jobs";
        args[3] = "1";
        Options options = Options.parse(args);
        Suite tests = new Suite(options.dir());
        try (Engines engines = new Engines(options)) {
            return new Summary(new Runner(options, tests, tests.tests(options.filters(), options.sample()), engines, r -> { }).run(1)).results();
        }
    }

    private String outcomes(String... more) throws IOException, InterruptedException {
        return run(more).stream().map(r -> r.test().name() + " " + r.mode() + " " + r.outcome()).collect(Collectors.joining("\n"));
    }

    @Test
    void ordinaryTestsRunInBothModesWithTheirIncludes() throws IOException, InterruptedException {
        test("a.js", "includes: [helper.js]", "assert(helper === 'function'); assert((function () { return this })() === globalThis)");
        assertEquals("a.js SLOPPY PASS\na.js STRICT FAIL", outcomes());
    }

    @Test
    void rawTestsSeeNoHarness() throws IOException, InterruptedException {
        test("raw.js", "flags: [raw]", "if (typeof assert !== 'undefined') throw 1");
        assertEquals("raw.js RAW PASS", outcomes());
    }

    @Test
    void negativeTestsNeedTheirErrorInItsPhase() throws IOException, InterruptedException {
        test("early.js", negative("parse", "SyntaxError") + "\nflags: [noStrict]", "$DONOTEVALUATE(); let x; let x;");
        test("late.js", negative("parse", "SyntaxError") + "\nflags: [noStrict]", "throw new SyntaxError");
        test("other.js", negative("runtime", "TypeError") + "\nflags: [noStrict]", "throw new RangeError");
        test("right.js", negative("runtime", "TypeError") + "\nflags: [noStrict]", "null.x");
        test("without.js", negative("runtime", "TypeError") + "\nflags: [noStrict]", "");
        test("link.js", negative("resolution", "SyntaxError") + "\nflags: [module]", "$DONOTEVALUATE(); import { nothing } from './link.js';");
        assertEquals("""
            early.js SLOPPY PASS
            late.js SLOPPY FAIL
            link.js MODULE PASS
            other.js SLOPPY FAIL
            right.js SLOPPY PASS
            without.js SLOPPY FAIL""", outcomes());
    }

    @Test
    void asyncTestsPassWhenTheySaySo() throws IOException, InterruptedException {
        test("done.js", "flags: [async, noStrict]", "Promise.resolve().then($DONE)");
        test("failed.js", "flags: [async, noStrict]", "Promise.reject('no').catch($DONE)");
        test("silent.js", "flags: [async, noStrict]", "Promise.resolve()");
        assertEquals("done.js SLOPPY PASS\nfailed.js SLOPPY FAIL\nsilent.js SLOPPY FAIL", outcomes());
    }

    @Test
    void agentsTalkAndWaitOnSharedMemory() throws IOException, InterruptedException {
        test("agents.js", "flags: [noStrict]", """
            $262.agent.start(`$262.agent.receiveBroadcast((buffer, n) => {
              let cells = new Int32Array(buffer);
              $262.agent.report(n + Atomics.wait(cells, 0, 0));
              $262.agent.leaving();
            })`);
            let cells = new Int32Array(new SharedArrayBuffer(8));
            $262.agent.broadcast(cells.buffer, 7);
            while (Atomics.notify(cells, 0) === 0) $262.agent.sleep(1);
            let report;
            while ((report = $262.agent.getReport()) === null) $262.agent.sleep(1);
            assert(report === '7ok');""");
        test("blocking.js", "flags: [noStrict, CanBlockIsFalse]", "try { Atomics.wait(new Int32Array(new SharedArrayBuffer(8)), 0, 0, 0); } catch (e) { assert(e instanceof TypeError); }");
        assertEquals("agents.js SLOPPY PASS\nblocking.js SLOPPY PASS", outcomes());
    }

    @Test
    void realmsAreSeparateAndScriptsRunInTheirs() throws IOException, InterruptedException {
        test("realms.js", "flags: [noStrict]", """
            let other = $262.createRealm();
            assert(other.evalScript('var x = 1; Array') !== Array);
            assert(other.global.x === 1 && typeof x === 'undefined');
            assert(typeof $262.IsHTMLDDA === 'undefined' && $262.IsHTMLDDA() === null && $262.IsHTMLDDA == null && !$262.IsHTMLDDA);
            let buffer = new ArrayBuffer(8);
            $262.detachArrayBuffer(buffer);
            assert(buffer.detached);""");
        assertEquals("realms.js SLOPPY PASS", outcomes());
    }

    @Test
    void endlessTestsAreStoppedAndTheRestGoesOn() throws IOException, InterruptedException {
        test("a.js", "flags: [noStrict]", "for (;;);");
        test("b.js", "flags: [noStrict]", "");
        assertEquals("a.js SLOPPY TIMEOUT\nb.js SLOPPY PASS", outcomes("--timeout", "1"));
    }

    @Test
    void filtersAndSamplesChooseTests() throws IOException, InterruptedException {
        for (int i = 0; i < 40; i++) {
            test("x/" + i + ".js", "flags: [raw]", "");
        }
        test("y/z.js", "flags: [raw]", "");
        write("test/y/z_FIXTURE.js", "");
        assertEquals("y/z.js RAW PASS", outcomes("--filter", "*/z.js"));
        List<Result> sample = run("--filter", "x/", "--sample", "30");
        assertTrue(sample.size() > 3 && sample.size() < 25, () -> sample.size() + " of 40");
        assertEquals(sample.stream().map(Result::test).toList(), run("--filter", "x/", "--sample", "30").stream().map(Result::test).toList());
    }

    @Test
    void theKnownFailuresAreComparedBothWays() throws IOException, InterruptedException {
        test("fails.js", "flags: [raw]", "throw new Error('why');");
        test("known.js", "flags: [raw]", "throw 1");
        test("part/fails.js", "flags: [raw]", "throw 1");
        test("passes.js", "flags: [raw]", "");
        KnownFailures known = KnownFailures.parse(List.of("# a remark", "== reason", "known.js", "passes.js", "part/**", "elsewhere.js"));
        Summary summary = new Summary(run());
        assertEquals(List.of("fails.js"), known.unexpected(summary.failed()));
        assertEquals(List.of("passes.js"), known.mended(summary.passed()));
        List<String> updated = known.updated(summary.failed(), summary.passed());
        assertEquals(List.of("# a remark", "", "== Error: why", "fails.js", "", "== reason", "elsewhere.js", "known.js", "part/**"), updated);
    }

    @Test
    void resultsAreQuotedForJson() {
        assertEquals("\"a\\\"\\\\\\u000a\"", Json.quote("a\"\\\n"));
    }
}
