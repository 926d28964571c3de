package org.ledgejs.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ledgejs.hardware.BoardException;
import org.ledgejs.hardware.sim.i2c.Measurement;
import org.ledgejs.hardware.sim.i2c.Weather;

class BoardDescriptionTest {

    @Test
    void standardBoardHasWhatExamplesUse() {
        BoardDescription board = BoardDescription.standard();
        assertEquals(0, board.firstPin());
        assertEquals(53, board.lastPin());
        assertTrue(board.parts().contains(new BoardDescription.Led(17)));
        assertTrue(board.parts().contains(new BoardDescription.Button(27, 400, 120)));
        BoardDescription.Bme280 sensor = board.parts().stream().filter(BoardDescription.Bme280.class::isInstance)
                .map(BoardDescription.Bme280.class::cast).findFirst().orElseThrow();
        assertEquals(1, sensor.bus());
        assertEquals(0x76, sensor.address());
        assertEquals(10, sensor.script().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            led | 'led' takes 1 words, not 0
            led x | a number was expected, not 'x'
            led -1 | a number was expected, not '-1'
            led 54 | no pin 54, the board's pins are 0 to 53
            pins 5 | pins are written FIRST..LAST, not 5
            pins 9..5 | pins go up, at most to 1023, not 9..5
            lamp 5 | unknown part 'lamp'
            wire 5 | 'wire' takes 2 words, not 1
            pull 5 sideways | a pull is up or down, not 'sideways'
            button 5 each 4 hold 2 | 'every' was expected, not 'each'
            button 5 every 4 hold 4 | a button is held for at least 1 ms and released before it is pressed again
            analog 1 1.5 | an analog value is from 0 to 1, not 1.5
            analog 1 half | a number was expected, not 'half'
            bme280 1 0x76 | a bme280 needs at least one indented line: °C %RH hPa
            registers 1 0x80 4 | an I2C address is from 0x00 to 0x7f, not 0x80
            registers 1 0x50 0 | a device has 1 to 256 registers, not 0
            """)
    void errorNamesFileAndLine(String line, String message) {
        BoardException error = assertThrows(BoardException.class,
                () -> new BoardDescriptionReader("my.board").read("# first\n" + line + "\n"));
        assertEquals("my.board:2: " + message, error.getMessage());
    }

    @Test
    void indentedLinesAreCheckedWhereTheyStand() {
        BoardDescriptionReader reader = new BoardDescriptionReader("b");
        assertEquals("b:3: a temperature is from -40 to 85 °C, not 99.0", assertThrows(BoardException.class,
                () -> reader.read("bme280 1 0x76\n  1 2 1000\n  99 2 1000")).getMessage());
        assertThrows(BoardException.class, () -> new BoardDescriptionReader("b").read("  1 2 3"));
        assertThrows(BoardException.class, () -> new BoardDescriptionReader("b").read("led 1\n  1 2 3"));
        assertThrows(BoardException.class, () -> new BoardDescriptionReader("b").read("registers 1 0x50 2\n  01 02 03"));
        assertThrows(BoardException.class, () -> new BoardDescriptionReader("b").read("registers 1 0x50 2\n  0g"));
    }

    @Test
    void aSensorMayNotAnswer() {
        BoardDescription board = new BoardDescriptionReader("b").read("i2c 1 data 2 clock 3\nbme280 1 0x76\n  no answer\n  1 2 1000");
        BoardDescription.Bme280 sensor = (BoardDescription.Bme280) board.parts().getLast();
        assertEquals(List.of(new Measurement.NoAnswer(), new Weather(1, 2, 1000)), sensor.script());
    }

    @Test
    void fileIsRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.board"), "board My board\npins 1..4\nserial a b\n");
        BoardDescription board = BoardDescription.read(file);
        assertEquals("My board", board.name());
        assertEquals(new BoardDescription.SerialLine("a", "b"), board.parts().getFirst());
        Path none = folder.resolve("none");
        assertEquals("cannot read the board description " + none + ": no such file", assertThrows(BoardException.class, () -> BoardDescription.read(none)).getMessage());
    }
}
