package org.ledgejs.language.syntax;

import org.ledgejs.language.syntax.Expression.BinaryOperator;
import org.ledgejs.language.syntax.Expression.LogicalOperator;

/** Kinds of token. Words that are keywords only in places other than these are of kind IDENTIFIER. */
enum TokenType {
    END("end of input"),
    NUMBER("number"), BIGINT("number"), STRING("string"), PRIVATE_NAME("private name"),
    /** A template or its first part, up to <code>${</code>. */
    TEMPLATE_HEAD("template string"),
    /** A template without substitutions, or its last part. */
    TEMPLATE_TAIL("template string"),

    LEFT_BRACE("{"), RIGHT_BRACE("}"), LEFT_PAREN("("), RIGHT_PAREN(")"), LEFT_BRACKET("["), RIGHT_BRACKET("]"),
    DOT("."), ELLIPSIS("..."), SEMICOLON(";"), COMMA(","), QUESTION("?"), OPTIONAL_DOT("?."), COLON(":"), ARROW("=>"), AT("@"),
    NOT("!"), BIT_NOT("~"), INCREMENT("++"), DECREMENT("--"),

    NULLISH("??", 1, LogicalOperator.NULLISH), OR("||", 2, LogicalOperator.OR), AND("&&", 3, LogicalOperator.AND),
    BIT_OR("|", 4, BinaryOperator.BIT_OR), BIT_XOR("^", 5, BinaryOperator.BIT_XOR),
    BIT_AND("&", 6, BinaryOperator.BIT_AND),
    EQUAL("==", 7, BinaryOperator.EQUAL), NOT_EQUAL("!=", 7, BinaryOperator.NOT_EQUAL),
    STRICT_EQUAL("===", 7, BinaryOperator.STRICT_EQUAL), STRICT_NOT_EQUAL("!==", 7, BinaryOperator.STRICT_NOT_EQUAL),
    LESS("<", 8, BinaryOperator.LESS), GREATER(">", 8, BinaryOperator.GREATER),
    LESS_EQUAL("<=", 8, BinaryOperator.LESS_EQUAL), GREATER_EQUAL(">=", 8, BinaryOperator.GREATER_EQUAL),
    INSTANCEOF("instanceof", 8, BinaryOperator.INSTANCEOF), IN("in", 8, BinaryOperator.IN),
    SHIFT_LEFT("<<", 9, BinaryOperator.SHIFT_LEFT), SHIFT_RIGHT(">>", 9, BinaryOperator.SHIFT_RIGHT),
    SHIFT_RIGHT_UNSIGNED(">>>", 9, BinaryOperator.SHIFT_RIGHT_UNSIGNED),
    PLUS("+", 10, BinaryOperator.ADD), MINUS("-", 10, BinaryOperator.SUBTRACT),
    MULTIPLY("*", 11, BinaryOperator.MULTIPLY), DIVIDE("/", 11, BinaryOperator.DIVIDE),
    REMAINDER("%", 11, BinaryOperator.REMAINDER), EXPONENTIATE("**", 12, BinaryOperator.EXPONENTIATE),

    ASSIGN("="),
    ASSIGN_ADD("+=", BinaryOperator.ADD), ASSIGN_SUBTRACT("-=", BinaryOperator.SUBTRACT),
    ASSIGN_MULTIPLY("*=", BinaryOperator.MULTIPLY), ASSIGN_DIVIDE("/=", BinaryOperator.DIVIDE),
    ASSIGN_REMAINDER("%=", BinaryOperator.REMAINDER), ASSIGN_EXPONENTIATE("**=", BinaryOperator.EXPONENTIATE),
    ASSIGN_SHIFT_LEFT("<<=", BinaryOperator.SHIFT_LEFT), ASSIGN_SHIFT_RIGHT(">>=", BinaryOperator.SHIFT_RIGHT),
    ASSIGN_SHIFT_RIGHT_UNSIGNED(">>>=", BinaryOperator.SHIFT_RIGHT_UNSIGNED),
    ASSIGN_BIT_AND("&=", BinaryOperator.BIT_AND), ASSIGN_BIT_OR("|=", BinaryOperator.BIT_OR),
    ASSIGN_BIT_XOR("^=", BinaryOperator.BIT_XOR),
    ASSIGN_AND("&&=", LogicalOperator.AND), ASSIGN_OR("||=", LogicalOperator.OR),
    ASSIGN_NULLISH("??=", LogicalOperator.NULLISH),

    IDENTIFIER("identifier"),
    // Words that may be identifiers in some places.
    ASYNC("async"), AWAIT("await"), YIELD("yield"), LET("let"), STATIC("static"),
    /** Reserved in strict code: implements, interface, package, private, protected, public. */
    STRICT_RESERVED("strict reserved word"),
    // Words that never are.
    BREAK("break"), CASE("case"), CATCH("catch"), CLASS("class"), CONST("const"), CONTINUE("continue"),
    DEBUGGER("debugger"), DEFAULT("default"), DELETE("delete"), DO("do"), ELSE("else"), ENUM("enum"),
    EXPORT("export"), EXTENDS("extends"), FALSE("false"), FINALLY("finally"), FOR("for"), FUNCTION("function"),
    IF("if"), IMPORT("import"), NEW("new"), NULL("null"), RETURN("return"), SUPER("super"), SWITCH("switch"),
    THIS("this"), THROW("throw"), TRUE("true"), TRY("try"), TYPEOF("typeof"), VAR("var"), VOID("void"),
    WHILE("while"), WITH("with"),
    /** One of the words above, in and instanceof, written with an escape. */
    ESCAPED_KEYWORD("escaped keyword");

    final String text;

    /** How tightly a binary operator binds; 0 for other tokens. */
    final int precedence;

    /** The operator, of a binary operator or of an assignment with one; else null. */
    final BinaryOperator binary;

    /** The operator, of a logical operator or of an assignment with one; else null. */
    final LogicalOperator logical;

    TokenType(String text) {
        this(text, 0, null, null);
    }

    TokenType(String text, int precedence, BinaryOperator binary) {
        this(text, precedence, binary, null);
    }

    TokenType(String text, int precedence, LogicalOperator logical) {
        this(text, precedence, null, logical);
    }

    TokenType(String text, BinaryOperator binary) {
        this(text, 0, binary, null);
    }

    TokenType(String text, LogicalOperator logical) {
        this(text, 0, null, logical);
    }

    TokenType(String text, int precedence, BinaryOperator binary, LogicalOperator logical) {
        this.text = text;
        this.precedence = precedence;
        this.binary = binary;
        this.logical = logical;
    }

    /** Whether the token may be an identifier, at least in sloppy code outside of functions. */
    boolean isIdentifier() {
        return ordinal() >= IDENTIFIER.ordinal() && ordinal() <= STRICT_RESERVED.ordinal();
    }

    /** Whether the token is an IdentifierName: an identifier or any keyword. */
    boolean isName() {
        return ordinal() >= IDENTIFIER.ordinal() || this == IN || this == INSTANCEOF;
    }

    /** Whether the token is a reserved word always. */
    boolean isKeyword() {
        return isName() && !isIdentifier();
    }

    boolean isAssignment() {
        return ordinal() >= ASSIGN.ordinal() && ordinal() <= ASSIGN_NULLISH.ordinal();
    }
}
