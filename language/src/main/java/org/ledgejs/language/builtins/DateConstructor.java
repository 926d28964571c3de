package org.ledgejs.language.builtins;

import java.time.ZoneId;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Conversions.Hint;
import org.ledgejs.language.runtime.DateMath;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSDate;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The Date constructor and its properties (ECMA-262 §21.4.2, §21.4.3). */
final class DateConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Date", 7, DateConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("now", 0, (realm, thisValue, args) -> (double) System.currentTimeMillis())
            .method("parse", 1, (realm, thisValue, args) -> Conversions.number(DateParser.parse(Conversions.toJavaString(args.get(0)), zone(realm))))
            .method("UTC", 7, (realm, thisValue, args) -> Conversions.number(DateMath.timeClip(fromComponents(args))));

    private DateConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.DATE, Intrinsic.DATE_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    /** The time zone of the context. */
    static ZoneId zone(Realm realm) {
        return realm.agent().timeZone();
    }

    /** §21.4.2.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            return Strings.of(DateText.dateTime(System.currentTimeMillis(), zone(realm)));
        }
        double time = switch (args.count()) {
            case 0 -> System.currentTimeMillis();
            case 1 -> fromValue(realm, args.get(0));
            default -> DateMath.timeClip(DateMath.utc(zone(realm), fromComponents(args)));
        };
        return JSDate.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.DATE_PROTOTYPE), time);
    }

    private static double fromValue(Realm realm, Object value) {
        if (value instanceof JSDate date) {
            return date.time();
        }
        Object primitive = Conversions.toPrimitive(value, Hint.DEFAULT);
        return primitive instanceof TruffleString text ? DateParser.parse(Strings.java(text), zone(realm))
                : DateMath.timeClip(Conversions.toNumber(primitive));
    }

    /** Year, month, day, hours, minutes, seconds and milliseconds as a time. */
    private static double fromComponents(Args args) {
        double[] fields = {Double.NaN, 0, 1, 0, 0, 0, 0};
        for (int i = 0; i < Math.min(7, args.count()); i++) {
            fields[i] = Conversions.toNumber(args.get(i));
        }
        return DateMath.makeDate(DateMath.makeDay(DateMath.makeFullYear(fields[0]), fields[1], fields[2]),
                DateMath.makeTime(fields[3], fields[4], fields[5], fields[6]));
    }
}
