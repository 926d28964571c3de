package org.ledgejs.hardware.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ledgejs.hardware.BoardException;
import org.ledgejs.hardware.sim.i2c.Measurement;

/**
 * What is on a simulated board: plain data, read from a text file by {@link BoardDescriptionReader}.
 *
 * @param name for people
 * @param firstPin the lowest GPIO number
 * @param lastPin the highest GPIO number
 * @param parts in the order of the file
 */
public record BoardDescription(String name, int firstPin, int lastPin, List<Part> parts) {

    public BoardDescription {
        parts = List.copyOf(parts);
    }

    /** Something soldered to the board. */
    public sealed interface Part {
    }

    /** A light-emitting diode from a pin to ground. */
    public record Led(int pin) implements Part {
    }

    /**
     * A push button, pressed on schedule from when a program first uses its pin. Pressed, it connects the pin to
     * ground if it is pulled up and to supply otherwise, so that it suits either way of reading it.
     *
     * @param every milliseconds from press to press, 0 for never
     * @param hold milliseconds it stays pressed
     */
    public record Button(int pin, int every, int hold) implements Part {
    }

    /** A wire between two pins. */
    public record Wire(int from, int to) implements Part {
    }

    /** A resistor from a pin to supply or ground, stronger than the processor's own. */
    public record Resistor(int pin, Pull pull) implements Part {
    }

    /** An analog input at a voltage, as a share of the reference. */
    public record Analog(int channel, float value) implements Part {
    }

    /** An analog input that measures a pin's average voltage. */
    public record AnalogFrom(int channel, int pin) implements Part {
    }

    /** An I2C bus. */
    public record Bus(int number, int dataPin, int clockPin) implements Part {
    }

    /** A weather sensor with what it will measure. */
    public record Bme280(int bus, int address, List<Measurement> script) implements Part {
    }

    /** An I2C device of plain registers. */
    public record Registers(int bus, int address, byte[] contents) implements Part {
    }

    /** An SPI select line with MISO wired to MOSI. */
    public record SpiLoopback(int controller, int select) implements Part {
    }

    /** Two serial ports wired to each other; the same name twice is a port wired to itself. */
    public record SerialLine(String one, String other) implements Part {
    }

    /** The board Ledge brings. */
    public static BoardDescription standard() {
        try (InputStream in = BoardDescription.class.getResourceAsStream("standard.board")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new BoardDescriptionReader("standard.board").read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException none -> "no such file";
            case AccessDeniedException denied -> "permission denied";
            case MalformedInputException text -> "no text in UTF-8";
            default -> e.getMessage();
        };
    }

    /**
     * Reads a description.
     *
     * @throws BoardException when the file cannot be read or a line of it cannot be understood
     */
    public static BoardDescription read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new BoardException("cannot read the board description " + file + ": " + reason(e), e);
        }
        return new BoardDescriptionReader(file.toString()).read(text);
    }
}
