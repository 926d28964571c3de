package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ledgejs.dist.Installed.Run;
import org.ledgejs.dist.Installed.Started;

/** How programs end when the system has something to say: signals, ports in use, closed pipes, full disks, sensors that are silent. */
class EndingsTest {

    private static final Path GATEWAY = Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent().resolve("examples/gateway");
    private static final String PARSED = "--log.ledge.level=FINE";
    private final Installed ledge = Installed.named("ledge");

    @TempDir
    private Path folder;

    private String program(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** What every run owes its user. */
    private static Run clean(Run run) {
        String said = run.out() + run.err();
        assertFalse(said.matches("(?s).*(\\bjava\\.|\\bjdk\\.|com\\.oracle|org\\.graalvm|org\\.ledgejs|Exception in thread).*"), said);
        return run;
    }

    /** The LED as the program leaves it is printed on the way out. */
    private String gateway() throws Exception {
        return program("watched.mjs", """
                import { level } from 'ledge:board';
                process.on('exit', (code) => console.log(`led ${level(17)} code ${code}`));
                await import('%s');
                """.formatted(GATEWAY.resolve("gateway.mjs").toUri()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalEndsTheGatewayInOrder(String signal) throws Exception {
        try (Started started = ledge.start(Map.of("LEDGE_BOARD", "simulated"), gateway(), "--interval", "20", "--port", "0", "--threshold", "0")) {
            started.awaitOutput("\"led\":true");
            new ProcessBuilder("kill", "-" + signal, Long.toString(started.process().pid())).start().waitFor();
            Run run = clean(started.end(1)).succeeded();
            assertTrue(run.out().endsWith("led 0 code 0\n"), run.out());
        }
    }

    @Test
    void theGatewayLogsASensorThatDoesNotAnswerAndGoesOn() throws Exception {
        try (Started started = ledge.start(Map.of("LEDGE_BOARD", GATEWAY.resolve("faulty.board").toString()),
                GATEWAY.resolve("gateway.mjs").toString(), "--samples", "6", "--interval", "5", "--port", "0")) {
            Run run = clean(started.end(1)).succeeded();
            List<String> lines = run.out().lines().toList();
            assertEquals(6, lines.size(), run.out());
            for (int n = 1; n <= 6; n++) {
                String line = lines.get(n - 1);
                assertTrue(line.startsWith("{\"n\":" + n + ","), line);
                assertTrue(line.contains(n % 3 == 0 ? "\"error\":\"EREMOTEIO: Remote I/O error, nothing answers at 0x76 on i2c-1\"" : "\"temperature\":21.4"), line);
            }
        }
    }

    @Test
    void aBoardThatCannotBeReadIsNamed() throws Exception {
        try (Started started = ledge.start(Map.of("LEDGE_BOARD", "/nowhere/my.board"), "--", program("led.mjs", "import { LED } from 'diozero'; new LED(17);"))) {
            Run run = clean(started.end(1));
            assertEquals(1, run.status());
            assertTrue(run.err().contains("Error: cannot read the board description /nowhere/my.board: no such file\n"), run.err());
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "net"})
    void aPortInUseIsNodesError(String module) throws Exception {
        Run run = clean(ledge.run("-e", """
                const { createServer } = require('%s');
                createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port); createServer().listen(this.address().port, '127.0.0.1'); });
                """.formatted(module)));
        assertEquals(1, run.status(), run.err());
        String port = run.out().strip();
        assertTrue(run.err().contains("Error: listen EADDRINUSE: address already in use 127.0.0.1:" + port + "\n"), run.err());
        assertTrue(run.err().contains("  code: 'EADDRINUSE',\n  errno: -98,\n  syscall: 'listen',\n  address: '127.0.0.1',\n  port: " + port + "\n"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-p 1", "--help", "--version", "-e \"for(let i=0;i<3000;i++)console.log('some text',i)\"",
            "-e \"for(let i=0;i<3000;i++)process.stdout.write('some text '+i)\""})
    void aReaderThatLeavesIsNoReasonToShout(String arguments) throws Exception {
        try (Started started = Started.of(List.of("/bin/sh", "-c", ledge.command() + " " + arguments + " | head -c 1"), Map.of())) {
            Run run = clean(started.end(1));
            assertEquals(0, run.status());
            assertFalse(run.err().contains("internal error"), run.err());
        }
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Run run = clean(ledge.run("build", program("a.mjs", "console.log(1)"), "-o", "/dev/full"));
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("Error: Cannot write /dev/full: no space left on device\n"), run.err());
    }

    @Test
    void endlessRecursionEndsWithItsLine() throws Exception {
        String program = program("endless.cjs", "function f() {\n  return f() + 1;\n}\nf();\n");
        Run run = clean(ledge.run(program));
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith(program + ":"), run.err());
        assertTrue(run.err().contains("\nRangeError: Maximum call stack size exceeded\n    at f (" + program + ":"), run.err());
    }

    @Test
    void memoryThatIsUsedUpEndsTheProgramOnly() throws Exception {
        Run run = clean(ledge.run("--vm.Xmx64m", "-e", "const all = []; for (;;) all.push(new Array(1000).fill(all.length));"));
        assertEquals(1, run.status(), run.err());
        assertTrue(run.err().startsWith("ledge: the program used up the memory"), run.err());
    }

    @Test
    void aProgramOfAFormatNothingTellsIsParsedOnce() throws Exception {
        String main = program("main.js", "// no import, no export\nconsole.log('ran')");
        Run run = clean(ledge.run(PARSED, main)).succeeded();
        assertEquals("ran\n", run.out());
        assertEquals(1, run.err().lines().filter(line -> line.endsWith("parsed " + main)).count(), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xmx64m", "XX:MaxHeapSize=64m", "XX:MaxRAM=128m"})
    void lessMemoryCanBeGiven(String limit) throws Exception {
        assertEquals("2\n", clean(ledge.run("--vm." + limit, "-p", "1+1")).succeeded().out());
    }

    @Test
    void anImageParsesNothing() throws Exception {
        program("lib.mjs", "export const twice = (x) => 2 * x;");
        program("old.cjs", "const { join } = require('node:path'); module.exports = join('a', 'b') + require('./data.json').n;");
        program("data.json", "{\"n\": 3}");
        String main = program("main.mjs", """
                import { readFileSync } from 'node:fs';
                import { EventEmitter } from 'node:events';
                import old from './old.cjs';
                import { twice } from './lib.mjs';
                new EventEmitter().on('x', (n) => console.log(twice(n), old, typeof readFileSync)).emit('x', 21);
                await import('node:http');
                """);
        assertTrue(ledge.run(PARSED, main).succeeded().err().contains("parsed " + Path.of(main).toUri()));
        String image = folder.resolve("main.wasm").toString();
        ledge.run("build", main, "-o", image).succeeded();
        Run run = clean(ledge.run(PARSED, image)).succeeded();
        assertEquals("42 a/b3 function\n", run.out());
        assertEquals("", run.err());

        // Not even the parser's class is there; without the AOT cache, which counts as loaded all that it holds.
        Path loaded = folder.resolve("loaded.txt");
        Installed.named("ledge-small").run("--vm.XX:AOTMode=off", "--vm.Xlog:class+load:file=" + loaded, image).succeeded();
        List<String> classes = Files.readAllLines(loaded);
        assertTrue(classes.stream().anyMatch(line -> line.contains("org.ledgejs.language.image.ImageReader ")));
        assertEquals(List.of(), classes.stream().filter(line -> line.matches(".*org\\.ledgejs\\.language\\.syntax\\.(Parser|Lexer) .*")).toList());
    }
}
