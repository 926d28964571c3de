package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.NumberText;
import org.ledgejs.language.runtime.Strings;

/** Text made safe to stand in a pattern, and patterns made safe to stand between slashes. */
final class RegExpEscape {
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";
    private static final String OTHER_PUNCTUATORS = ",-=<>#&!%:;@~'`\"";

    private RegExpEscape() { }

    /** RegExp.escape (ECMA-262 §22.2.5.1). */
    static TruffleString escape(TruffleString text) {
        String s = Strings.java(text);
        StringBuilder out = new StringBuilder(s.length() + 8);
        for (int i = 0; i < s.length();) {
            int c = s.codePointAt(i);
            if (i == 0 && (c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
                out.append("\\x").append(hex(c, 2));
            } else {
                encode(out, c);
            }
            i += Character.charCount(c);
        }
        return Strings.of(out.toString());
    }

    /** EncodeForRegExpEscape (§22.2.5.1.1). */
    private static void encode(StringBuilder out, int c) {
        if (SYNTAX.indexOf(c) >= 0) {
            out.append('\\').appendCodePoint(c);
            return;
        }
        int control = "\t\n\u000B\f\r".indexOf(c);
        if (control >= 0) {
            out.append('\\').append("tnvfr".charAt(control));
        } else if (OTHER_PUNCTUATORS.indexOf(c) >= 0 || c <= 0xFFFF && (NumberText.isSpace((char) c) || Character.isSurrogate((char) c))) {
            out.append(c <= 0xFF ? "\\x" + hex(c, 2) : "\\u" + hex(c, 4));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static String hex(int c, int digits) {
        String hex = Integer.toHexString(c);
        return "0".repeat(digits - hex.length()) + hex;
    }

    /** EscapeRegExpPattern (§22.2.6.13.1): a slash outside classes and line terminators are escaped. */
    static TruffleString source(TruffleString pattern) {
        if (pattern.isEmpty()) {
            return Strings.of("(?:)");
        }
        String s = Strings.java(pattern);
        StringBuilder out = null;
        boolean inClass = false;
        int done = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            String escaped = null;
            switch (c) {
                case '\\' -> {
                    if (i + 1 < s.length()) {
                        i++;
                        // A backslash before a line terminator would escape only itself between slashes.
                        String terminator = terminator(s.charAt(i));
                        escaped = terminator == null ? null : terminator.substring(1);
                    }
                }
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '/' -> escaped = inClass ? null : "\\/";
                default -> escaped = terminator(c);
            }
            if (escaped != null) {
                out = out == null ? new StringBuilder() : out;
                out.append(s, done, i).append(escaped);
                done = i + 1;
            }
        }
        return out == null ? pattern : Strings.of(out.append(s, done, s.length()).toString());
    }

    private static String terminator(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\u2028' -> "\\u2028";
            case '\u2029' -> "\\u2029";
            default -> null;
        };
    }
}
