package org.ledgejs.tck.nodesuite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleTableTest {
    @TempDir
    private Path folder;

    @Test
    void modulesThatWereNotRunKeepTheirRows() throws IOException {
        Path file = Files.writeString(folder.resolve("table.md"), """
                before
                <!-- tck/node-suite: begin -->
                | module | tests | pass | | skip themselves | look inside Node |
                |---|--:|--:|--:|--:|--:|
                | fs | 10 | 5 | 50.0 % | 1 | 2 |
                | web streams | 4 | 4 | 100.0 % | 0 | 0 |
                | **all** | 14 | 9 | 64.3 % | 1 | 2 |
                <!-- tck/node-suite: end -->
                after
                """);
        ModuleTable.update(file, List.of(new ModuleTable.Share("fs", 10, 8, 1, 2), new ModuleTable.Share("crypto (hashes, random)", 2, 1, 0, 3)));
        assertEquals("""
                before
                <!-- tck/node-suite: begin -->
                | module | tests | pass | | skip themselves | look inside Node |
                |---|--:|--:|--:|--:|--:|
                | crypto (hashes, random) | 2 | 1 | 50.0 % | 0 | 3 |
                | fs | 10 | 8 | 80.0 % | 1 | 2 |
                | web streams | 4 | 4 | 100.0 % | 0 | 0 |
                | **all** | 16 | 13 | 81.3 % | 1 | 5 |
                <!-- tck/node-suite: end -->
                after
                """, Files.readString(file));
    }

    @Test
    void aFileWithoutMarksIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("other.md"), "text\n");
        assertThrows(IOException.class, () -> ModuleTable.update(file, List.of()));
        assertEquals("text\n", Files.readString(file));
    }
}
