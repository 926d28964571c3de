package org.ledgejs.language.runtime;

import org.ledgejs.language.runtime.RegExpSyntax.InvalidPattern;

/** Character classes of patterns (ECMA-262 §22.2.1 CharacterClass), with the sets of the v flag. */
abstract class RegExpClassParser extends RegExpScanner {
    /** A class escape such as \d: no single character. */
    private static final int SET = -2;
    /** A set of the v flag that may match strings of more or fewer than one character. */
    private static final int STRINGS = -3;
    private static final String SET_SYNTAX = "()[]{}/-\\|";
    private static final String RESERVED_PUNCTUATOR = "&-!#%,:;<=>@`~";
    private static final String DOUBLE_PUNCTUATOR = "&!#$%*+,.:;<=>?@^`~";

    private int depth;

    RegExpClassParser(String text, int flags) {
        super(text, flags);
    }

    /** A class after its opening bracket. */
    final void characterClass() throws InvalidPattern {
        if (unicodeSets) {
            classSet();
        } else {
            eat('^');
            classRanges();
        }
    }

    private void classRanges() throws InvalidPattern {
        while (!eat(']')) {
            int from = classAtom();
            if (peek() == '-' && peek(1) != ']' && peek(1) != END) {
                position++;
                int to = classAtom();
                if (from == SET || to == SET) {
                    if (unicode) {
                        throw error("Invalid character class");
                    }
                } else if (from > to) {
                    throw error("Range out of order in character class");
                }
            }
        }
    }

    private int classAtom() throws InvalidPattern {
        if (atEnd()) {
            throw error("Unterminated character class");
        }
        if (!eat('\\')) {
            return next();
        }
        if (eat('b')) {
            return '\b';
        }
        return characterClassEscape() == 0 ? characterEscape(true) : SET;
    }

    /** \d and its kind, after the backslash. @return SET or STRINGS, or 0 if it is none */
    final int characterClassEscape() throws InvalidPattern {
        switch (peek()) {
            case 'd', 'D', 's', 'S', 'w', 'W' -> {
                position++;
                return SET;
            }
            case 'p', 'P' -> {
                if (!unicode) {
                    return 0;
                }
                return property(next() == 'P') ? STRINGS : SET;
            }
            default -> {
                return 0;
            }
        }
    }

    private boolean property(boolean negated) throws InvalidPattern {
        int end = eat('{') ? text.indexOf('}', position) : -1;
        if (end < 0) {
            throw error("Invalid property name");
        }
        String expression = text.substring(position, end);
        position = end + 1;
        if (unicodeSets && UnicodeProperties.isStringProperty(expression)) {
            if (negated) {
                throw error("Invalid property name");
            }
            return true;
        }
        if (!UnicodeProperties.isValid(expression)) {
            throw error("Invalid property name");
        }
        return false;
    }

    /** ClassContents of the v flag after the bracket. @return SET, or STRINGS if it may match strings */
    private int classSet() throws InvalidPattern {
        if (++depth > RegExpParser.MAX_DEPTH) {
            throw error("Regular expression too large");
        }
        boolean negated = eat('^');
        int kind = eat(']') ? SET : setExpression();
        if (negated && kind == STRINGS) {
            throw error("Negated character class may contain strings");
        }
        depth--;
        return kind;
    }

    private int setExpression() throws InvalidPattern {
        int first = setOperand();
        if (text.startsWith("--", position)) {
            return subtraction(first);
        }
        if (text.startsWith("&&", position)) {
            return intersection(first);
        }
        return union(first);
    }

    private int subtraction(int first) throws InvalidPattern {
        while (!eat(']')) {
            if (!eat("--")) {
                throw error("Invalid set operation in character class");
            }
            setOperand();
        }
        return first == STRINGS ? STRINGS : SET;
    }

    private int intersection(int first) throws InvalidPattern {
        boolean strings = first == STRINGS;
        while (!eat(']')) {
            if (!eat("&&") || peek() == '&') {
                throw error(peek() == '&' ? "Invalid character in character class" : "Invalid set operation in character class");
            }
            strings &= setOperand() == STRINGS;
        }
        return strings ? STRINGS : SET;
    }

    private int union(int first) throws InvalidPattern {
        boolean strings = false;
        int operand = first;
        while (true) {
            if (peek() == '-') {
                if (peek(1) == '-') {
                    throw error("Invalid set operation in character class");
                }
                position++;
                int to = setOperand();
                if (operand < 0 || to < 0) {
                    throw error("Invalid character class");
                }
                if (operand > to) {
                    throw error("Range out of order in character class");
                }
            }
            strings |= operand == STRINGS;
            if (eat(']')) {
                return strings ? STRINGS : SET;
            }
            if (text.startsWith("&&", position)) {
                throw error("Invalid set operation in character class");
            }
            operand = setOperand();
        }
    }

    /** ClassSetOperand: a character, SET or STRINGS. */
    private int setOperand() throws InvalidPattern {
        if (atEnd()) {
            throw error("Unterminated character class");
        }
        if (eat('[')) {
            return classSet();
        }
        if (eat("\\q{")) {
            return stringDisjunction();
        }
        if (peek() == '\\' && peek(1) != 'b') {
            position++;
            int kind = characterClassEscape();
            if (kind != 0) {
                return kind;
            }
            position--;
        }
        return setCharacter();
    }

    /** ClassStringDisjunction after its brace. */
    private int stringDisjunction() throws InvalidPattern {
        boolean strings = false;
        int count = 0;
        while (true) {
            if (atEnd()) {
                throw error("Invalid escape");
            }
            boolean end = eat('}');
            if (end || eat('|')) {
                strings |= count != 1;
                count = 0;
                if (end) {
                    return strings ? STRINGS : SET;
                }
            } else {
                setCharacter();
                count++;
            }
        }
    }

    private int setCharacter() throws InvalidPattern {
        int c = peek();
        if (c == '\\') {
            position++;
            int escaped = peek();
            if (escaped == 'b') {
                position++;
                return '\b';
            }
            if (escaped != END && RESERVED_PUNCTUATOR.indexOf(escaped) >= 0) {
                return next();
            }
            return characterEscape(true);
        }
        if (SET_SYNTAX.indexOf(c) >= 0 || c == peek(1) && DOUBLE_PUNCTUATOR.indexOf(c) >= 0) {
            throw error("Invalid character in character class");
        }
        return next();
    }
}
