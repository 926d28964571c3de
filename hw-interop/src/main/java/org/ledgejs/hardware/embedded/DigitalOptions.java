package org.ledgejs.hardware.embedded;

/**
 * The validated options of {@code Digital} (ECMA-419 §10, annex A.6.1).
 *
 * @param edges the sum of {@link #RISING} and {@link #FALLING}, 0 without a callback
 * @param activeLow whether 1 stands for the low level
 * @param onReadable the program's function, or {@code null}
 * @param target the program's value for the property of this name, or {@code null}
 */
public record DigitalOptions(Specifier pin, Mode mode, int edges, boolean activeLow, int initialValue,
        Object onReadable, Object target) {

    /** The value of {@code Digital.Rising}. */
    public static final int RISING = 1;
    /** The value of {@code Digital.Falling}. */
    public static final int FALLING = 2;

    /** What a pin is used for. The numbers are the values of the class's static properties. */
    public enum Mode {
        INPUT("Input", 0), INPUT_PULL_UP("InputPullUp", 1), INPUT_PULL_DOWN("InputPullDown", 2),
        INPUT_PULL_UP_DOWN("InputPullUpDown", 3), OUTPUT("Output", 8), OUTPUT_OPEN_DRAIN("OutputOpenDrain", 9);

        private final String property;
        private final int value;

        Mode(String property, int value) {
            this.property = property;
            this.value = value;
        }

        /** The name of the static property of {@code Digital}. */
        public String property() {
            return property;
        }

        /** Its value. */
        public int value() {
            return value;
        }

        boolean input() {
            return value < OUTPUT.value;
        }

        private static Mode of(int value) {
            for (Mode mode : values()) {
                if (mode.value == value) {
                    return mode;
                }
            }
            throw EmbeddedException.rangeError("Digital: the option 'mode' is one of the class's modes, not " + value);
        }
    }

    /**
     * Reads and validates, touching no hardware.
     *
     * @throws EmbeddedException for the first option that is missing or out of range
     */
    public static DigitalOptions read(OptionReader reader) {
        Options options = new Options(reader, "Digital");
        Specifier pin = options.required("pin");
        Mode mode = Mode.of(options.requiredInteger("mode", 0, Mode.OUTPUT_OPEN_DRAIN.value));
        // Whether a value is needed, and ignored otherwise, is only known with the callback.
        Object givenEdge = reader.get("edge");
        boolean activeLow = options.bool("activeLow", false);
        int initialValue = options.integer("initialValue", 0, 1, 0);
        Object onReadable = options.callback("onReadable");
        options.format("number");
        Object target = options.target();
        int edges = onReadable == null ? 0 : edges(reader, givenEdge);
        return new DigitalOptions(pin, mode, edges, activeLow, initialValue, onReadable, target);
    }

    private static int edges(OptionReader reader, Object given) {
        if (given == null) {
            throw EmbeddedException.typeError("Digital: the option 'edge' is required with onReadable");
        }
        double edges = reader.toNumber(given);
        if (edges == RISING || edges == FALLING || edges == RISING + FALLING) {
            return (int) edges;
        }
        throw EmbeddedException.rangeError("Digital: the option 'edge' is Rising, Falling or their sum");
    }
}
