package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No class of a feature is loaded before the feature is touched. */
class StartupTest {

    /** Features by the packages they are in, ICU's data by the class that reads it. */
    private static final List<String> FEATURES = List.of("io.netty.", "run.endive.", "com.diozero.", "org.tinylog.",
            "org.objectweb.asm.", "com.oracle.truffle.tools.", "org.graalvm.shadowed.com.ibm.icu.impl.ICUBinary ",
            "org.ledgejs.wasm.", "org.ledgejs.hardware.");

    @TempDir
    private Path folder;

    @Test
    void aHelloWorldLoadsNoFeature() throws Exception {
        Path program = Files.writeString(folder.resolve("hello.js"), "console.log('hello');\n");
        Path loaded = folder.resolve("loaded.txt");
        // The AOT cache counts as loaded all that its training run loaded.
        Installed.Run run = Installed.named("ledge-small")
                .run("--vm.XX:AOTMode=off", "--vm.Xlog:class+load:file=" + loaded, program.toString()).succeeded();
        assertEquals("hello\n", run.out());
        List<String> classes = Files.readAllLines(loaded).stream().map(line -> line.substring(line.lastIndexOf("] ") + 2)).toList();
        assertTrue(classes.size() > 400, "the log holds only " + classes.size());
        List<String> tooEarly = classes.stream()
                .filter(name -> FEATURES.stream().anyMatch(name::startsWith))
                // How a feature announces itself to ServiceLoader: one small class a module.
                .filter(name -> !name.matches("org\\.ledgejs\\.\\w+\\.js\\.\\w+Extension\\b.*|com\\.oracle\\.truffle\\.tools\\..*(Provider|Instrument\\w*|Enabler) .*"))
                .toList();
        assertEquals(List.of(), tooEarly);
    }
}
