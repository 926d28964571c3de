package org.ledgejs.language.builtins;

import java.time.ZoneId;
import java.util.function.DoubleUnaryOperator;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.DateMath;
import org.ledgejs.language.runtime.JSDate;
import org.ledgejs.language.runtime.Realm;

/** The getters and setters of the parts of a date, local and UTC (ECMA-262 §21.4.4.2 to §21.4.4.34, §B.2.3). */
final class DateFields {
    static final PropertyTable TABLE = table();

    private DateFields() { }

    /** A part of a date and those smaller that its setter takes too. */
    private enum Field {
        YEAR, MONTH, DATE, HOURS, MINUTES, SECONDS, MILLISECONDS;

        boolean isOfTime() {
            return this.ordinal() >= HOURS.ordinal();
        }

        /** How many arguments the setter takes. */
        int arity() {
            return (isOfTime() ? MILLISECONDS : DATE).ordinal() - ordinal() + 1;
        }
    }

    private static PropertyTable table() {
        PropertyTable table = new PropertyTable();
        field(table, "FullYear", Field.YEAR, t -> DateMath.Civil.of(t).year());
        field(table, "Month", Field.MONTH, t -> DateMath.Civil.of(t).month());
        field(table, "Date", Field.DATE, t -> DateMath.Civil.of(t).date());
        getters(table, "Day", DateMath::weekDay);
        field(table, "Hours", Field.HOURS, DateMath::hour);
        field(table, "Minutes", Field.MINUTES, DateMath::minute);
        field(table, "Seconds", Field.SECONDS, DateMath::second);
        field(table, "Milliseconds", Field.MILLISECONDS, DateMath::millisecond);
        table.method("getYear", 0, getter(t -> DateMath.Civil.of(t).year() - 1900, false));
        table.method("setYear", 1, DateFields::setYear);
        return table;
    }

    private static void field(PropertyTable table, String name, Field field, DoubleUnaryOperator part) {
        getters(table, name, part);
        table.method("set" + name, field.arity(), setter(field, false));
        table.method("setUTC" + name, field.arity(), setter(field, true));
    }

    private static void getters(PropertyTable table, String name, DoubleUnaryOperator part) {
        table.method("get" + name, 0, getter(part, false));
        table.method("getUTC" + name, 0, getter(part, true));
    }

    private static Builtin.Body getter(DoubleUnaryOperator part, boolean utc) {
        return (realm, thisValue, args) -> {
            double t = DatePrototype.thisDate(thisValue).time();
            if (t != t) {
                return t;
            }
            return Conversions.number(part.applyAsDouble(utc ? t : DateMath.localTime(DateConstructor.zone(realm), t)));
        };
    }

    private static Builtin.Body setter(Field field, boolean utc) {
        return (realm, thisValue, args) -> {
            JSDate date = DatePrototype.thisDate(thisValue);
            double time = date.time();
            double[] values = new double[Math.clamp(args.count(), 1, field.arity())];
            for (int i = 0; i < values.length; i++) {
                values[i] = Conversions.toNumber(args.get(i));
            }
            if (time != time) {
                if (field != Field.YEAR) {
                    return time;
                }
                return set(date, field, values, 0, utc ? null : DateConstructor.zone(realm));
            }
            ZoneId zone = utc ? null : DateConstructor.zone(realm);
            return set(date, field, values, utc ? time : DateMath.localTime(zone, time), zone);
        };
    }

    /** @param t the present time, local where there is a zone @param zone null for UTC */
    private static Object set(JSDate date, Field field, double[] values, double t, ZoneId zone) {
        DateMath.Civil civil = DateMath.Civil.of(t);
        double[] fields = {civil.year(), civil.month(), civil.date(), DateMath.hour(t), DateMath.minute(t), DateMath.second(t), DateMath.millisecond(t)};
        System.arraycopy(values, 0, fields, field.ordinal(), values.length);
        double day = field.isOfTime() ? DateMath.day(t) : DateMath.makeDay(fields[0], fields[1], fields[2]);
        double time = field.isOfTime() ? DateMath.makeTime(fields[3], fields[4], fields[5], fields[6]) : DateMath.timeWithinDay(t);
        double result = DateMath.makeDate(day, time);
        date.setTime(DateMath.timeClip(zone == null ? result : DateMath.utc(zone, result)));
        return Conversions.number(date.time());
    }

    /** §B.2.3.2. */
    private static Object setYear(Realm realm, Object thisValue, Args args) {
        JSDate date = DatePrototype.thisDate(thisValue);
        double time = date.time();
        double year = Conversions.toNumber(args.get(0));
        if (year != year) {
            date.setTime(Double.NaN);
            return year;
        }
        ZoneId zone = DateConstructor.zone(realm);
        double t = time != time ? 0 : DateMath.localTime(zone, time);
        return set(date, Field.YEAR, new double[] {DateMath.makeFullYear(year)}, t, zone);
    }
}
