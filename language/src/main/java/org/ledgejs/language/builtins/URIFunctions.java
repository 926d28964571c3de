package org.ledgejs.language.builtins;

import java.util.BitSet;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The functions that encode and decode URIs (ECMA-262 §19.2.6, §B.2.1). */
final class URIFunctions {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String HEX = "0123456789ABCDEF";
    private static final BitSet RESERVED_AND_HASH = set(";/?:@&=+$,#");
    private static final BitSet UNESCAPED = set(LETTERS + "-_.!~*'()");
    private static final BitSet UNESCAPED_URI = set(LETTERS + "-_.!~*'();/?:@&=+$,#");
    private static final BitSet NOT_ESCAPED = set(LETTERS + "@*_+-./");
    private static final BitSet NONE = new BitSet();

    private static final Builtin DECODE_URI = function("decodeURI", text -> decode(text, RESERVED_AND_HASH));
    private static final Builtin DECODE_URI_COMPONENT = function("decodeURIComponent", text -> decode(text, NONE));
    private static final Builtin ENCODE_URI = function("encodeURI", text -> encode(text, UNESCAPED_URI));
    private static final Builtin ENCODE_URI_COMPONENT = function("encodeURIComponent", text -> encode(text, UNESCAPED));
    private static final Builtin ESCAPE = function("escape", URIFunctions::escape);
    private static final Builtin UNESCAPE = function("unescape", URIFunctions::unescape);

    private URIFunctions() { }

    @FunctionalInterface
    private interface Change {
        String of(String text);
    }

    private static Builtin function(String name, Change change) {
        return Builtin.function(name, 1, (realm, thisValue, args) -> Strings.of(change.of(Conversions.toJavaString(args.get(0)))));
    }

    private static BitSet set(String characters) {
        BitSet set = new BitSet(128);
        characters.chars().forEach(set::set);
        return set;
    }

    static JSObject create(Realm realm, Intrinsic which) {
        return BuiltinData.function(realm, switch (which) {
            case DECODE_URI -> DECODE_URI;
            case DECODE_URI_COMPONENT -> DECODE_URI_COMPONENT;
            case ENCODE_URI -> ENCODE_URI;
            case ENCODE_URI_COMPONENT -> ENCODE_URI_COMPONENT;
            case ESCAPE -> ESCAPE;
            case UNESCAPE -> UNESCAPE;
            default -> throw new IllegalArgumentException(which.name());
        });
    }

    private static JSException malformed() {
        return Errors.error(Intrinsic.URI_ERROR_PROTOTYPE, "URI malformed");
    }

    /** Encode (§19.2.6.5). */
    private static String encode(String text, BitSet unescaped) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (unescaped.get(c)) {
                out.append((char) c);
            } else if (c < 0x80) {
                octet(out, c);
            } else if (c < 0x800) {
                octet(out, 0xC0 | c >> 6);
                octet(out, 0x80 | c & 0x3F);
            } else if (c < 0x10000) {
                if (Character.isSurrogate((char) c)) {
                    throw malformed();
                }
                octet(out, 0xE0 | c >> 12);
                octet(out, 0x80 | c >> 6 & 0x3F);
                octet(out, 0x80 | c & 0x3F);
            } else {
                octet(out, 0xF0 | c >> 18);
                octet(out, 0x80 | c >> 12 & 0x3F);
                octet(out, 0x80 | c >> 6 & 0x3F);
                octet(out, 0x80 | c & 0x3F);
            }
            StringLimit.check(2L * out.length());
        }
        return out.toString();
    }

    private static void octet(StringBuilder out, int octet) {
        out.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
    }

    /** Decode (§19.2.6.6). @param preserved ASCII characters whose escapes stay */
    private static String decode(String text, BitSet preserved) {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        while (percent >= 0) {
            out.append(text, done, percent);
            int first = octetAt(text, percent);
            if (first < 0x80) {
                if (preserved.get(first)) {
                    out.append(text, percent, percent + 3);
                } else {
                    out.append((char) first);
                }
                done = percent + 3;
            } else {
                int count = Integer.numberOfLeadingZeros(~(first << 24));
                out.appendCodePoint(multiByte(text, percent, first, count));
                done = percent + 3 * count;
            }
            percent = text.indexOf('%', done);
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int multiByte(String text, int at, int first, int count) {
        if (count < 2 || count > 4) {
            throw malformed();
        }
        int value = first & 0x7F >> count;
        for (int i = 1; i < count; i++) {
            int next = octetAt(text, at + 3 * i);
            if ((next & 0xC0) != 0x80) {
                throw malformed();
            }
            value = value << 6 | next & 0x3F;
        }
        int least = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000;
        if (value < least || value > Character.MAX_CODE_POINT || value >= 0xD800 && value <= 0xDFFF) {
            throw malformed();
        }
        return value;
    }

    private static int octetAt(String text, int at) {
        int octet = at + 3 <= text.length() && text.charAt(at) == '%' ? hex(text, at + 1, 2) : -1;
        if (octet < 0) {
            throw malformed();
        }
        return octet;
    }

    /** Digits as a number, or -1. */
    private static int hex(String text, int at, int digits) {
        if (at + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** §B.2.1.1. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (NOT_ESCAPED.get(c)) {
                out.append(c);
            } else if (c < 256) {
                octet(out, c);
            } else {
                out.append("%u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 15));
                }
            }
            StringLimit.check(2L * out.length());
        }
        return out.toString();
    }

    /** §B.2.1.2. */
    private static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int four = text.startsWith("u", i + 1) ? hex(text, i + 2, 4) : -1;
                int two = hex(text, i + 1, 2);
                if (four >= 0) {
                    c = (char) four;
                    i += 5;
                } else if (two >= 0) {
                    c = (char) two;
                    i += 2;
                }
            }
            out.append(c);
        }
        return out.toString();
    }
}
