package org.ledgejs.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Many jars made one, stored and not compressed. Every jar of a class path is opened and searched at each start,
 * because services may be anywhere: thirty of them cost a quarter of the time to the first line of a program.
 *
 * <p>Services are joined, classes of multi-release jars are those for this Java, module descriptors and jar
 * signatures are left out. Of other things of the same name the first stays, as on a class path.
 */
final class ClassPathJar {

    private static final String SERVICES = "META-INF/services/";
    private static final String VERSIONS = "META-INF/versions/";
    private static final Pattern DROPPED = Pattern.compile(
            "(.*/)?module-info\\.class|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|.*\\.(SF|RSA|DSA|EC)|maven/.*)");
    private static final Pattern LEGAL = Pattern.compile("(META-INF/)?(about|LICENSE|LICENCE|NOTICE|COPYING)[^/]*",
            Pattern.CASE_INSENSITIVE);
    /** The same jars make the same bytes; 1980 is where zip's time begins. */
    private static final long TIME = java.time.LocalDateTime.of(1980, 2, 1, 0, 0).atZone(java.time.ZoneId.systemDefault())
            .toInstant().toEpochMilli();

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Path legal;

    private ClassPathJar(Path legal) {
        this.legal = legal;
    }

    /** Writes {@code jars} as {@code target}, their call sites written out, and their licences into a folder each below {@code legal}. */
    static void write(List<Path> jars, Path target, Path legal, PlainCallSites sites) throws IOException {
        ClassPathJar merged = new ClassPathJar(legal);
        for (Path jar : jars) {
            merged.add(jar);
        }
        try (OutputStream file = Files.newOutputStream(target); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setMethod(ZipOutputStream.STORED);
            merged.put(zip, JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            for (Map.Entry<String, byte[]> entry : merged.entries.entrySet()) {
                merged.put(zip, entry.getKey(), PlainCallSites.isClass(entry.getKey()) ? sites.rewrite(entry.getValue()) : entry.getValue());
            }
        }
    }

    private void add(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) file.versionedStream().map(ZipEntry.class::cast)::iterator) {
                String name = entry.getName();
                if (entry.isDirectory() || name.startsWith(VERSIONS) || DROPPED.matcher(name).matches()) {
                    continue;
                }
                byte[] bytes;
                try (InputStream in = file.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                if (LEGAL.matcher(name).matches()) {
                    Path copy = legal.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ""))
                            .resolve(name.substring(name.lastIndexOf('/') + 1));
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, bytes);
                } else if (name.startsWith(SERVICES)) {
                    entries.merge(name, bytes, ClassPathJar::join);
                } else {
                    entries.putIfAbsent(name, bytes);
                }
            }
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + 1 + second.length);
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }

    private void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setTime(TIME);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
