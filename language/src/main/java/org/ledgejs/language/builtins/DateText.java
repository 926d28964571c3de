package org.ledgejs.language.builtins;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

import org.ledgejs.language.runtime.DateMath;
import org.ledgejs.language.runtime.DateMath.Civil;

/** Dates as text in the formats the specification fixes (ECMA-262 §21.4.1.32, §21.4.4.41). Times are finite. */
final class DateText {
    static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static final String[] MONTHS = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

    private DateText() { }

    private static StringBuilder pad(StringBuilder out, long value, int digits) {
        String text = Long.toString(value);
        return out.repeat('0', Math.max(0, digits - text.length())).append(text);
    }

    private static StringBuilder year(StringBuilder out, long year) {
        return pad(year < 0 ? out.append('-') : out, Math.abs(year), 4);
    }

    /** DateString (§21.4.4.41.2) of a local time. */
    static String date(double local) {
        Civil civil = Civil.of(local);
        StringBuilder out = new StringBuilder(DAYS[DateMath.weekDay(local)]).append(' ').append(MONTHS[civil.month()]).append(' ');
        return year(pad(out, civil.date(), 2).append(' '), civil.year()).toString();
    }

    /** TimeString (§21.4.4.41.1). */
    private static StringBuilder time(StringBuilder out, double local) {
        pad(out, DateMath.hour(local), 2).append(':');
        pad(out, DateMath.minute(local), 2).append(':');
        return pad(out, DateMath.second(local), 2).append(" GMT");
    }

    /** TimeString and TimeZoneString (§21.4.4.41.3). */
    static String timeWithZone(double t, ZoneId zone) {
        double offset = DateMath.offset(zone, t);
        StringBuilder out = time(new StringBuilder(), t + offset).append(offset < 0 ? '-' : '+');
        long minutes = (long) Math.abs(offset) / 60_000;
        pad(out, minutes / 60, 2);
        pad(out, minutes % 60, 2);
        return out.append(" (").append(zoneName(zone, t)).append(')').toString();
    }

    private static String zoneName(ZoneId zone, double t) {
        TimeZone timeZone = TimeZone.getTimeZone(zone);
        boolean summer = zone.getRules().isDaylightSavings(Instant.ofEpochMilli((long) t));
        return timeZone.getDisplayName(summer, TimeZone.LONG, Locale.ENGLISH);
    }

    /** ToDateString (§21.4.4.41.4). */
    static String dateTime(double t, ZoneId zone) {
        return date(DateMath.localTime(zone, t)) + " " + timeWithZone(t, zone);
    }

    /** §21.4.4.43. */
    static String utc(double t) {
        Civil civil = Civil.of(t);
        StringBuilder out = new StringBuilder(DAYS[DateMath.weekDay(t)]).append(", ");
        pad(out, civil.date(), 2).append(' ').append(MONTHS[civil.month()]).append(' ');
        return time(year(out, civil.year()).append(' '), t).toString();
    }

    /** The Date Time String Format, in UTC. */
    static String iso(double t) {
        Civil civil = Civil.of(t);
        StringBuilder out = new StringBuilder(27);
        if (civil.year() >= 0 && civil.year() <= 9999) {
            pad(out, civil.year(), 4);
        } else {
            pad(out.append(civil.year() < 0 ? '-' : '+'), Math.abs(civil.year()), 6);
        }
        pad(out.append('-'), civil.month() + 1, 2);
        pad(out.append('-'), civil.date(), 2);
        pad(out.append('T'), DateMath.hour(t), 2);
        pad(out.append(':'), DateMath.minute(t), 2);
        pad(out.append(':'), DateMath.second(t), 2);
        return pad(out.append('.'), DateMath.millisecond(t), 3).append('Z').toString();
    }
}
