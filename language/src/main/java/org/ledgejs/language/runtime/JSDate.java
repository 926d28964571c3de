package org.ledgejs.language.runtime;

/** A Date instance (ECMA-262 §21.4.5). */
public final class JSDate extends JSObject {
    /** [[DateValue]]: milliseconds since 1970, UTC, or NaN. */
    private double time;

    private JSDate(JSObject prototype, double time) {
        super(ROOT, prototype);
        this.time = time;
    }

    public static JSDate create(JSObject prototype, double time) {
        return new JSDate(prototype, time);
    }

    public double time() {
        return time;
    }

    public void setTime(double newTime) {
        time = newTime;
    }

    @Override
    public String className() {
        return "Date";
    }
}
