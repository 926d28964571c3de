package org.ledgejs.language.builtins;

import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.RegExpExecNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.RegExpSyntax.GroupName;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** Matching as the methods of RegExp and String share it (ECMA-262 §22.2.7). */
final class RegExpOperations {
    static final TruffleString EXEC = Strings.constant("exec");
    static final TruffleString FLAGS = Strings.constant("flags");
    static final TruffleString INDEX = Strings.constant("index");
    static final TruffleString INPUT = Strings.constant("input");
    static final TruffleString GROUPS = Strings.constant("groups");
    static final TruffleString INDICES = Strings.constant("indices");

    private RegExpOperations() { }

    static JSObject requireObject(Object thisValue, String method) {
        if (thisValue instanceof JSObject object) {
            return object;
        }
        throw Errors.typeError("RegExp.prototype." + method + " called on incompatible receiver " + Errors.describe(thisValue));
    }

    /** RegExpExec (§22.2.7.1): an object, or Null. */
    static Object exec(Realm realm, JSObject regExp, TruffleString s) {
        return exec(realm, regExp, s, regExp.get(EXEC));
    }

    /** @param exec the expression's */
    static Object exec(Realm realm, JSObject regExp, TruffleString s, Object exec) {
        if (exec == realm.intrinsic(Intrinsic.REGEXP_EXEC) && regExp instanceof JSRegExp r) {
            return builtinExec(realm, r, s);
        }
        if (ObjectOperations.isCallable(exec)) {
            Object result = ObjectOperations.call(exec, regExp, s);
            if (!ObjectOperations.isObject(result) && result != Null.INSTANCE) {
                throw Errors.typeError(Errors.describe(result) + " is not an object or null");
            }
            return result;
        }
        if (regExp instanceof JSRegExp r) {
            return builtinExec(realm, r, s);
        }
        throw Errors.typeError("RegExp.prototype.exec called on incompatible receiver " + Errors.describe(regExp));
    }

    /** RegExpBuiltinExec (§22.2.7.2): an array, or Null. */
    static Object builtinExec(Realm realm, JSRegExp regExp, TruffleString s) {
        int[] bounds = RegExpExecNode.getUncached().execute(realm, regExp, s, true);
        return bounds == null ? Null.INSTANCE : result(realm, regExp.code(), s, bounds);
    }

    /** The array of a match. */
    @TruffleBoundary
    static JSArray result(Realm realm, RegExpCode code, TruffleString s, int[] bounds) {
        Object[] values = groups(s, bounds, 0);
        JSArray array = JSArray.create(realm, values);
        Properties.put(array, INDEX, bounds[0], PropertyFlags.DEFAULT);
        Properties.put(array, INPUT, s, PropertyFlags.DEFAULT);
        Properties.put(array, GROUPS, code.names().isEmpty() ? Undefined.INSTANCE : named(code.names(), values), PropertyFlags.DEFAULT);
        if (code.has(RegExpSyntax.HAS_INDICES)) {
            Properties.put(array, INDICES, indices(realm, code, bounds), PropertyFlags.DEFAULT);
        }
        return array;
    }

    /** The matched strings from a group on; undefined for groups that took no part. */
    static Object[] groups(TruffleString s, int[] bounds, int from) {
        Object[] values = new Object[bounds.length / 2 - from];
        for (int i = 0; i < values.length; i++) {
            int start = bounds[i + from << 1];
            values[i] = start < 0 ? Undefined.INSTANCE : Strings.substring(s, start, bounds[(i + from << 1) + 1]);
        }
        return values;
    }

    /** The groups object of a match, or undefined. */
    @TruffleBoundary
    static Object namedGroups(RegExpCode code, TruffleString s, int[] bounds) {
        return code.names().isEmpty() ? Undefined.INSTANCE : named(code.names(), groups(s, bounds, 0));
    }

    /** The groups object: of groups with one name, the one that took part. */
    private static JSObject named(List<GroupName> names, Object[] values) {
        JSObject groups = JSObject.create((JSObject) null);
        for (GroupName name : names) {
            Object key = PropertyKey.of(Strings.of(name.name()));
            Object value = values[name.index()];
            if (value != Undefined.INSTANCE || groups.getOwnProperty(key) == null) {
                groups.define(key, value, PropertyFlags.DEFAULT);
            }
        }
        return groups;
    }

    /** MakeMatchIndicesIndexPairArray (§22.2.7.8). */
    private static JSArray indices(Realm realm, RegExpCode code, int[] bounds) {
        Object[] pairs = new Object[bounds.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = bounds[i * 2] < 0 ? Undefined.INSTANCE : JSArray.create(realm, new int[] {bounds[i * 2], bounds[i * 2 + 1]});
        }
        JSArray array = JSArray.create(realm, pairs);
        Properties.put(array, GROUPS, code.names().isEmpty() ? Undefined.INSTANCE : named(code.names(), pairs), PropertyFlags.DEFAULT);
        return array;
    }

    /** AdvanceStringIndex (§22.2.7.3). */
    @TruffleBoundary
    static long advance(TruffleString s, long index, boolean unicode) {
        if (unicode && index + 1 < Strings.length(s) && Character.isHighSurrogate(Strings.charAt(s, (int) index))
                && Character.isLowSurrogate(Strings.charAt(s, (int) index + 1))) {
            return index + 2;
        }
        return index + 1;
    }
}
