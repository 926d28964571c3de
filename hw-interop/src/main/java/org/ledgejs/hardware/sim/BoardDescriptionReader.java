package org.ledgejs.hardware.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ledgejs.hardware.BoardException;
import org.ledgejs.hardware.sim.i2c.Measurement;
import org.ledgejs.hardware.sim.i2c.Weather;

/**
 * Reads the text form of a {@link BoardDescription}: a part a line, its kind first; {@code #} begins a comment;
 * indented lines belong to the part above.
 *
 * <pre>
 * board      NAME
 * pins       FIRST..LAST
 * led        PIN
 * button     PIN [every MS hold MS]
 * wire       PIN PIN
 * pull       PIN up|down
 * analog     CHANNEL VALUE | CHANNEL from PIN
 * i2c        BUS data PIN clock PIN
 * bme280     BUS ADDRESS        then indented: °C %RH hPa | no answer
 * registers  BUS ADDRESS SIZE   then indented: hexadecimal bytes
 * spi        CONTROLLER SELECT loopback
 * serial     PORT PORT | PORT loopback
 * </pre>
 */
public final class BoardDescriptionReader {

    private record Line(int number, List<String> words, List<Line> below) {
    }

    private static final List<String> NO_ANSWER = List.of("no", "answer");

    private final String file;
    private String name;
    private int first;
    private int last = 53;
    private int line;

    /** A reader whose errors name this file. */
    public BoardDescriptionReader(String file) {
        this.file = file;
        this.name = file;
    }

    /**
     * Reads a whole description.
     *
     * @throws BoardException naming the line that cannot be understood
     */
    public BoardDescription read(String text) {
        List<BoardDescription.Part> parts = new ArrayList<>();
        for (Line each : lines(text)) {
            line = each.number;
            try {
                BoardDescription.Part part = part(each);
                if (part != null) {
                    parts.add(part);
                }
            } catch (IllegalArgumentException e) {
                throw wrong(e.getMessage());
            }
        }
        return new BoardDescription(name, first, last, parts);
    }

