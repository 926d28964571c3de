package org.ledgejs.language.builtins;

import java.time.ZoneId;
import java.util.Map;

import org.ledgejs.language.runtime.DateMath;

/**
 * Dates as people wrote them before there was a format: what V8 accepts besides it. Words, numbers and signs in nearly any
 * order: "Nov 24 2026 10:00 PM GMT+0100", "11/24/2026", "24 November 2026", "2026/11/24 22:00".
 */
final class LegacyDateParser {
    private static final int NONE = Integer.MIN_VALUE;
    /** Hours from UTC. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("utc", 0), Map.entry("gmt", 0), Map.entry("ut", 0), Map.entry("z", 0),
            Map.entry("est", -5), Map.entry("edt", -4), Map.entry("cst", -6), Map.entry("cdt", -5), Map.entry("mst", -7), Map.entry("mdt", -6),
            Map.entry("pst", -8), Map.entry("pdt", -7));

    private final String text;
    private int position;

    private final int[] dayParts = new int[3];
    private int dayPartCount;
    private int namedMonth = NONE;
    private final int[] timeParts = new int[4];
    private int timePartCount;
    private int halfDay = NONE;
    private int zoneMinutes = NONE;
    private int zoneSign;

    private LegacyDateParser(String text) {
        this.text = text;
    }

    static double parse(String text, ZoneId zone) {
        LegacyDateParser parser = new LegacyDateParser(text);
        return parser.read() ? parser.compose(zone) : Double.NaN;
    }

    private boolean read() {
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean valid;
            if (c >= '0' && c <= '9') {
                valid = number();
            } else if (Character.isLetter(c)) {
                valid = word();
            } else if (c == '(') {
                skipParentheses();
                valid = true;
            } else {
                position++;
                valid = sign(c);
            }
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private boolean sign(char c) {
        if ((c == '+' || c == '-') && (timePartCount > 0 || zoneMinutes != NONE)) {
            return zoneOffset(c == '-' ? -1 : 1);
        }
        // A sign before a number that is not an offset separates, as in 24-Nov-2026. A stray bracket does not.
        return c != ')' && (c != '+' || dayPartCount == 0);
    }

    private void skipParentheses() {
        int depth = 0;
        do {
            char c = text.charAt(position++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (depth > 0 && position < text.length());
    }

    private int digits() {
        long value = 0;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            value = Math.min(Integer.MAX_VALUE, value * 10 + text.charAt(position++) - '0');
        }
        return (int) value;
    }

    private boolean next(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private boolean number() {
        int value = digits();
        if (next(':') && timePartCount < 3) {
            position++;
            timeParts[timePartCount++] = value;
            return position < text.length() && Character.isDigit(text.charAt(position));
        }
        if (timePartCount > 0 && timePartCount < 4 && followsColon()) {
            timeParts[timePartCount++] = value;
            if (next('.') && timePartCount == 3) {
                position++;
                int start = position;
                int fraction = digits();
                if (position == start) {
                    return false;
                }
                timeParts[timePartCount++] = scale(fraction, position - start);
            }
            return true;
        }
        if (dayPartCount == 3) {
            return false;
        }
        dayParts[dayPartCount++] = value;
        if (next('-') || next('/') || next('.')) {
            position++;
        }
        return true;
    }

    /** The digits before the position stand behind a colon. */
    private boolean followsColon() {
        int start = position;
        while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
            start--;
        }
        return start > 0 && text.charAt(start - 1) == ':';
    }

    private static int scale(int fraction, int digits) {
        double ms = fraction * Math.pow(10, 3.0 - digits);
        return (int) Math.min(999, ms);
    }

    private boolean word() {
        int start = position;
        while (position < text.length() && Character.isLetter(text.charAt(position))) {
            position++;
        }
        String word = text.substring(start, position).toLowerCase(java.util.Locale.ROOT);
        if (next('.')) {
            position++;
        }
        if (word.equals("am") || word.equals("pm")) {
            halfDay = word.equals("am") ? 0 : 12;
            return timePartCount > 0;
        }
        if (word.equals("t") && dayPartCount > 0 && timePartCount == 0) {
            return true;
        }
        Integer hours = ZONES.get(word);
        if (hours != null && (dayPartCount > 0 || timePartCount > 0)) {
            zoneSign = 1;
            zoneMinutes = hours * 60;
            return true;
        }
        if (word.length() >= 3) {
            for (int month = 0; month < 12; month++) {
                if (word.startsWith(DateText.MONTHS[month].toLowerCase(java.util.Locale.ROOT))) {
                    namedMonth = month;
                    if (next('-') || next('/')) {
                        position++;
                    }
                    return true;
                }
            }
        }
        // Names of days, and any word before the first number, mean nothing.
        return dayPartCount == 0 && timePartCount == 0 || isDayName(word);
    }

    private static boolean isDayName(String word) {
        for (String day : DateText.DAYS) {
            if (word.startsWith(day.toLowerCase(java.util.Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private boolean zoneOffset(int sign) {
        int start = position;
        int value = digits();
        int length = position - start;
        if (length == 0) {
            return false;
        }
        int hours = value;
        int minutes = 0;
        if (next(':')) {
            position++;
            minutes = digits();
        } else if (length > 2) {
            hours = value / 100;
            minutes = value % 100;
        }
        zoneSign = sign;
        zoneMinutes = hours * 60 + minutes;
        return hours < 24 && minutes < 60;
    }

    private double compose(ZoneId zone) {
        double day = day();
        double time = time();
        double t = DateMath.makeDate(day, time);
        return zoneMinutes == NONE ? DateMath.utc(zone, t) : t - zoneSign * zoneMinutes * 60_000.0;
    }

    private double day() {
        int year = 2001;
        int month;
        int date;
        if (namedMonth != NONE) {
            month = namedMonth;
            if (dayPartCount == 0 || dayPartCount > 2) {
                return Double.NaN;
            }
            boolean yearFirst = dayPartCount == 2 && dayParts[0] > 31;
            date = yearFirst ? dayParts[1] : dayParts[0];
            if (dayPartCount == 2) {
                year = fullYear(yearFirst ? dayParts[0] : dayParts[1]);
            } else if (date > 31) {
                year = fullYear(date);
                date = 1;
            }
        } else if (dayPartCount == 3 && dayParts[0] > 31) {
            year = dayParts[0];
            month = dayParts[1] - 1;
            date = dayParts[2];
        } else if (dayPartCount == 2 && dayParts[0] > 31) {
            year = dayParts[0];
            month = dayParts[1] - 1;
            date = 1;
        } else if (dayPartCount > 0) {
            boolean yearOnly = dayPartCount == 1 && dayParts[0] > 31;
            month = yearOnly ? 0 : dayParts[0] - 1;
            date = dayPartCount > 1 ? dayParts[1] : 1;
            year = dayPartCount == 3 ? fullYear(dayParts[2]) : yearOnly ? fullYear(dayParts[0]) : year;
        } else {
            return Double.NaN;
        }
        return month < 0 || month > 11 || date < 1 || date > 31 ? Double.NaN : DateMath.makeDay(year, month, date);
    }

    private static int fullYear(int year) {
        return year < 50 ? 2000 + year : year < 100 ? 1900 + year : year;
    }

    private double time() {
        int hour = timeParts[0];
        if (halfDay != NONE) {
            if (hour < 1 || hour > 12) {
                return Double.NaN;
            }
            hour = hour % 12 + halfDay;
        }
        boolean midnight = hour == 24 && timeParts[1] == 0 && timeParts[2] == 0 && timeParts[3] == 0;
        return (hour > 23 && !midnight) || timeParts[1] > 59 || timeParts[2] > 59 ? Double.NaN
                : DateMath.makeTime(hour, timeParts[1], timeParts[2], timeParts[3]);
    }
}
