package org.ledgejs.language.syntax;

import org.ledgejs.language.source.SourceText;

/**
 * Turns text into tokens, one at a time, on demand (ECMA-262 §12). A slash is scanned as an operator, a closing brace as
 * a punctuator; where the grammar wants a regular expression or the rest of a template there, the parser asks to scan the
 * current token again. No token allocates but for its value.
 */
final class Lexer extends LiteralScanner {

    private final boolean htmlComments;

    /** The pattern of the regular expression scanned last; its flags are the token's value. */
    String pattern;

    Lexer(SourceText source, NameTable names, boolean htmlComments) {
        super(source, names);
        this.htmlComments = htmlComments;
        if (charAt(0) == '#' && length > 1 && charAt(1) == '!') {
            skipLine();
        }
    }

    /** Moves on to the next token. */
    void next() {
        previousEnd = end;
        newlineBefore = previousEnd == 0;
        escaped = false;
        legacy = null;
        skipTrivia();
        start = position;
        type = scan();
        end = position;
    }

    /** Where the lexer stands, to come back to. */
    record Mark(int position, TokenType type, int start, int end, int previousEnd, boolean newlineBefore, boolean escaped,
            String value, double number, String legacy) {
    }

    Mark mark() {
        return new Mark(position, type, start, end, previousEnd, newlineBefore, escaped, value, number, legacy);
    }

    void reset(Mark mark) {
        position = mark.position;
        type = mark.type;
        start = mark.start;
        end = mark.end;
        previousEnd = mark.previousEnd;
        newlineBefore = mark.newlineBefore;
        escaped = mark.escaped;
        value = mark.value;
        number = mark.number;
        legacy = mark.legacy;
    }

    /** The first character behind the current token that is not white space or in a comment; NUL at the end. */
    char peekCharacter() {
        int savedPosition = position;
        boolean savedNewline = newlineBefore;
        newlineBefore = false;
        skipTrivia();
        char c = charAt(position);
        position = savedPosition;
        newlineBefore = savedNewline;
        return c;
    }

    private TokenType scan() {
        char c = charAt(position);
        if (Characters.isAsciiIdentifierStart(c)) {
            return scanWord(c);
        }
        switch (c) {
            case 0:
                if (position >= length) {
                    return TokenType.END;
                }
                throw invalid();
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
                return scanNumber();
            case '"', '\'':
                return scanString();
            case '`':
                position++;
                return scanTemplate();
            case '{':
                return take(1, TokenType.LEFT_BRACE);
            case '}':
                return take(1, TokenType.RIGHT_BRACE);
            case '(':
                return take(1, TokenType.LEFT_PAREN);
            case ')':
                return take(1, TokenType.RIGHT_PAREN);
            case '[':
                return take(1, TokenType.LEFT_BRACKET);
            case ']':
                return take(1, TokenType.RIGHT_BRACKET);
            case ';':
                return take(1, TokenType.SEMICOLON);
            case ',':
                return take(1, TokenType.COMMA);
            case ':':
                return take(1, TokenType.COLON);
            case '@':
                return take(1, TokenType.AT);
            case '~':
                return take(1, TokenType.BIT_NOT);
            case '.':
                if (Characters.isDigit(at(1))) {
                    return scanNumber();
                }
                return at(1) == '.' && at(2) == '.' ? take(3, TokenType.ELLIPSIS) : take(1, TokenType.DOT);
            case '=':
                if (at(1) == '=') {
                    return at(2) == '=' ? take(3, TokenType.STRICT_EQUAL) : take(2, TokenType.EQUAL);
                }
                return at(1) == '>' ? take(2, TokenType.ARROW) : take(1, TokenType.ASSIGN);
            case '!':
                if (at(1) == '=') {
                    return at(2) == '=' ? take(3, TokenType.STRICT_NOT_EQUAL) : take(2, TokenType.NOT_EQUAL);
                }
                return take(1, TokenType.NOT);
            case '+':
                return doubled('+', TokenType.PLUS, TokenType.INCREMENT, TokenType.ASSIGN_ADD);
            case '-':
                return doubled('-', TokenType.MINUS, TokenType.DECREMENT, TokenType.ASSIGN_SUBTRACT);
            case '/':
                return at(1) == '=' ? take(2, TokenType.ASSIGN_DIVIDE) : take(1, TokenType.DIVIDE);
            case '%':
                return at(1) == '=' ? take(2, TokenType.ASSIGN_REMAINDER) : take(1, TokenType.REMAINDER);
            case '^':
                return at(1) == '=' ? take(2, TokenType.ASSIGN_BIT_XOR) : take(1, TokenType.BIT_XOR);
            case '*':
                if (at(1) == '*') {
                    return at(2) == '=' ? take(3, TokenType.ASSIGN_EXPONENTIATE) : take(2, TokenType.EXPONENTIATE);
                }
                return at(1) == '=' ? take(2, TokenType.ASSIGN_MULTIPLY) : take(1, TokenType.MULTIPLY);
            case '&':
                if (at(1) == '&') {
                    return at(2) == '=' ? take(3, TokenType.ASSIGN_AND) : take(2, TokenType.AND);
                }
                return at(1) == '=' ? take(2, TokenType.ASSIGN_BIT_AND) : take(1, TokenType.BIT_AND);
            case '|':
                if (at(1) == '|') {
                    return at(2) == '=' ? take(3, TokenType.ASSIGN_OR) : take(2, TokenType.OR);
                }
                return at(1) == '=' ? take(2, TokenType.ASSIGN_BIT_OR) : take(1, TokenType.BIT_OR);
            case '?':
                if (at(1) == '?') {
                    return at(2) == '=' ? take(3, TokenType.ASSIGN_NULLISH) : take(2, TokenType.NULLISH);
                }
                return at(1) == '.' && !Characters.isDigit(at(2))
                        ? take(2, TokenType.OPTIONAL_DOT) : take(1, TokenType.QUESTION);
            case '<':
                return scanLess();
            case '>':
                return scanGreater();
            case '#':
                return scanPrivateName();
            case '\\':
                return scanUnusualWord();
            default:
                if (c >= 128 && Characters.isIdentifierStart(codePointAt(position))) {
                    return scanUnusualWord();
                }
                throw invalid();
        }
    }

