package org.ledgejs.language.syntax;

import java.math.BigInteger;
import org.ledgejs.language.source.SourceText;

/**
 * The current token, and the scanning of the tokens that carry a value: numbers, strings and templates (ECMA-262 §12.9).
 */
abstract class LiteralScanner {

    static final String INVALID_TOKEN = "Invalid or unexpected token";

    final SourceText source;
    final String text;
    final int length;
    final NameTable names;

    /** Where scanning goes on: behind the current token. */
    int position;

    // The current token.
    TokenType type;
    int start;
    int end;
    /** Where the token before the current one ended. */
    int previousEnd;
    /** Whether a line ends between the previous token and this one. */
    boolean newlineBefore;
    /** Whether the name or string has an escape or a line continuation in it. */
    boolean escaped;
    /** The name, the string, or the cooked text of a template (null if invalid). */
    String value;
    double number;
    BigInteger bigInteger;
    /** For numbers and strings that strict code forbids, the message for it; else null. */
    String legacy;
    /** For templates with an invalid escape, the message and the place. */
    String templateError;
    int templateErrorOffset;

    private final StringBuilder buffer = new StringBuilder();

    LiteralScanner(SourceText source, NameTable names) {
        this.source = source;
        this.names = names;
        this.length = source.length();
        this.text = source.content();
    }

    /** The character at an offset: NUL behind the text, so that loops need not ask for its end. A text is not copied to be read. */
    final char charAt(int offset) {
        return offset < length ? text.charAt(offset) : 0;
    }

    SyntaxException error(String message, int offset, int errorLength) {
        return new SyntaxException(source, message, offset, errorLength, false);
    }

    SyntaxException incomplete(String message, int offset) {
        return new SyntaxException(source, message, offset, 0, true);
    }

    // Numbers

    /** Whether the current token, a number, is written with a decimal point. */
    final boolean hasPoint() {
        return text.indexOf('.', start, end) >= 0;
    }

    /** Scans a number that begins at the current position with a digit, or with a dot and a digit. */
    final TokenType scanNumber() {
        TokenType result = charAt(position) == '0' ? scanNumberAfterZero() : scanDecimal();
        char next = charAt(position);
        if (Characters.isDigit(next) || next == '\\' || Characters.isIdentifierStart(codePointAt(position))) {
            throw error(INVALID_TOKEN, start, position - start + 1);
        }
        return result;
    }

    private TokenType scanNumberAfterZero() {
        char next = charAt(position + 1);
        switch (next) {
            case 'x', 'X':
                return scanRadix(4);
            case 'o', 'O':
                return scanRadix(3);
            case 'b', 'B':
                return scanRadix(1);
            case '_':
                throw error("Numeric separator can not be used after leading 0.", position + 1, 1);
            default:
                return Characters.isDigit(next) ? scanLegacyNumber() : scanDecimal();
        }
    }

    /** {@code 017} is octal, {@code 018} is decimal, and neither is allowed in strict code (ECMA-262 §12.9.3). */
    private TokenType scanLegacyNumber() {
        int p = position;
        boolean octal = true;
        while (Characters.isDigit(charAt(p))) {
            octal &= charAt(p) < '8';
            p++;
        }
        if (charAt(p) == '_') {
            throw error("Numeric separator can not be used after leading 0.", p, 1);
        }
        if (!octal) {
            TokenType result = scanDecimal();
            legacy = "Decimals with leading zeros are not allowed in strict mode.";
            if (result == TokenType.BIGINT) {
                throw error(INVALID_TOKEN, start, position - start);
            }
            return result;
        }
        number = new BigInteger(text.substring(position, p), 8).doubleValue();
        legacy = "Octal literals are not allowed in strict mode.";
        position = p;
        return TokenType.NUMBER;
    }

    private TokenType scanRadix(int bitsPerDigit) {
        int p = position + 2;
        int digitsStart = p;
        long small = 0;
        boolean separators = false;
        int digits = 0;
        while (true) {
            char c = charAt(p);
            if (c == '_') {
                checkSeparator(p, digits > 0, Characters.hexDigit(charAt(p + 1)) >= 0);
                separators = true;
                p++;
                continue;
            }
            int digit = Characters.hexDigit(c);
            if (digit < 0 || digit >= 1 << bitsPerDigit) {
                break;
            }
            small = small << bitsPerDigit | digit;
            digits++;
            p++;
        }
        if (digits == 0) {
            throw error(INVALID_TOKEN, start, p - start + 1);
        }
        boolean big = charAt(p) == 'n';
        if (!big && digits * bitsPerDigit <= 53) {
            number = small;
        } else {
            String text = digits(digitsStart, p, separators);
            BigInteger exact = new BigInteger(text, 1 << bitsPerDigit);
            if (big) {
                bigInteger = exact;
                p++;
            } else {
                number = exact.doubleValue();
            }
        }
        position = p;
        return big ? TokenType.BIGINT : TokenType.NUMBER;
    }

