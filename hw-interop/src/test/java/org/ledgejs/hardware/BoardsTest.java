package org.ledgejs.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardsTest {

    @Test
    void hardwareIsAUsableChipOrBus(@TempDir Path devices) throws Exception {
        assertFalse(Boards.hardwareIn(devices.resolve("none")));
        Files.createFile(devices.resolve("ttyS0"));
        Files.createFile(devices.resolve("gpiochip"));
        assertFalse(Boards.hardwareIn(devices));
        Files.createFile(devices.resolve("i2c-1"));
        assertTrue(Boards.hardwareIn(devices));
    }

    @Test
    void choiceIsAKindOrAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("b.board"), "board mine\npins 0..3");
        try (Board board = Boards.open(file.toString())) {
            assertEquals("mine", board.name());
            assertTrue(board.simulated());
            assertTrue(board.notice().isEmpty());
        }
        try (Board board = Boards.open("simulated")) {
            assertEquals("Ledge simulated board", board.name());
        }
        assertThrows(BoardException.class, () -> Boards.open(folder.resolve("absent").toString()));
    }

    @Test
    void theEnvironmentChooses(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("b.board"), "board mine\npins 0..3");
        try (Board board = Boards.open(Map.of(Boards.VARIABLE, file.toString()))) {
            assertEquals("mine", board.name());
        }
    }

    @Test
    void fallbackTellsTheUser() {
        try (Board board = Boards.open("auto")) {
            assertEquals(!board.simulated(), board.notice().isEmpty());
        }
    }
}
