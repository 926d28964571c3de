package org.ledgejs.language.runtime;

import java.util.HashSet;
import java.util.Set;

import org.ledgejs.language.runtime.RegExpSyntax.InvalidPattern;

/** The place in a pattern, and the escapes that mean one character (ECMA-262 §22.2.1 CharacterEscape). */
abstract class RegExpScanner {
    /** What stands for "no character": the end of the pattern. */
    static final int END = -1;

    final String text;
    final boolean unicode;
    final boolean unicodeSets;
    /** [+NamedCaptureGroups]: in Annex B only if the pattern has a named group. */
    boolean namedGroups;
    /** All capturing groups of the pattern, known beforehand. */
    int totalGroups;
    int position;

    RegExpScanner(String text, int flags) {
        this.text = text;
        this.unicodeSets = (flags & RegExpSyntax.UNICODE_SETS) != 0;
        this.unicode = unicodeSets || (flags & RegExpSyntax.UNICODE) != 0;
    }

    static InvalidPattern error(String message) {
        return new InvalidPattern(message);
    }

    /** The code unit here, or END. */
    final int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    final int peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    final boolean atEnd() {
        return position >= text.length();
    }

    final boolean eat(char c) {
        if (peek() == c) {
            position++;
            return true;
        }
        return false;
    }

    final boolean eat(String s) {
        if (text.startsWith(s, position)) {
            position += s.length();
            return true;
        }
        return false;
    }

    /** A source character: a code point in Unicode mode, else a code unit. */
    final int next() {
        int c = unicode ? text.codePointAt(position) : text.charAt(position);
        position += Character.charCount(c);
        return c;
    }

