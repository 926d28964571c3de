package org.ledgejs.language.builtins;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.NumberText;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The functions of the global object (ECMA-262 §19.2) but those on URIs. */
final class GlobalFunctions {
    private static final Builtin EVAL = Builtin.function("eval", 1, GlobalFunctions::eval);
    private static final Builtin IS_FINITE = Builtin.function("isFinite", 1, (realm, thisValue, args) -> Double.isFinite(Conversions.toNumber(args.get(0))));
    private static final Builtin IS_NAN = Builtin.function("isNaN", 1, (realm, thisValue, args) -> Double.isNaN(Conversions.toNumber(args.get(0))));
    private static final Builtin PARSE_FLOAT = Builtin.node("parseFloat", 1, 1, NumberParsingNodesFactory.ParseFloatNodeGen::create);
    private static final Builtin PARSE_INT = Builtin.node("parseInt", 2, 2, NumberParsingNodesFactory.ParseIntNodeGen::create);

    private GlobalFunctions() { }

    static JSObject create(Realm realm, Intrinsic which) {
        return BuiltinData.function(realm, switch (which) {
            case EVAL -> EVAL;
            case IS_FINITE -> IS_FINITE;
            case IS_NAN -> IS_NAN;
            case PARSE_FLOAT -> PARSE_FLOAT;
            case PARSE_INT -> PARSE_INT;
            default -> throw new IllegalArgumentException(which.name());
        });
    }

    /** An indirect eval (§19.2.1); direct ones never come here. */
    private static Object eval(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (!(args.get(0) instanceof TruffleString text)) {
            return args.get(0);
        }
        if (!realm.agent().hooks().canCompileStrings()) {
            throw Errors.error(Intrinsic.EVAL_ERROR_PROTOTYPE, "Code generation from strings disallowed for this context");
        }
        Source source = Source.newBuilder(LedgeLanguage.ID, Strings.java(text), "eval").build();
        FunctionData data = realm.agent().compiler().eval(source, false, null, null);
        JSFunction function = JSFunction.create(realm, data, null);
        return data.callTarget().call(Arguments.create(realm.globalObject(), function));
    }

    /** parseFloat (§19.2.4) of a string. */
    static double parseFloat(String text) {
        String s = NumberText.trim(text);
        int sign = s.startsWith("-") || s.startsWith("+") ? 1 : 0;
        double factor = s.startsWith("-") ? -1 : 1;
        if (s.startsWith("Infinity", sign)) {
            return factor * Double.POSITIVE_INFINITY;
        }
        int end = NumberText.decimalEnd(s, sign);
        return end < 0 ? Double.NaN : factor * Double.parseDouble(s.substring(sign, end));
    }

    /** parseInt (§19.2.5) of a string. @param givenRadix after ToInt32 */
    static double parseInt(String text, int givenRadix) {
        String s = NumberText.trim(text);
        int start = s.startsWith("-") || s.startsWith("+") ? 1 : 0;
        double sign = s.startsWith("-") ? -1 : 1;
        int radix = givenRadix == 0 ? 10 : givenRadix;
        if (radix < 2 || radix > 36) {
            return Double.NaN;
        }
        if ((givenRadix == 0 || radix == 16) && (s.startsWith("0x", start) || s.startsWith("0X", start))) {
            radix = 16;
            start += 2;
        }
        int end = start;
        while (end < s.length() && s.charAt(end) < 128 && Character.digit(s.charAt(end), radix) >= 0) {
            end++;
        }
        if (end == start) {
            return Double.NaN;
        }
        String digits = s.substring(start, end);
        // Doubles hold ten digits of any radix exactly.
        return sign * (digits.length() <= 10 ? Long.parseLong(digits, radix) : new java.math.BigInteger(digits, radix).doubleValue());
    }
}
