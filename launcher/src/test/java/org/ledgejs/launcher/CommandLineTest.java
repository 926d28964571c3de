package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void whatComesAfterTheFileBelongsToTheProgram() {
        CommandLine line = CommandLine.parse("app.mjs", "--inspect", "-e", "build");
        assertEquals(new RunGuest("run", "app.mjs"), line.command());
        assertEquals(List.of("--inspect", "-e", "build"), line.arguments());
        assertEquals(Map.of(), line.options());
    }

    @Test
    void engineOptionsComeBeforeTheFile() {
        CommandLine line = CommandLine.parse("--engine.TraceCompilation", "--log.ledge.level=FINE", "--inspect=9230", "a.js", "x");
        assertEquals(Map.of("engine.TraceCompilation", "true", "log.ledge.level", "FINE", "inspect", "9230"), line.options());
        assertEquals(new RunGuest("run", "a.js"), line.command());
        assertEquals(List.of("x"), line.arguments());
    }

    @Test
    void codeIsAnOperand() {
        assertEquals(new RunGuest("eval", "-x"), CommandLine.parse("-e", "\\-x").command());
        CommandLine print = CommandLine.parse("--print", "1+1", "--", "-v");
        assertEquals(new RunGuest("print", "1+1"), print.command());
        assertEquals(List.of("-v"), print.arguments());
        assertEquals(List.of("--print", "1+1"), print.settings().execArgv());
    }

    @Test
    void twoDashesEndTheOptions() {
        assertEquals(new RunGuest("run", "-odd.js"), CommandLine.parse("--", "-odd.js").command());
    }

    @Test
    void buildTakesAnEntryAndAnOutputInAnyOrder() {
        RunGuest expected = new RunGuest("build", "app.mjs\napp.wasm");
        assertEquals(expected, CommandLine.parse("build", "app.mjs", "-o", "app.wasm").command());
        assertEquals(expected, CommandLine.parse("build", "--output=app.wasm", "app.mjs").command());
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "build a.mjs", "build -o a.wasm", "build a.mjs b.mjs -o c.wasm", "build --odd a.mjs -o b.wasm",
            "-e", "-e --x", "--dump=code", "-x a.js", "--vm.Xmx64m=1 a.js"})
    void aLineThatSaysNothingSensibleIsRefused(String line) {
        UsageException refused = assertThrows(UsageException.class, () -> CommandLine.parse(line.split(" ")));
        assertEquals(ExitCode.USAGE, refused.status());
    }

    @Test
    void aBadOptionIsNamed() {
        assertTrue(assertThrows(UsageException.class, () -> CommandLine.parse("-x", "a.js")).getMessage().startsWith("bad option: -x"));
    }

    @Test
    void optionsOfNodeMayComeBehindCodeAndTakeTheirValueEitherWay() {
        CommandLine line = CommandLine.parse("-e", "1", "--conditions=a", "-C", "b", "--no_warnings", "x");
        assertEquals(List.of("a", "b"), line.settings().values("--conditions"));
        assertEquals("false", line.settings().value("--warnings"));
        assertEquals(List.of("x"), line.arguments());
    }

    @Test
    void whatNodeRefusesIsRefusedInItsWords() {
        Map<String, String> messages = Map.of("--eval", "--eval requires an argument",
                "--no-max-http-header-size", "--no-max-http-header-size is an invalid negation because it is not a boolean option",
                "-c -e 1", "either --check or --eval can be used, not both",
                "--unhandled-rejections=odd a.js", "invalid value for --unhandled-rejections");
        messages.forEach((line, message) ->
                assertEquals(message, assertThrows(UsageException.class, () -> CommandLine.parse(line.split(" "))).getMessage()));
    }

    @Test
    void wordsOfNodeOptionsAreSplitAsAShellWould() {
        assertEquals(List.of("-r", "a b.js", "--title=\"x"), EnvironmentOptions.split("  -r \"a b.js\" --title=\"\\\"x\""));
        assertThrows(UsageException.class, () -> EnvironmentOptions.split("--title=\"x"));
    }

    @Test
    void filesOfVariablesHaveQuotesCommentsAndLinesInQuotes() {
        assertEquals(Map.of("A", "1", "B", "x # y", "C", "two\nlines", "D", ""),
                EnvFile.parse("A=1 # one\nexport B = 'x # y'\n\n# nothing\nC=\"two\nlines\"\nD="));
    }

    @Test
    void programsOfStandardInputTakeArguments() {
        CommandLine line = CommandLine.parse("-", "a", "b");
        assertEquals(new RunStandardInput("stdin"), line.command());
        assertEquals(List.of("-", "a", "b"), line.arguments());
    }
}
