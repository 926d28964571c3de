package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users are told of programs that cannot run: what Node says, with the place, and 1 for the exit code. */
class BadInputTest {

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    /** Runs a program that must fail, having printed nothing. @return what it said */
    private static String failed(String... arguments) {
        Ledge.Run run = Ledge.run(arguments);
        assertEquals(1, run.status(), run.toString());
        assertEquals("", run.out());
        return run.err();
    }

    private static void assertStarts(String expected, String said) {
        assertTrue(said.startsWith(expected), () -> "expected:\n" + expected + "\nbut was:\n" + said);
    }

    private static void assertSays(String expected, String said) {
        assertTrue(said.contains(expected), () -> "expected:\n" + expected + "\nbut was:\n" + said);
    }

    // Files.

    @Test
    void aMissingFile() throws IOException {
        String missing = folder.toRealPath().resolve("none.js").toString();
        assertStarts("Error: Cannot find module '" + missing + "' {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}\n", failed(missing));
    }

    @Test
    void aFolderThatIsNoProgram() throws IOException {
        String empty = Files.createDirectory(folder.toRealPath().resolve("empty")).toString();
        assertStarts("Error: Cannot find module '" + empty + "' {\n  code: 'MODULE_NOT_FOUND'", failed(empty));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.cjs", "p.mjs", "p.js"})
    void aFileThatCannotBeRead(String name) throws IOException {
        String file = file(name, "console.log(1)");
        assumeTrue(Path.of(file).toFile().setReadable(false) && !Files.isReadable(Path.of(file)), "this user reads everything");
        String said = failed(file);
        assertSays("Error: EACCES: permission denied, open '" + file + "'", said);
        assertSays("  errno: -13,\n  code: 'EACCES',\n  syscall: 'open',\n  path: '" + file + "'\n}", said);
    }

    /** Of these anybody may try to read. */
    @ParameterizedTest
    @ValueSource(strings = {"run", "--check", "--dump=code", "build"})
    void aFileThatFailsWhileItIsRead(String command) {
        assumeTrue(Files.isRegularFile(Path.of("/proc/self/mem")));
        String said = switch (command) {
            case "run" -> failed("/proc/self/mem");
            case "build" -> failed("build", "/proc/self/mem", "-o", folder.resolve("x.wasm").toString());
            default -> failed(command, "/proc/self/mem");
        };
        assertSays("Error: EIO: i/o error, read", said);
        assertSays("code: 'EIO'", said);
    }

    // Syntax.

    @ParameterizedTest
    @ValueSource(strings = {"p.cjs", "p.mjs", "p.js"})
    void aSyntaxErrorIsShownWhereItIs(String name) throws IOException {
        String file = file(name, "const a = 1;\n  let b = a +;\n");
        assertStarts(file + ":2\n  let b = a +;\n             ^\n\nSyntaxError: Unexpected token ';'\n", failed(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"main.mjs | import './bad.mjs'; | bad.mjs", "main.mjs | import './bad.cjs'; | bad.cjs", "main.cjs | require('./bad.cjs'); | bad.cjs",
            "main.cjs | require('./bad.mjs'); | bad.mjs", "main.mjs | await import('./bad.mjs'); | bad.mjs"})
    void aSyntaxErrorInAModuleIsShownThere(String main, String text, String bad) throws IOException {
        String culprit = file(bad, "\nlet 1a;\n");
        assertStarts(culprit + ":2\nlet 1a;\n    ^", failed(file(main, text)));
    }

    @Test
    void aSyntaxErrorInCodeOfTheCommandLine() {
        assertStarts("[eval]:1\nlet x = ;\n        ^\n\nSyntaxError: Unexpected token ';'\n", failed("-e", "let x = ;"));
        assertStarts("[eval]:1\n1 +\n   ^\n\nSyntaxError: Unexpected end of input\n", failed("-p", "1 +"));
    }

    @Test
    void aSyntaxErrorInWhatStandardInputHolds() {
        Ledge.Run run = Ledge.runWithInput("let a;\nlet a;", "-");
        assertEquals(1, run.status());
        assertStarts("[stdin]:2\nlet a;\n    ^\n\nSyntaxError: Identifier 'a' has already been declared\n", run.err());
    }

    @Test
    void textNestedBeyondReason() throws IOException {
        for (String name : new String[] {"deep.cjs", "deep.mjs"}) {
            assertSays("SyntaxError: Source is too deeply nested", failed(file(name, "x = " + "[".repeat(100_000))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"main.mjs | import './bad.json' with { type: 'json' };", "main.cjs | require('./bad.json');"})
    void jsonThatIsNone(String main, String text) throws IOException {
        String json = file("bad.json", "{\"a\": 1,}\n");
        String said = failed(file(main, text));
        assertSays("SyntaxError: " + json + ": ", said);
        assertSays("JSON", said);
    }

    // Modules.

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "import './none.mjs' | ERR_MODULE_NOT_FOUND | Cannot find module '@/none.mjs' imported from @/main.mjs",
            "import 'none' | ERR_MODULE_NOT_FOUND | Cannot find package 'none' imported from @/main.mjs",
            "import '@none/at-all/deep' | ERR_MODULE_NOT_FOUND | Cannot find package '@none/at-all' imported from @/main.mjs",
            "await import('./none.mjs') | ERR_MODULE_NOT_FOUND | Cannot find module '@/none.mjs' imported from @/main.mjs",
            "import 'node:none' | ERR_UNKNOWN_BUILTIN_MODULE | No such built-in module: node:none",
            "import '../' | ERR_UNSUPPORTED_DIR_IMPORT | is not supported resolving ES modules imported from @/main.mjs",
            "import 'x:y' | ERR_UNSUPPORTED_ESM_URL_SCHEME | Received protocol 'x:'",
            "import 'https://example.org/a.mjs' | ERR_UNSUPPORTED_ESM_URL_SCHEME | Received protocol 'https:'",
            "import './main.xyz' | ERR_UNKNOWN_FILE_EXTENSION | Unknown file extension \".xyz\" for @/main.xyz"})
    void anImportThatLeadsNowhere(String text, String code, String message) throws IOException {
        file("main.xyz", "");
        String said = failed(file("main.mjs", text));
        assertSays("[" + code + "]: ", said);
        assertSays("  code: '" + code + "'", said);
        assertSays(message.replace("@/", folder.toRealPath() + "/"), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./none", "none", "@none/at-all", "../none.js"})
    void aRequireThatLeadsNowhere(String request) throws IOException {
        String main = file("main.cjs", "\nrequire('" + request + "');");
        String said = failed(main);
        assertStarts(main + ":2\nrequire('" + request + "');\n^\n\nError: Cannot find module '" + request + "'\nRequire stack:\n- " + main + "\n    at ", said);
        assertSays("  code: 'MODULE_NOT_FOUND',\n  requireStack: [ '" + main + "' ]\n}", said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./lib.mjs", "node:fs"})
    void anExportThatIsMissing(String module) throws IOException {
        file("lib.mjs", "export const a = 1;");
        String main = file("main.mjs", "\nimport { nothing } from '" + module + "';");
        String said = failed(main);
        assertStarts(main + ":2\nimport { nothing } from '" + module + "';\n", said);
        assertSays("\nSyntaxError: The requested module '" + module + "' does not provide an export named 'nothing'\n", said);
    }

    // What programs throw.

    @Test
    void anErrorNobodyCaught() throws IOException {
        String file = file("p.mjs", "const f = () => {\n\tthrow new TypeError('not so');\n};\nf();\n");
        String said = failed(file);
        assertSays(":2\n\tthrow new TypeError('not so');\n", said);
        assertSays("\nTypeError: not so\n    at f (", said);
    }

    @Test
    void aValueThatIsNoError() throws IOException {
        String file = file("p.cjs", "throw 5;");
        assertStarts(file + ":1\nthrow 5;\n^\n5\n", failed(file));
    }

    // Command lines.

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"-e | -e requires an argument", "--no-such | bad option: --no-such", "-z a.js | bad option: -z",
            "build | usage: ledge build ENTRY -o OUT", "build a.mjs -o | -o requires an argument", "--dump=code | --dump=code requires an argument"})
    void aCommandLineThatSaysNothingSensible(String line, String message) {
        Ledge.Run run = Ledge.run(line.split(" "));
        assertEquals(9, run.status());
        assertEquals("", run.out());
        assertStarts("ledge: " + message, run.err());
    }

    // Building.

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "import './none.mjs'; | Error [ERR_MODULE_NOT_FOUND]: Cannot find module '@/none.mjs' imported from @/main.mjs",
            "import 'none'; | Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'none' imported from @/main.mjs",
            "let 1a; | @/main.mjs:1"})
    void aProgramThatCannotBeBuilt(String text, String message) throws IOException {
        Path image = folder.resolve("out.wasm");
        assertStarts(message.replace("@/", folder.toRealPath() + "/"), failed("build", file("main.mjs", text), "-o", image.toString()));
        assertFalse(Files.exists(image));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"none/out.wasm | no such file or directory", ". | illegal operation on a directory"})
    void anImageThatCannotBeWritten(String target, String reason) throws IOException {
        String image = folder.toRealPath().resolve(target).toString();
        assertStarts("Error: Cannot write " + image + ": " + reason + "\n", failed("build", file("main.mjs", "1"), "-o", image));
    }
}