    private List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String raw : text.lines().toList()) {
            line++;
            String bare = raw.contains("#") ? raw.substring(0, raw.indexOf('#')) : raw;
            if (bare.isBlank()) {
                continue;
            }
            Line read = new Line(line, Arrays.asList(bare.strip().split("\\s+")), new ArrayList<>());
            if (!Character.isWhitespace(bare.charAt(0))) {
                lines.add(read);
            } else if (lines.isEmpty()) {
                throw wrong("an indented line needs a part above it");
            } else {
                lines.getLast().below.add(read);
            }
        }
        return lines;
    }

    private BoardDescription.Part part(Line read) {
        List<String> w = read.words;
        String kind = w.getFirst();
        if (!read.below.isEmpty() && !kind.equals("bme280") && !kind.equals("registers")) {
            throw wrong("indented lines go with bme280 and registers only");
        }
        return switch (kind) {
            case "board" -> {
                name = String.join(" ", w.subList(1, w.size()));
                yield null;
            }
            case "pins" -> {
                count(w, 2);
                pins(w.get(1));
                yield null;
            }
            case "led" -> {
                count(w, 2);
                yield new BoardDescription.Led(pin(w.get(1)));
            }
            case "button" -> button(w);
            case "wire" -> {
                count(w, 3);
                yield new BoardDescription.Wire(pin(w.get(1)), pin(w.get(2)));
            }
            case "pull" -> {
                count(w, 3);
                yield new BoardDescription.Resistor(pin(w.get(1)), pull(w.get(2)));
            }
            case "analog" -> analog(w);
            case "i2c" -> {
                count(w, 6);
                keyword(w, 2, "data");
                keyword(w, 4, "clock");
                yield new BoardDescription.Bus(number(w.get(1)), pin(w.get(3)), pin(w.get(5)));
            }
            case "bme280" -> {
                count(w, 3);
                yield new BoardDescription.Bme280(number(w.get(1)), address(w.get(2)), measurements(read));
            }
            case "registers" -> {
                count(w, 4);
                yield new BoardDescription.Registers(number(w.get(1)), address(w.get(2)), bytes(read, number(w.get(3))));
            }
            case "spi" -> {
                count(w, 4);
                keyword(w, 3, "loopback");
                yield new BoardDescription.SpiLoopback(number(w.get(1)), number(w.get(2)));
            }
            case "serial" -> {
                count(w, 3);
                yield new BoardDescription.SerialLine(w.get(1), w.get(2).equals("loopback") ? w.get(1) : w.get(2));
            }
            default -> throw wrong("unknown part '" + kind + "'");
        };
    }

    private BoardDescription.Part button(List<String> w) {
        if (w.size() == 2) {
            return new BoardDescription.Button(pin(w.get(1)), 0, 0);
        }
        count(w, 6);
        keyword(w, 2, "every");
        keyword(w, 4, "hold");
        int every = number(w.get(3));
        int hold = number(w.get(5));
        if (hold < 1 || hold >= every) {
            throw wrong("a button is held for at least 1 ms and released before it is pressed again");
        }
        return new BoardDescription.Button(pin(w.get(1)), every, hold);
    }

    private BoardDescription.Part analog(List<String> w) {
        if (w.size() == 4) {
            keyword(w, 2, "from");
            return new BoardDescription.AnalogFrom(number(w.get(1)), pin(w.get(3)));
        }
        count(w, 3);
        float value = (float) decimal(w.get(2));
        if (!(value >= 0 && value <= 1)) {
            throw wrong("an analog value is from 0 to 1, not " + w.get(2));
        }
        return new BoardDescription.Analog(number(w.get(1)), value);
    }

    private List<Measurement> measurements(Line read) {
        List<Measurement> script = new ArrayList<>();
        for (Line below : read.below) {
            line = below.number;
            if (below.words.equals(NO_ANSWER)) {
                script.add(new Measurement.NoAnswer());
                continue;
            }
            count(below.words, 3);
            script.add(new Weather(decimal(below.words.get(0)), decimal(below.words.get(1)), decimal(below.words.get(2))));
        }
        if (script.stream().noneMatch(Weather.class::isInstance)) {
            throw wrong("a bme280 needs at least one indented line: °C %RH hPa");
        }
        return script;
    }

    private byte[] bytes(Line read, int size) {
        if (size < 1 || size > 256) {
            throw wrong("a device has 1 to 256 registers, not " + size);
        }
        byte[] contents = new byte[size];
        int at = 0;
        for (Line below : read.below) {
            line = below.number;
            for (byte value : HexFormat.of().parseHex(String.join("", below.words))) {
                if (at == size) {
                    throw wrong("more than " + size + " bytes");
                }
                contents[at++] = value;
            }
        }
        return contents;
    }

    private void pins(String range) {
        String[] ends = range.split("\\.\\.");
        if (ends.length != 2) {
            throw wrong("pins are written FIRST..LAST, not " + range);
        }
        first = number(ends[0]);
        last = number(ends[1]);
        if (last < first || last > 1023) {
            throw wrong("pins go up, at most to 1023, not " + range);
        }
    }

    private int pin(String word) {
        int pin = number(word);
        if (pin < first || pin > last) {
            throw wrong("no pin " + pin + ", the board's pins are " + first + " to " + last);
        }
        return pin;
    }

    private int address(String word) {
        int address = number(word);
        if (address > 0x7f) {
            throw wrong("an I2C address is from 0x00 to 0x7f, not " + word);
        }
        return address;
    }

    private double decimal(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw wrong("a number was expected, not '" + word + "'");
        }
    }

    private int number(String word) {
        try {
            int number = Integer.decode(word);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the line.
        }
        throw wrong("a number was expected, not '" + word + "'");
    }

    private Pull pull(String word) {
        return switch (word) {
            case "up" -> Pull.UP;
            case "down" -> Pull.DOWN;
            default -> throw wrong("a pull is up or down, not '" + word + "'");
        };
    }

    private void keyword(List<String> words, int at, String expected) {
        if (!words.get(at).equals(expected)) {
            throw wrong("'" + expected + "' was expected, not '" + words.get(at) + "'");
        }
    }

    private void count(List<String> words, int expected) {
        if (words.size() != expected) {
            throw wrong("'" + words.getFirst() + "' takes " + (expected - 1) + " words, not " + (words.size() - 1));
        }
    }

    private BoardException wrong(String what) {
        return new BoardException(file + ":" + line + ": " + what);
    }
}
