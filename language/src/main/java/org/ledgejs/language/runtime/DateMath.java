package org.ledgejs.language.runtime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Time values and the proleptic Gregorian calendar (ECMA-262 §21.4.1). Times are milliseconds since 1970; months count from 0. */
public final class DateMath {
    public static final double MS_PER_DAY = 86_400_000;
    private static final double MAX_TIME = 8.64e15;
    private static final long DAYS_TO_EPOCH = 719_468;
    private static final int DAYS_PER_ERA = 146_097;

    private DateMath() { }

    /** Day (§21.4.1.3). */
    public static double day(double t) {
        return Math.floor(t / MS_PER_DAY);
    }

    /** TimeWithinDay (§21.4.1.4). */
    public static double timeWithinDay(double t) {
        return t - day(t) * MS_PER_DAY;
    }

    /** Year, month and day of the month of a day, found in eras of 400 years that start in March. */
    public record Civil(long year, int month, int date) {
        /** @param t finite */
        public static Civil of(double t) {
            long z = (long) day(t) + DAYS_TO_EPOCH;
            long era = Math.floorDiv(z, DAYS_PER_ERA);
            int dayOfEra = (int) (z - era * DAYS_PER_ERA);
            int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
            int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
            int shifted = (5 * dayOfYear + 2) / 153;
            int date = dayOfYear - (153 * shifted + 2) / 5 + 1;
            int month = shifted < 10 ? shifted + 2 : shifted - 10;
            return new Civil(yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, date);
        }
    }

    private static long dayFromCivil(long year, int month, int date) {
        long y = month < 2 ? year - 1 : year;
        long era = Math.floorDiv(y, 400);
        int yearOfEra = (int) (y - era * 400);
        int dayOfYear = (153 * (month < 2 ? month + 10 : month - 2) + 2) / 5 + date - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
    }

    /** WeekDay (§21.4.1.12): 0 is Sunday. */
    public static int weekDay(double t) {
        return (int) Math.floorMod((long) day(t) + 4, 7L);
    }

    public static int hour(double t) {
        return (int) (timeWithinDay(t) / 3_600_000);
    }

    public static int minute(double t) {
        return (int) (timeWithinDay(t) / 60_000) % 60;
    }

    public static int second(double t) {
        return (int) (timeWithinDay(t) / 1000) % 60;
    }

    public static int millisecond(double t) {
        return (int) (timeWithinDay(t) % 1000);
    }

    /** MakeTime (§21.4.1.27). */
    public static double makeTime(double hour, double minute, double second, double ms) {
        if (!Double.isFinite(hour) || !Double.isFinite(minute) || !Double.isFinite(second) || !Double.isFinite(ms)) {
            return Double.NaN;
        }
        return Conversions.truncate(hour) * 3_600_000 + Conversions.truncate(minute) * 60_000 + Conversions.truncate(second) * 1000 + Conversions.truncate(ms);
    }

    /** MakeDay (§21.4.1.28). */
    public static double makeDay(double year, double month, double date) {
        if (!Double.isFinite(year) || !Double.isFinite(month) || !Double.isFinite(date)) {
            return Double.NaN;
        }
        double m = Conversions.truncate(month);
        double y = Conversions.truncate(year) + Math.floor(m / 12);
        if (Math.abs(y) > 400_000) {
            return Double.NaN;
        }
        int monthOfYear = (int) (m - Math.floor(m / 12) * 12);
        return dayFromCivil((long) y, monthOfYear, 1) + Conversions.truncate(date) - 1;
    }

    /** MakeDate (§21.4.1.29). */
    public static double makeDate(double day, double time) {
        double t = day * MS_PER_DAY + time;
        return Double.isFinite(t) ? t : Double.NaN;
    }

    /** MakeFullYear (§21.4.1.30): 0 to 99 are years of the twentieth century. */
    public static double makeFullYear(double year) {
        double truncated = year != year ? year : Conversions.truncate(year);
        return truncated >= 0 && truncated <= 99 ? 1900 + truncated : truncated;
    }

    /** TimeClip (§21.4.1.31). */
    public static double timeClip(double t) {
        return Math.abs(t) <= MAX_TIME ? Conversions.truncate(t) : Double.NaN;
    }

    /** The zone's offset at an instant, in milliseconds. */
    @TruffleBoundary
    public static double offset(ZoneId zone, double t) {
        ZoneRules rules = zone.getRules();
        return rules.getOffset(Instant.ofEpochMilli((long) t)).getTotalSeconds() * 1000.0;
    }

    /** LocalTime (§21.4.1.25). */
    public static double localTime(ZoneId zone, double t) {
        return t + offset(zone, t);
    }

    /** UTC (§21.4.1.26): local times that a change skips or repeats are read with the offset before it. */
    @TruffleBoundary
    public static double utc(ZoneId zone, double local) {
        if (!(Math.abs(local) <= MAX_TIME + MS_PER_DAY)) {
            return Double.NaN;
        }
        LocalDateTime dateTime = LocalDateTime.ofEpochSecond(Math.floorDiv((long) local, 1000L), 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = zone.getRules().getTransition(dateTime);
        ZoneOffset offset = transition == null ? zone.getRules().getOffset(dateTime) : transition.getOffsetBefore();
        return local - offset.getTotalSeconds() * 1000.0;
    }
}
