package org.ledgejs.language.runtime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** A Date instance (ECMA-262 §21.4.5). To the polyglot world it is a point in time, seen in the zone of the context. */
@ExportLibrary(InteropLibrary.class)
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

    private static ZoneId zone() {
        return Agent.get(null).timeZone();
    }

    @ExportMessage(name = "isDate")
    @ExportMessage(name = "isTime")
    @ExportMessage(name = "isTimeZone")
    boolean isValid() {
        return !Double.isNaN(time);
    }

    @ExportMessage
    @TruffleBoundary
    Instant asInstant() throws UnsupportedMessageException {
        if (!isValid()) {
            throw UnsupportedMessageException.create();
        }
        return Instant.ofEpochMilli((long) time);
    }

    @ExportMessage
    @TruffleBoundary
    LocalDate asDate() throws UnsupportedMessageException {
        return LocalDate.ofInstant(asInstant(), zone());
    }

    @ExportMessage
    @TruffleBoundary
    LocalTime asTime() throws UnsupportedMessageException {
        return LocalTime.ofInstant(asInstant(), zone());
    }

    @ExportMessage
    ZoneId asTimeZone() throws UnsupportedMessageException {
        if (!isValid()) {
            throw UnsupportedMessageException.create();
        }
        return zone();
    }
}
