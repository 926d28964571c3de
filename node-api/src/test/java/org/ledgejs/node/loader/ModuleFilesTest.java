package org.ledgejs.node.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.node.binding.Programs;

/** Texts are read by parts; what they hold must not show where one part ends. */
class ModuleFilesTest {
    private static final String BEGIN = "module.exports = '";

    @TempDir
    private Path folder;

    private String lengthAndTail(byte[] text) throws IOException {
        Path path = Files.write(folder.resolve("a.js"), text);
        return Programs.run("const text = require('" + path + "'); console.log(text.length, escape(text.slice(-3)))");
    }

    private static byte[] module(int fill, String tail) {
        return (BEGIN + "x".repeat(fill) + tail + "'").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSurrogatePairMayStandWhereAPartEnds() throws IOException {
        for (int end = (1 << 16) - 3; end <= (1 << 16) + 1; end++) {
            int fill = end - BEGIN.length();
            assertEquals(fill + 3 + " %uD83D%uDE00y", lengthAndTail(module(fill, "\uD83D\uDE00y")));
        }
    }

    @Test
    void aTextOfManyPartsIsWhole() throws IOException {
        assertEquals("300003 abc", lengthAndTail(module(300_000, "abc")));
    }

    @Test
    void malformedBytesBecomeReplacementCharacters() throws IOException {
        byte[] text = module(0, "ab?");
        text[BEGIN.length() + 2] = (byte) 0xC3;
        assertEquals("3 ab%uFFFD", lengthAndTail(text));
    }
}
