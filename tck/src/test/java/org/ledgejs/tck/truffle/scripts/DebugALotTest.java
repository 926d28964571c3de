package org.ledgejs.tck.truffle.scripts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs under the kit's debugger: it steps into everything, looks at every frame and scope, and evaluates every variable by its name. */
class DebugALotTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"classes", "generators", "promises", "proxies", "destructuring", "completion", "scopes", "symbols", "disposal", "binary"})
    void everyVariableEvaluatesToItsValue(String program) throws IOException {
        Path log = folder.resolve("log");
        try (Context context = Context.newBuilder("ledge").allowExperimentalOptions(true).allowAllAccess(true).option("debugalot", "true").option("debugalot.Eval", "true")
                .option("debugalot.LogFile", log.toString()).build()) {
            context.eval(Programs.source(program + ".js")).execute();
        }
        String text = Files.readString(log);
        assertTrue(text.endsWith("Executed successfully: TRUE"), () -> text.lines().filter(line -> line.contains("ERROR")).collect(Collectors.joining("\n")));
        assertTrue(Stream.of("Scopes: ", "Variables: ", "Type: ").allMatch(text::contains));
    }
}