    private TokenType scanDecimal() {
        int from = position;
        long small = 0;
        boolean separators = false;
        int p = from;
        while (true) {
            char c = charAt(p);
            if (Characters.isDigit(c)) {
                small = small * 10 + (c - '0');
            } else if (c == '_') {
                checkSeparator(p, p > from, Characters.isDigit(charAt(p + 1)));
                separators = true;
            } else {
                break;
            }
            p++;
        }
        char c = charAt(p);
        if (c == 'n' && p > from) {
            bigInteger = new BigInteger(digits(from, p, separators));
            position = p + 1;
            return TokenType.BIGINT;
        }
        if (c != '.' && c != 'e' && c != 'E' && p - from < 16) {
            number = small;
            position = p;
            return TokenType.NUMBER;
        }
        if (c == '.') {
            p++;
            int fraction = p;
            while (Characters.isDigit(charAt(p)) || charAt(p) == '_') {
                if (charAt(p) == '_') {
                    checkSeparator(p, p > fraction, Characters.isDigit(charAt(p + 1)));
                    separators = true;
                }
                p++;
            }
            c = charAt(p);
        }
        if (c == 'e' || c == 'E') {
            p++;
            if (charAt(p) == '+' || charAt(p) == '-') {
                p++;
            }
            int exponent = p;
            while (Characters.isDigit(charAt(p)) || charAt(p) == '_') {
                if (charAt(p) == '_') {
                    checkSeparator(p, p > exponent, Characters.isDigit(charAt(p + 1)));
                    separators = true;
                }
                p++;
            }
            if (p == exponent) {
                throw error(INVALID_TOKEN, start, p - start + 1);
            }
        }
        number = Double.parseDouble(digits(from, p, separators));
        position = p;
        return TokenType.NUMBER;
    }

    private void checkSeparator(int at, boolean digitBefore, boolean digitAfter) {
        if (charAt(at + 1) == '_') {
            throw error("Only one underscore is allowed as numeric separator", at + 1, 1);
        }
        if (!digitBefore || !digitAfter) {
            throw error("Numeric separators are not allowed at the end of numeric literals", at + 1, 1);
        }
    }

    private String digits(int from, int to, boolean separators) {
        String digits = text.substring(from, to);
        return separators ? digits.replace("_", "") : digits;
    }

    // Strings

    /** Scans a string whose opening quote is at the current position. */
    final TokenType scanString() {
        char quote = charAt(position);
        int from = position + 1;
        int p = from;
        while (true) {
            char c = charAt(p);
            if (c == quote) {
                value = text.substring(from, p);
                position = p + 1;
                return TokenType.STRING;
            }
            if (c == '\\') {
                return scanEscapedString(quote, from, p);
            }
            if (c == '\n' || c == '\r' || c == 0 && p >= length) {
                throw error(INVALID_TOKEN, start, p - start);
            }
            p++;
        }
    }

    private TokenType scanEscapedString(char quote, int from, int firstEscape) {
        escaped = true;
        buffer.setLength(0);
        buffer.append(text, from, firstEscape);
        position = firstEscape;
        while (true) {
            char c = charAt(position);
            if (c == quote) {
                position++;
                value = buffer.toString();
                return TokenType.STRING;
            }
            if (c == '\\') {
                if (position + 1 >= length) {
                    throw error(INVALID_TOKEN, start, position - start);
                }
                String message = scanEscape(false);
                if (message != null) {
                    throw error(message, position, 1);
                }
                continue;
            }
            if (c == '\n' || c == '\r' || c == 0 && position >= length) {
                boolean continued = position >= length && Characters.isLineTerminator(charAt(length - 1));
                throw continued ? incomplete(INVALID_TOKEN, start) : error(INVALID_TOKEN, start, position - start);
            }
            buffer.append(c);
            position++;
        }
    }