    private SyntaxException invalid() {
        return error(INVALID_TOKEN, position, 1);
    }

    private char at(int ahead) {
        return charAt(position + ahead);
    }

    private TokenType take(int characters, TokenType result) {
        position += characters;
        return result;
    }

    private TokenType doubled(char c, TokenType single, TokenType twice, TokenType assign) {
        if (at(1) == c) {
            return take(2, twice);
        }
        return at(1) == '=' ? take(2, assign) : take(1, single);
    }

    private TokenType scanLess() {
        if (at(1) == '<') {
            return at(2) == '=' ? take(3, TokenType.ASSIGN_SHIFT_LEFT) : take(2, TokenType.SHIFT_LEFT);
        }
        return at(1) == '=' ? take(2, TokenType.LESS_EQUAL) : take(1, TokenType.LESS);
    }

    private TokenType scanGreater() {
        if (at(1) != '>') {
            return at(1) == '=' ? take(2, TokenType.GREATER_EQUAL) : take(1, TokenType.GREATER);
        }
        if (at(2) == '>') {
            return at(3) == '=' ? take(4, TokenType.ASSIGN_SHIFT_RIGHT_UNSIGNED)
                    : take(3, TokenType.SHIFT_RIGHT_UNSIGNED);
        }
        return at(2) == '=' ? take(3, TokenType.ASSIGN_SHIFT_RIGHT) : take(2, TokenType.SHIFT_RIGHT);
    }

    // Words

    private TokenType scanWord(char first) {
        char c = first;
        int p = position;
        int hash = 0;
        do {
            hash = 31 * hash + c;
            c = charAt(++p);
        } while (Characters.isAsciiIdentifierPart(c));
        if (c == '\\' || c >= 128) {
            return scanUnusualWord();
        }
        int slot = names.slot(text, position, p, hash);
        position = p;
        value = names.string(slot);
        return names.type(slot);
    }

    /** Scans a word with escapes or with characters beyond ASCII. */
    private TokenType scanUnusualWord() {
        int slot = names.slot(scanName());
        value = names.string(slot);
        TokenType word = names.type(slot);
        if (!escaped) {
            return word;
        }
        return word.isKeyword() ? TokenType.ESCAPED_KEYWORD : TokenType.IDENTIFIER;
    }

