package org.ledgejs.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

/** A file holds one idea: none of ours is longer than 800 lines. */
class SourceFilesTest {

    private static final int LONGEST = 800;
    private static final Set<String> KINDS = Set.of("java", "js", "mjs", "cjs", "sh");
    /** What builds and package managers put there; folders with a dot are the tools' own. */
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

    @Test
    void noSourceFileIsLongerThan800Lines() throws IOException {
        Map<String, Integer> broken = new TreeMap<>();
        List<Path> sources = sources();
        for (Path source : sources) {
            int lines = Files.readAllLines(source).size();
            if (lines > LONGEST) {
                broken.put(House.ROOT.relativize(source).toString(), lines);
            }
        }
        assertEquals(Map.of(), broken);
        assertTrue(sources.size() > 900, "files seen: " + sources.size());
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(House.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                return !folder.equals(House.ROOT) && (name.startsWith(".") || NOT_OURS.contains(name)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && KINDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }
}
