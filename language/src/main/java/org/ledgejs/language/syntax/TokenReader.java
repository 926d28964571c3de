package org.ledgejs.language.syntax;

import java.util.Arrays;
import java.util.List;
import org.ledgejs.language.source.SourceText;

/** The parser's view of the token stream: expecting, skipping, complaining, and gathering lists. */
abstract class TokenReader {

    /** How deep constructs may nest, in units of about a kilobyte of interpreted Java frames: 4 MB of stack suffice. */
    private static final int MAX_DEPTH = 3000;

    final SourceText source;
    final Lexer lexer;
    final NameTable names;
    final ParseOptions options;
    /** Whether the goal is Module. */
    final boolean module;

    private int depth;

    /** A stack that lists under construction share. */
    private Object[] items = new Object[64];
    private int itemCount;

    TokenReader(SourceText source, ParseOptions options, boolean module) {
        this.source = source;
        this.options = options;
        this.module = module;
        this.names = NameTable.create();
        this.lexer = new Lexer(source, names, !module);
    }

    // Nesting

    /** Enters a construct that may contain itself; the weight grows with the frames it takes. */
    final void enter(int weight) {
        depth += weight;
        if (depth > MAX_DEPTH) {
            throw tooDeep();
        }
    }

    final void leave(int weight) {
        depth -= weight;
    }

    final SyntaxException tooDeep() {
        return error(SyntaxException.TOO_DEEP, lexer.start, lexer.end - lexer.start);
    }

    // Tokens

    final void next() {
        lexer.next();
    }

    final boolean at(TokenType type) {
        return lexer.type == type;
    }

    /** Skips the current token if it is of the type. */
    final boolean eat(TokenType type) {
        if (lexer.type == type) {
            lexer.next();
            return true;
        }
        return false;
    }

    final void expect(TokenType type) {
        if (lexer.type != type) {
            throw unexpected();
        }
        lexer.next();
    }

    /** Whether the current token is a word that is a keyword only here; the word must be one of {@link NameTable}'s. */
    @SuppressWarnings("StringEquality")
    final boolean atWord(String word) {
        return lexer.type == TokenType.IDENTIFIER && lexer.value == word && !lexer.escaped;
    }

    final boolean eatWord(String word) {
        if (atWord(word)) {
            lexer.next();
            return true;
        }
        return false;
    }

    final void expectWord(String word) {
        if (!eatWord(word)) {
            throw unexpectedInsteadOf(word);
        }
    }

    /** The current token is not the word; perhaps it is, but written with an escape. */
    final SyntaxException unexpectedInsteadOf(String word) {
        return at(TokenType.IDENTIFIER) && lexer.escaped && lexer.value.equals(word)
                ? error("'" + word + "' must not contain escaped characters") : unexpected();
    }

    /** Ends a statement: a semicolon, or where one may be inserted (ECMA-262 §12.10). */
    final void expectSemicolon() {
        TokenType type = lexer.type;
        if (type == TokenType.SEMICOLON) {
            lexer.next();
        } else if (type != TokenType.RIGHT_BRACE && type != TokenType.END && !lexer.newlineBefore) {
            throw unexpected();
        }
    }

    // Errors

    final SyntaxException error(String message, int start, int length) {
        return new SyntaxException(source, message, start, length, false);
    }

    final SyntaxException error(String message, Node node) {
        return error(message, node.start(), node.end() - node.start());
    }

    /** An error at the current token; at the end of input, more of it might help. */
    final SyntaxException error(String message) {
        return new SyntaxException(source, message, lexer.start, lexer.end - lexer.start, at(TokenType.END));
    }

    /** The current token does not belong here. */
    final SyntaxException unexpected() {
        return unexpected(lexer.type, lexer.value, lexer.start, lexer.end - lexer.start);
    }

    /** A token of the type, with the name as its value, does not belong where it stands. */
    final SyntaxException unexpected(TokenType type, String name, int start, int length) {
        String message = switch (type) {
            case END -> "Unexpected end of input";
            case NUMBER, BIGINT -> "Unexpected number";
            case STRING -> "Unexpected string";
            case TEMPLATE_HEAD, TEMPLATE_TAIL -> "Unexpected template string";
            case IDENTIFIER, ASYNC -> "Unexpected identifier '" + name + "'";
            case PRIVATE_NAME -> "Unexpected identifier '#" + name + "'";
            case AWAIT, ENUM -> "Unexpected reserved word";
            case LET, STATIC, YIELD, STRICT_RESERVED ->
                    isStrict() ? "Unexpected strict mode reserved word"
                            : "Unexpected identifier '" + name + "'";
            case ESCAPED_KEYWORD -> "Keyword must not contain escaped characters";
            default -> "Unexpected token '" + type.text + "'";
        };
        return new SyntaxException(source, message, start, length, type == TokenType.END);
    }

    abstract boolean isStrict();

    // Lists

    /** Where a new list begins; hand it to {@link #list}. */
    final int beginList() {
        return itemCount;
    }

    final void add(Object item) {
        if (itemCount == items.length) {
            items = Arrays.copyOf(items, itemCount * 2);
        }
        items[itemCount++] = item;
    }

    final int listSize(int mark) {
        return itemCount - mark;
    }

    /** The list of what was added since the mark; elements must be of type T. */
    @SuppressWarnings("unchecked")
    final <T> List<T> list(int mark) {
        List<T> result = switch (itemCount - mark) {
            case 0 -> List.of();
            case 1 -> List.of((T) items[mark]);
            case 2 -> List.of((T) items[mark], (T) items[mark + 1]);
            default -> (List<T>) List.of(Arrays.copyOfRange(items, mark, itemCount));
        };
        Arrays.fill(items, mark, itemCount, null);
        itemCount = mark;
        return result;
    }
}
