package org.ledgejs.language.builtins;

import java.util.HashMap;
import java.util.Map;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Reads JSON text (ECMA-404) into values. Also what modules of type json are read by. */
public final class JSONParser {
    /** Nesting beyond this is refused before it can exhaust the stack. */
    private static final int MAX_DEPTH = 5_000;

    private final Realm realm;
    private final String text;
    /** Keys repeat from object to object. */
    private final Map<String, Object> keys = new HashMap<>();
    private int at;
    private int depth;
    /** Records of the parts of what is being read, if they are wanted; else null. */
    private Map<Object, Record> parts;
    /** The record of the value read last. */
    private Record last;

    public JSONParser(Realm realm, String text) {
        this.realm = realm;
        this.text = text;
    }

    /**
     * A value and how it was written (JSON Parse Record, ECMA-262 §25.5.1.1).
     *
     * @param source of a primitive value; null for an object or array
     * @param parts records of the properties or elements by key
     */
    record Record(Object value, String source, Map<Object, Record> parts) { }

    /** As {@link #parse}, and remembers how each value was written. */
    Record parseRecord() {
        parts = new HashMap<>();
        parse();
        return last;
    }

    /** The value of the whole text. @throws JSException a SyntaxError that names what was found where */
    public Object parse() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw isDigit(text.charAt(at)) && isDigit(text.charAt(at - 1)) ? error("Unexpected number in JSON") : error("Unexpected non-whitespace character after JSON");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        if (at >= text.length()) {
            throw unexpected();
        }
        return parts == null ? unrecorded() : recorded();
    }

    private Object recorded() {
        Map<Object, Record> outer = parts;
        parts = new HashMap<>(0);
        int start = at;
        Object value = unrecorded();
        last = new Record(value, value instanceof JSObject ? null : text.substring(start, at), parts);
        parts = outer;
        return value;
    }

    private void part(Object key) {
        if (parts != null) {
            parts.put(key, last);
        }
    }

    private Object unrecorded() {
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> Strings.of(string());
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", Null.INSTANCE);
            default -> number();
        };
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw Errors.rangeError("Maximum call stack size exceeded");
        }
        at++;
    }

    private Object object() {
        enter();
        JSObject object = JSObject.create(realm);
        if (!closes('}')) {
            String expected = "property name or '}'";
            do {
                skipSpace();
                if (peek() != '"') {
                    throw error("Expected " + expected + " in JSON");
                }
                expected = "double-quoted property name";
                Object key = keys.computeIfAbsent(string(), name -> PropertyKey.of(Strings.constant(name)));
                expect(':', "':' after property name");
                ObjectOperations.createDataProperty(object, key, value());
                part(key);
            } while (continues('}', "',' or '}' after property value"));
        }
        depth--;
        return object;
    }

    private Object array() {
        enter();
        JSArray array = ObjectOperations.createArrayFromList(realm);
        if (!closes(']')) {
            long index = 0;
            do {
                Object key = PropertyKey.of(index++);
                ObjectOperations.createDataProperty(array, key, value());
                part(key);
            } while (continues(']', "',' or ']' after array element"));
        }
        depth--;
        return array;
    }

    /** Consumes the closing character if it comes at once. */
    private boolean closes(char close) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == close) {
            at++;
            return true;
        }
        return false;
    }

    /** Consumes a comma, or the closing character. @return whether it was a comma */
    private boolean continues(char close, String expected) {
        if (closes(close)) {
            return false;
        }
        expect(',', expected);
        return true;
    }

    private void expect(char c, String expected) {
        skipSpace();
        if (peek() != c) {
            throw isDigit(peek()) && isDigit(text.charAt(at - 1)) ? error("Unexpected number in JSON") : error("Expected " + expected + " in JSON");
        }
        at++;
    }

    private Object word(String word, Object value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= text.length() || text.charAt(at) != word.charAt(i)) {
                throw unexpected();
            }
        }
        return value;
    }

    private Object number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else if (at > start) {
            digits("No number after minus sign");
        } else if (isDigit(peek())) {
            digits("");
        } else {
            throw unexpected();
        }
        boolean integer = true;
        if (peek() == '.') {
            at++;
            integer = false;
            digits("Unterminated fractional number");
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            integer = false;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits("Exponent part is missing a number");
        }
        String digits = text.substring(start, at);
        if (integer && digits.length() < 10 && !digits.equals("-0")) {
            return Integer.parseInt(digits);
        }
        return Conversions.number(Double.parseDouble(digits));
    }

    /** The character here, or NUL (which no JSON token contains) at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void digits(String orElse) {
        if (!isDigit(peek())) {
            throw error(orElse + " in JSON");
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return escaped(start);
            }
            if (c < ' ') {
                throw error("Bad control character in string literal in JSON");
            }
            at++;
        }
        throw error("Unterminated string in JSON");
    }

    private String escaped(int start) {
        StringBuilder result = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return result.toString();
            }
            if (c < ' ') {
                throw error("Bad control character in string literal in JSON");
            }
            at++;
            result.append(c == '\\' ? escape() : c);
        }
        throw error("Unterminated string in JSON");
    }

    private char escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> {
                at--;
                throw error("Bad escaped character in JSON");
            }
        };
    }

    private char hexadecimal() {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw error("Bad Unicode escape in JSON");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private JSException unexpected() {
        if (at >= text.length()) {
            return Errors.syntaxError("Unexpected end of JSON input");
        }
        if (text.equals("undefined") || text.equals("[object Object]")) {
            // Not the text is wrong but that there is one.
            return Errors.syntaxError('"' + text + "\" is not valid JSON");
        }
        boolean all = text.length() <= 40;
        int from = all ? 0 : Math.max(0, at - 10);
        int to = all ? text.length() : Math.min(text.length(), at + 10);
        return Errors.syntaxError("Unexpected token '" + Character.toString(text.codePointAt(at)) + "', " + (from > 0 ? "..." : "") + '"' + text.substring(from, to) + '"'
                + (to < text.length() ? "..." : "") + " is not valid JSON");
    }

    private JSException error(String message) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at && i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return Errors.syntaxError(message + " at position " + at + " (line " + line + " column " + (at - lineStart + 1) + ")");
    }
}
