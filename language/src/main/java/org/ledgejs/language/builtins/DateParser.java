package org.ledgejs.language.builtins;

import java.time.ZoneId;

import org.ledgejs.language.runtime.DateMath;

/** Date.parse: the Date Time String Format (ECMA-262 §21.4.1.32); what is not in it goes to {@link LegacyDateParser}. */
final class DateParser {
    private final String text;
    private int position;

    private DateParser(String text) {
        this.text = text;
    }

    /** The time value of a text, or NaN. @param zone of texts that name none */
    static double parse(String text, ZoneId zone) {
        String trimmed = text.strip();
        Double iso = new DateParser(trimmed).iso(zone);
        return DateMath.timeClip(iso != null ? iso : LegacyDateParser.parse(trimmed, zone));
    }

    private boolean eat(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    /** Exactly so many digits, or -1. */
    private int digits(int count) {
        int value = 0;
        if (position + count > text.length()) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            char c = text.charAt(position + i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        position += count;
        return value;
    }

    private boolean atEnd() {
        return position == text.length();
    }

    /** A time, NaN for one out of range; null if the text is not of the format. */
    private Double iso(ZoneId zone) {
        boolean negative = eat('-');
        boolean signed = negative || eat('+');
        int year = digits(signed ? 6 : 4);
        if (year < 0 || negative && year == 0) {
            return signed && year == 0 && position == 7 ? (Double) Double.NaN : null;
        }
        int month = 1;
        int date = 1;
        if (eat('-')) {
            month = digits(2);
            if (month < 0) {
                return null;
            }
            if (eat('-')) {
                date = digits(2);
                if (date < 0) {
                    return null;
                }
            }
        }
        double day = month < 1 || month > 12 || date < 1 || date > daysIn(year, month) ? Double.NaN : DateMath.makeDay(negative ? -year : year, month - 1, date);
        if (atEnd()) {
            return DateMath.makeDate(day, 0);
        }
        return eat('T') ? timeOf(day, zone) : null;
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private Double timeOf(double day, ZoneId zone) {
        int hour = digits(2);
        int minute = eat(':') ? digits(2) : -1;
        if (hour < 0 || minute < 0) {
            return null;
        }
        int second = 0;
        double ms = 0;
        if (eat(':')) {
            second = digits(2);
            if (second < 0) {
                return null;
            }
            if (eat('.')) {
                ms = fraction();
                if (ms < 0) {
                    return null;
                }
            }
        }
        boolean valid = hour < 24 && minute < 60 && second < 60 || hour == 24 && minute == 0 && second == 0 && ms == 0;
        double t = DateMath.makeDate(day, valid ? DateMath.makeTime(hour, minute, second, ms) : Double.NaN);
        if (atEnd()) {
            return DateMath.utc(zone, t);
        }
        Double offset = offset();
        return offset == null || !atEnd() ? null : (Double) (t - offset);
    }

    /** Milliseconds of a fraction of any length, or -1. */
    private double fraction() {
        int start = position;
        double value = 0;
        double unit = 100;
        for (int digit = digits(1); digit >= 0; digit = digits(1)) {
            value += digit * unit;
            unit /= 10;
        }
        return position == start ? -1 : Math.floor(value + 1e-9);
    }

    /** "Z", "+hh:mm" or "-hh:mm" in milliseconds, or null. */
    private Double offset() {
        if (eat('Z')) {
            return 0.0;
        }
        boolean negative = eat('-');
        if (!negative && !eat('+')) {
            return null;
        }
        int hours = digits(2);
        int minutes = eat(':') ? digits(2) : -1;
        if (hours < 0 || minutes < 0) {
            return null;
        }
        double offset = hours > 23 || minutes > 59 ? Double.NaN : hours * 3_600_000.0 + minutes * 60_000.0;
        return negative ? -offset : offset;
    }
}