    /** Scans an escape into the buffer. Returns null, or why it is invalid, with the position somewhere behind it. */
    private String scanEscape(boolean template) {
        char c = charAt(position + 1);
        position += 2;
        switch (c) {
            case 'n' -> buffer.append('\n');
            case 't' -> buffer.append('\t');
            case 'r' -> buffer.append('\r');
            case 'b' -> buffer.append('\b');
            case 'f' -> buffer.append('\f');
            case 'v' -> buffer.append('\u000B');
            case '\r' -> {
                if (charAt(position) == '\n') {
                    position++;
                }
            }
            case '\n', '\u2028', '\u2029' -> {
            }
            case 'x' -> {
                int high = Characters.hexDigit(charAt(position));
                int low = high < 0 ? -1 : Characters.hexDigit(charAt(position + 1));
                if (low < 0) {
                    return "Invalid hexadecimal escape sequence";
                }
                buffer.append((char) (high << 4 | low));
                position += 2;
            }
            case 'u' -> {
                int codePoint = scanUnicodeEscape();
                if (codePoint < 0) {
                    return codePoint == TOO_LARGE ? "Undefined Unicode code-point" : "Invalid Unicode escape sequence";
                }
                buffer.appendCodePoint(codePoint);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                if (c == '0' && !Characters.isDigit(charAt(position))) {
                    buffer.append('\0');
                } else if (template) {
                    return "Octal escape sequences are not allowed in template strings.";
                } else {
                    scanOctalEscape(c);
                }
            }
            case '8', '9' -> {
                if (template) {
                    return "\\8 and \\9 are not allowed in template strings.";
                }
                if (legacy == null) {
                    legacy = "\\8 and \\9 are not allowed in strict mode.";
                }
                buffer.append(c);
            }
            default -> buffer.append(c);
        }
        return null;
    }

    private void scanOctalEscape(char first) {
        int code = first - '0';
        int more = first <= '3' ? 2 : 1;
        while (more > 0 && charAt(position) >= '0' && charAt(position) <= '7') {
            code = code * 8 + (charAt(position) - '0');
            position++;
            more--;
        }
        if (legacy == null) {
            legacy = "Octal escape sequences are not allowed in strict mode.";
        }
        buffer.append((char) code);
    }

    private static final int MALFORMED = -1;
    private static final int TOO_LARGE = -2;

    /** Scans what follows <code>&#92;u</code>. Returns the code point or code unit, MALFORMED or TOO_LARGE. */
    final int scanUnicodeEscape() {
        int code = 0;
        if (charAt(position) == '{') {
            int p = position + 1;
            int first = p;
            int digit;
            while ((digit = Characters.hexDigit(charAt(p))) >= 0) {
                code = code << 4 | digit;
                if (code > Character.MAX_CODE_POINT) {
                    position = p;
                    return TOO_LARGE;
                }
                p++;
            }
            if (p == first || charAt(p) != '}') {
                position = p;
                return MALFORMED;
            }
            position = p + 1;
            return code;
        }
        for (int i = 0; i < 4; i++) {
            int digit = Characters.hexDigit(charAt(position));
            if (digit < 0) {
                return MALFORMED;
            }
            code = code << 4 | digit;
            position++;
        }
        return code;
    }

    // Templates

    /** Scans the text of a template behind its backquote or behind a substitution's closing brace. */
    final TokenType scanTemplate() {
        buffer.setLength(0);
        templateError = null;
        while (true) {
            char c = charAt(position);
            switch (c) {
                case '`' -> {
                    position++;
                    value = templateError == null ? buffer.toString() : null;
                    return TokenType.TEMPLATE_TAIL;
                }
                case '$' -> {
                    if (charAt(position + 1) == '{') {
                        position += 2;
                        value = templateError == null ? buffer.toString() : null;
                        return TokenType.TEMPLATE_HEAD;
                    }
                    buffer.append(c);
                    position++;
                }
                case '\\' -> {
                    int at = position;
                    String message = at + 1 >= length ? INVALID_TOKEN : scanEscape(true);
                    if (message != null) {
                        skipInvalidEscape(at, message);
                    }
                }
                case '\r' -> {
                    buffer.append('\n');
                    position += charAt(position + 1) == '\n' ? 2 : 1;
                }
                case 0 -> {
                    if (position >= length) {
                        throw incomplete("Unterminated template literal", position);
                    }
                    buffer.append(c);
                    position++;
                }
                default -> {
                    buffer.append(c);
                    position++;
                }
            }
        }
    }

    private void skipInvalidEscape(int at, String message) {
        if (templateError == null) {
            templateError = message;
            templateErrorOffset = at;
        }
        position = Math.min(at + 2, length);
    }

    /** The raw text of the current template token: as written, but with line ends as LF. */
    final String rawTemplate() {
        int to = type == TokenType.TEMPLATE_TAIL ? end - 1 : end - 2;
        String raw = text.substring(start + 1, to);
        if (raw.equals(value)) {
            return value;
        }
        return raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
    }

    final int codePointAt(int at) {
        char c = charAt(at);
        return Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(charAt(at + 1))
                ? Character.toCodePoint(c, charAt(at + 1))
                : c;
    }
}
