package org.ledgejs.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathJarTest {

    @TempDir
    private Path folder;

    @Test
    void servicesAreJoinedAndTheFirstOfOtherThingsStays() throws IOException {
        Path a = jar("a.jar", Map.of("META-INF/services/S", "a.One", "x.txt", "first"));
        Path b = jar("b.jar", Map.of("META-INF/services/S", "b.Two", "x.txt", "second", "y.txt", "only"));
        Path merged = merge(a, b);
        assertEquals(List.of("a.One", "b.Two"), read(merged, "META-INF/services/S").lines().toList());
        assertEquals("first", read(merged, "x.txt"));
        assertEquals("only", read(merged, "y.txt"));
    }

    @Test
    void descriptorsAndSignaturesAreLeftOutAndLicencesKeptApart() throws IOException {
        Path a = jar("a-1.0.jar", Map.of("module-info.class", "m", "META-INF/X.SF", "s", "META-INF/LICENSE.txt", "mine", "p/C.class", "c"));
        Path merged = merge(a);
        assertNull(read(merged, "module-info.class"));
        assertNull(read(merged, "META-INF/X.SF"));
        assertEquals("c", read(merged, "p/C.class"));
        assertEquals("mine", Files.readString(folder.resolve("legal/a-1.0/LICENSE.txt")));
    }

    @Test
    void classesOfMultiReleaseJarsAreThoseForThisJava() throws IOException {
        Path a = jar("a.jar", new TreeMap<>(Map.of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n",
                "p/C.class", "old", "META-INF/versions/11/p/C.class", "new", "META-INF/versions/99/p/C.class", "future")));
        Path merged = merge(a);
        assertEquals("new", read(merged, "p/C.class"));
        assertNull(read(merged, "META-INF/versions/11/p/C.class"));
    }

    @Test
    void theSameJarsMakeTheSameBytes() throws IOException {
        Path a = jar("a.jar", Map.of("x.txt", "1", "y.txt", "2"));
        byte[] first = Files.readAllBytes(merge(a));
        assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(merge(a))));
    }

    private Path merge(Path... jars) throws IOException {
        Path merged = folder.resolve("merged.jar");
        ClassPathJar.write(List.of(jars), merged, folder.resolve("legal"), new PlainCallSites(getClass().getClassLoader()));
        return merged;
    }

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return jar;
    }

    private static String read(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return entry == null ? null : new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
        }
    }
}
