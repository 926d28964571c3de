package org.ledgejs.hardware.embedded;

import com.diozero.api.PinInfo;
import com.diozero.sbc.BoardPinInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ledgejs.hardware.Board;

/**
 * A pin or port specifier (ECMA-419 §9): a number, or a name such as {@code "GPIO17"} for a pin and {@code "i2c-1"}
 * or {@code "/dev/i2c-1"} for a port.
 */
public final class Specifier {

    private static final Pattern TRAILING_NUMBER = Pattern.compile("(?:.*\\D)?(\\d{1,9})");

    private final int number;
    private final String name;

    Specifier(int number) {
        this.number = number;
        this.name = null;
    }

    Specifier(String name) {
        this.number = -1;
        this.name = name;
    }

    /** The pin on a board; an unknown one is a RangeError. */
    PinInfo pin(Board board) {
        BoardPinInfo pins = board.devices().getBoardPinInfo();
        if (name == null) {
            return pins.getByGpioNumberOrThrow(number);
        }
        PinInfo pin = pins.getByName(name);
        if (pin != null) {
            return pin;
        }
        throw EmbeddedException.rangeError("no pin named \"" + name + "\" on '" + board.name() + "'");
    }

    /** The number of a port, the one its name ends with. */
    int port() {
        if (name == null) {
            return number;
        }
        Matcher matcher = TRAILING_NUMBER.matcher(name);
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(1));
        }
        throw EmbeddedException.rangeError("no port named \"" + name + "\"");
    }

    @Override
    public String toString() {
        return name == null ? Integer.toString(number) : name;
    }
}
