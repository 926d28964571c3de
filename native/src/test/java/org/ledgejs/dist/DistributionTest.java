package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

    private static final String HOT_LOOP = """
            function step(x) { return (x * 31 + 7) % 1000003; }
            let x = 1;
            for (let i = 0; i < 3000000; i++) x = step(x);
            console.log(typeof x);
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ledge", "ledge-small"})
    void runsAProgramWithoutAJdk(String name) throws Exception {
        Path program = Files.writeString(folder.resolve("hello.mjs"), "console.log('hello', process.argv.slice(2).join('+'));\n");
        Installed.Run run = Installed.named(name).run(program.toString(), "a b", "--inspect").succeeded();
        assertEquals("hello a b+--inspect\n", run.out());
        assertEquals("", run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledge", "ledge-small"})
    void startsFromItsAotCache(String name) throws Exception {
        Installed.Run run = Installed.named(name).run("--vm.Xlog:aot:stderr", "-p", "1 + 1").succeeded();
        assertEquals("2\n", run.out());
        assertTrue(run.err().contains("Using AOT-linked classes: true"), run.err());
    }

    @Test
    void graalCompilesAHotLoop() throws Exception {
        Path program = Files.writeString(folder.resolve("hot.js"), HOT_LOOP);
        Installed.Run run = Installed.named("ledge")
                .run("--engine.TraceCompilation", "--engine.BackgroundCompilation=false", program.toString()).succeeded();
        String said = run.out() + run.err();
        assertTrue(said.contains("number\n"), said);
        assertTrue(said.lines().anyMatch(line -> line.contains("opt done") && line.contains("|Tier 2|")), said);
        assertFalse(said.contains("opt failed"), said);
    }

    @Test
    void theSmallFlavourInterpretsWithoutGraal() throws Exception {
        Path program = Files.writeString(folder.resolve("hot.js"), HOT_LOOP);
        Installed small = Installed.named("ledge-small");
        assertEquals("number\n", small.run(program.toString()).succeeded().out());
        Installed.Run modules = new Installed(small.home().resolve("lib/runtime/bin/java")).run("--list-modules").succeeded();
        assertTrue(modules.out().contains("org.graalvm.truffle"), modules.out());
        assertFalse(modules.out().contains("jdk.graal.compiler"), modules.out());
    }

    @Test
    void startsThroughLinksAndFromItsOwnFolder() throws Exception {
        Installed installed = Installed.named("ledge");
        Path link = Files.createSymbolicLink(folder.resolve("l"), installed.command());
        Path relative = Files.createSymbolicLink(folder.resolve("again"), Path.of("l"));
        String version = installed.run("--version").succeeded().out();
        assertEquals(version, new Installed(link).run("--version").succeeded().out());
        assertEquals(version, new Installed(relative).run("--version").succeeded().out());
        assertEquals(version, new Installed(Path.of("/bin/sh")).run("-c", "cd '" + installed.home() + "/bin' && ./ledge --version && sh ledge --version >/dev/null")
                .succeeded().out());
    }

    @Test
    void optionsOfTheMachineComeBeforeTheProgramOnly() throws Exception {
        Installed installed = Installed.named("ledge");
        assertEquals("undefined\n", installed.run("--vm.Xmx200m", "--vm.Dname=a value", "-p", "process.env.name").succeeded().out());
        Path program = Files.writeString(folder.resolve("args.cjs"), "console.log(process.argv[2]);\n");
        assertEquals("--vm.Xmx1m\n", installed.run(program.toString(), "--vm.Xmx1m").succeeded().out());
        assertEquals(1, installed.run("--vm.XX:NoSuchOption", "--version").status());
    }

    @Test
    void anUncaughtErrorShowsItsLineAndEndsWith1() throws Exception {
        Path program = Files.writeString(folder.resolve("throws.cjs"), "const a = 1;\nthrow new TypeError('not so');\n");
        Installed.Run run = Installed.named("ledge").run(program.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith(program.toRealPath() + ":2\nthrow new TypeError('not so');\n^"), run.err());
        assertTrue(run.err().contains("\nTypeError: not so\n    at "), run.err());
    }

    @Test
    void aMissingFileIsAModuleNotFound() throws Exception {
        Installed.Run run = Installed.named("ledge").run("/nowhere/app.js");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("Cannot find module '/nowhere/app.js'"), run.err());
        assertTrue(run.err().contains("code: 'MODULE_NOT_FOUND'"), run.err());
    }

    @Test
    void theProgramChoosesItsExitCode() throws Exception {
        assertEquals(7, Installed.named("ledge").run("-e", "process.exit(7)").status());
        assertEquals(3, Installed.named("ledge").run("-e", "process.exitCode = 3; setTimeout(() => {}, 1)").status());
    }
}