    /** Counts the groups and sees whether one has a name, without judging the pattern. */
    final void countGroups() {
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '(' -> {
                    if (!inClass) {
                        countGroup(i);
                    }
                }
                default -> { }
            }
        }
        namedGroups |= unicode;
    }

    private void countGroup(int at) {
        if (!text.startsWith("?", at + 1)) {
            totalGroups++;
        } else if (text.startsWith("?<", at + 1) && !text.startsWith("?<=", at + 1) && !text.startsWith("?<!", at + 1)) {
            totalGroups++;
            namedGroups = true;
        }
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** Decimal digits here as a number, at most Integer.MAX_VALUE. */
    final int decimal() {
        long value = 0;
        while (isDigit(peek())) {
            value = Math.min(Integer.MAX_VALUE, value * 10 + peek() - '0');
            position++;
        }
        return (int) value;
    }

    /** Exactly n hexadecimal digits, or -1 and nothing consumed. */
    final int hex(int n) {
        int value = 0;
        for (int i = 0; i < n; i++) {
            int c = peek(i);
            int digit = c < 128 && c >= 0 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        position += n;
        return value;
    }

    /**
     * RegExpUnicodeEscapeSequence after "\\u".
     *
     * @param full code points in braces and pairs of surrogates count
     * @return -1 and nothing consumed if it is none
     */
    final int unicodeEscape(boolean full) throws InvalidPattern {
        int start = position;
        if (full && eat('{')) {
            int value = 0;
            int digits = 0;
            while (!atEnd() && peek() != '}') {
                int digit = hex(1);
                value = digit < 0 ? Integer.MAX_VALUE : Math.min(value, 0xFFFFFF) << 4 | digit;
                if (digit < 0 || value > Character.MAX_CODE_POINT) {
                    throw error("Invalid Unicode escape");
                }
                digits++;
            }
            if (digits == 0 || !eat('}')) {
                throw error("Invalid Unicode escape");
            }
            return value;
        }
        int lead = hex(4);
        if (lead < 0) {
            position = start;
            return -1;
        }
        if (full && Character.isHighSurrogate((char) lead)) {
            int afterLead = position;
            if (eat("\\u")) {
                int trail = hex(4);
                if (trail >= 0 && Character.isLowSurrogate((char) trail)) {
                    return Character.toCodePoint((char) lead, (char) trail);
                }
            }
            position = afterLead;
        }
        return lead;
    }

    /** CharacterEscape, what follows the backslash. @param inClass in a character class, where some are special */
    final int characterEscape(boolean inClass) throws InvalidPattern {
        int c = peek();
        switch (c) {
            case 't' -> {
                return consume('\t');
            }
            case 'n' -> {
                return consume('\n');
            }
            case 'v' -> {
                return consume('\u000B');
            }
            case 'f' -> {
                return consume('\f');
            }
            case 'r' -> {
                return consume('\r');
            }
            case 'c' -> {
                return controlEscape(inClass);
            }
            case 'x' -> {
                position++;
                int value = hex(2);
                return value >= 0 ? value : identity('x');
            }
            case 'u' -> {
                position++;
                int value = unicodeEscape(unicode);
                if (value < 0 && unicode) {
                    throw error("Invalid Unicode escape");
                }
                return value >= 0 ? value : 'u';
            }
            default -> {
                return isDigit(c) ? digitEscape(inClass) : identityEscape(inClass);
            }
        }
    }

    private int consume(int value) {
        position++;
        return value;
    }

    private int identity(int c) throws InvalidPattern {
        if (unicode) {
            throw error("Invalid escape");
        }
        return c;
    }

    private int controlEscape(boolean inClass) throws InvalidPattern {
        int letter = peek(1);
        if (isLetter(letter) || inClass && !unicode && (isDigit(letter) || letter == '_')) {
            position += 2;
            return letter & 31;
        }
        if (unicode) {
            throw error("Invalid unicode escape");
        }
        // Annex B: the backslash stands for itself, and the c comes next.
        return '\\';
    }

    private int digitEscape(boolean inClass) throws InvalidPattern {
        if (unicode) {
            if (peek() != '0' || isDigit(peek(1))) {
                throw error(inClass ? "Invalid class escape" : "Invalid decimal escape");
            }
            return consume(0);
        }
        if (peek() >= '8') {
            return next();
        }
        int value = 0;
        while (value < 32 && peek() >= '0' && peek() <= '7') {
            value = value * 8 + next() - '0';
        }
        return value;
    }

    private int identityEscape(boolean inClass) throws InvalidPattern {
        if (atEnd()) {
            throw error("\\ at end of pattern");
        }
        int c = next();
        boolean valid = unicode ? "^$\\.*+?()[]{}|/".indexOf(c) >= 0 || inClass && c == '-' : c != 'k' || !namedGroups;
        if (!valid) {
            throw error(c == 'k' ? "Invalid named reference" : "Invalid escape");
        }
        return c;
    }

    /** GroupName after its "<", its value. */
    final String groupName() throws InvalidPattern {
        StringBuilder name = new StringBuilder();
        while (!eat('>')) {
            if (atEnd()) {
                throw error("Invalid capture group name");
            }
            int c = text.codePointAt(position);
            position += Character.charCount(c);
            if (c == '\\') {
                c = eat('u') ? unicodeEscape(true) : -1;
            }
            boolean valid = name.isEmpty() ? c == '$' || c == '_' || isIdentifier(c, true)
                    : c == '$' || c == 0x200C || c == 0x200D || isIdentifier(c, false);
            if (!valid) {
                throw error("Invalid capture group name");
            }
            name.appendCodePoint(c);
        }
        if (name.isEmpty()) {
            throw error("Invalid capture group name");
        }
        return name.toString();
    }

    private static boolean isIdentifier(int c, boolean start) {
        return c >= 0 && (start ? Character.isUnicodeIdentifierStart(c) : Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** Names that may take part in one match together: adds them, unless one is there already. */
    static void merge(Set<String> into, Set<String> names) throws InvalidPattern {
        for (String name : names) {
            if (!into.add(name)) {
                throw error("Duplicate capture group name");
            }
        }
    }

    static Set<String> noNames() {
        return new HashSet<>();
    }
}
