package org.ledgejs.tck.truffle.reference;

/** An operation has to throw an error of the language. */
@SuppressWarnings("serial")
public final class Refusal extends RuntimeException {
    private Refusal(String errorName) {
        super(errorName, null, false, false);
    }

    public static Refusal typeError() {
        return new Refusal("TypeError");
    }

    public static Refusal rangeError() {
        return new Refusal("RangeError");
    }

    public static Refusal syntaxError() {
        return new Refusal("SyntaxError");
    }

    /** Name of the error's constructor. */
    public String errorName() {
        return getMessage();
    }
}
