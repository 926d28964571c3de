package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that are not whole are refused with the reason, before any of their code runs. */
class BadImageTest {

    private static final int PREAMBLE = 8;

    @TempDir
    private Path folder;
    private byte[] image;

    @BeforeEach
    void build() throws IOException {
        Files.writeString(folder.resolve("lib.mjs"), "export const n = 1; console.log('ran');");
        Files.writeString(folder.resolve("data.json"), "{\"a\": [1, 2, 3]}");
        Files.writeString(folder.resolve("main.mjs"), "import { n } from './lib.mjs'; import data from './data.json' with { type: 'json' }; console.log(n, data.a);");
        Path built = folder.resolve("main.wasm");
        assertEquals(0, Ledge.run("build", folder.resolve("main.mjs").toString(), "-o", built.toString()).status());
        image = Files.readAllBytes(built);
        assertEquals("ran\n1 [ 1, 2, 3 ]\n", run(image).out());
    }

    private Ledge.Run run(byte[] bytes) throws IOException {
        return Ledge.run(Files.write(folder.resolve("altered.wasm"), bytes).toString());
    }

    private String refused(byte[] bytes) throws IOException {
        Ledge.Run run = run(bytes);
        assertEquals(1, run.status(), run.toString());
        assertEquals("", run.out());
        return run.err();
    }

    /** Some bytes of each part of it, each changed in one bit; language's own tests change every one. */
    @Test
    void alteredAnywhere() throws IOException {
        for (int at = 0; at < image.length; at += 1 + image.length / 100) {
            byte[] altered = image.clone();
            altered[at] = (byte) (altered[at] ^ 1 << at % 8);
            String said = refused(altered);
            assertTrue(said.contains("altered.wasm"), at + ": " + said);
            assertTrue(at < 20 || said.contains("altered.wasm is refused: "), at + ": " + said);
        }
    }

    @Test
    void truncatedAnywhere() throws IOException {
        for (int length = 40; length < image.length; length += 1 + image.length / 25) {
            String said = refused(Arrays.copyOf(image, length));
            assertTrue(said.contains("altered.wasm is refused: Image truncated: "), length + ": " + said);
        }
    }

    @Test
    void ofAVersionToCome() throws Exception {
        byte[] altered = image.clone();
        String text = new String(image, StandardCharsets.ISO_8859_1);
        // The schema's version is what the header section starts with.
        int version = text.indexOf("ledge.header") + "ledge.header".length();
        altered[version]++;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(withDigest(altered, text.indexOf("ledge.digest")));
        String said = refused(whole.toByteArray());
        assertTrue(said.contains("altered.wasm is refused: "), said);
        assertTrue(said.contains("version " + (altered[version] & 0xff)), said);
    }

    /** The digest made anew: its section is the last, id, size, name's length and name, kind, 32 bytes over preamble and what is before the section. */
    private static byte[] withDigest(byte[] altered, int name) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        int section = name - 3;
        sha.update(altered, 0, PREAMBLE);
        sha.update(altered, PREAMBLE, section - PREAMBLE);
        byte[] digest = sha.digest();
        byte[] result = altered.clone();
        System.arraycopy(digest, 0, result, result.length - digest.length, digest.length);
        return result;
    }

    @Test
    void noImageAtAll() throws IOException {
        assertTrue(refused(new byte[0]).contains("CompileError: WebAssembly.Module(): "));
        assertTrue(refused("not WebAssembly".getBytes(StandardCharsets.UTF_8)).contains("CompileError: WebAssembly.Module(): "));
    }

    /** It is a program too: Node runs its start function and the like. */
    @Test
    void aWebAssemblyModuleRuns() throws IOException {
        Ledge.Run run = run(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        assertEquals(0, run.status(), run.toString());
    }
}