    private String scanName() {
        StringBuilder name = new StringBuilder();
        while (true) {
            int at = position;
            int codePoint;
            if (charAt(position) == '\\') {
                if (at(1) != 'u') {
                    throw invalid();
                }
                escaped = true;
                position += 2;
                codePoint = scanUnicodeEscape();
                if (codePoint < 0) {
                    throw error("Invalid Unicode escape sequence", at, position - at);
                }
                if (!(name.isEmpty() ? Characters.isIdentifierStart(codePoint)
                        : Characters.isIdentifierPart(codePoint))) {
                    throw error("Invalid Unicode escape sequence", at, position - at);
                }
            } else {
                codePoint = codePointAt(position);
                if (!(name.isEmpty() ? Characters.isIdentifierStart(codePoint)
                        : Characters.isIdentifierPart(codePoint))) {
                    if (name.isEmpty()) {
                        throw invalid();
                    }
                    return name.toString();
                }
                position += Character.charCount(codePoint);
            }
            name.appendCodePoint(codePoint);
        }
    }

    private TokenType scanPrivateName() {
        position++;
        char c = charAt(position);
        if (Characters.isAsciiIdentifierStart(c)) {
            scanWord(c);
        } else {
            scanUnusualWord();
        }
        return TokenType.PRIVATE_NAME;
    }

    // White space and comments

    private void skipTrivia() {
        while (true) {
            char c = charAt(position);
            switch (c) {
                case ' ', '\t', '\u000B', '\f' -> position++;
                case '\n', '\r' -> {
                    newlineBefore = true;
                    position++;
                }
                case '/' -> {
                    if (at(1) == '/') {
                        skipLine();
                    } else if (at(1) == '*') {
                        skipBlockComment();
                    } else {
                        return;
                    }
                }
                case '<' -> {
                    if (at(1) != '!' || at(2) != '-' || at(3) != '-') {
                        return;
                    }
                    skipHtmlComment();
                }
                case '-' -> {
                    if (!newlineBefore || at(1) != '-' || at(2) != '>') {
                        return;
                    }
                    skipHtmlComment();
                }
                default -> {
                    if (c < 128) {
                        return;
                    }
                    if (c == '\u2028' || c == '\u2029') {
                        newlineBefore = true;
                    } else if (!Characters.isUnicodeSpace(c)) {
                        return;
                    }
                    position++;
                }
            }
        }
    }

    private void skipHtmlComment() {
        if (!htmlComments) {
            throw error("HTML comments are not allowed in modules", position, 3);
        }
        skipLine();
    }

    private void skipLine() {
        int p = position;
        while (!Characters.isLineTerminator(charAt(p)) && p < length) {
            p++;
        }
        position = p;
    }

    private void skipBlockComment() {
        int p = position + 2;
        while (true) {
            char c = charAt(p);
            if (c == '*' && charAt(p + 1) == '/') {
                position = p + 2;
                return;
            }
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                newlineBefore = true;
            } else if (c == 0 && p >= length) {
                throw incomplete(INVALID_TOKEN, position);
            }
            p++;
        }
    }

    // Tokens that depend on the grammar

    /** Scans the current token, a slash or slash with equals, as a regular expression; its type stays what it was. */
    void rescanRegExp() {
        int p = start + 1;
        boolean inClass = false;
        while (true) {
            char c = charAt(p);
            if (c == '\\') {
                p++;
                c = charAt(p);
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                break;
            }
            if (Characters.isLineTerminator(c) || p >= length) {
                throw error("Invalid regular expression: missing /", start, p - start);
            }
            p++;
        }
        pattern = text.substring(start + 1, p);
        p++;
        int flags = p;
        while (Characters.isIdentifierPart(codePointAt(p))) {
            p += Character.charCount(codePointAt(p));
        }
        if (charAt(p) == '\\') {
            throw error("Invalid regular expression flags", start, p - start);
        }
        value = text.substring(flags, p);
        position = p;
        end = p;
    }

    /** Scans on in a template, from the current token, the closing brace of a substitution. */
    void rescanTemplate() {
        position = start + 1;
        type = scanTemplate();
        end = position;
    }
}
