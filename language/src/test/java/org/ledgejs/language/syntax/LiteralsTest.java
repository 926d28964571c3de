package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ledgejs.language.syntax.Expression.BigIntLiteral;
import org.ledgejs.language.syntax.Expression.Identifier;
import org.ledgejs.language.syntax.Expression.NumberLiteral;
import org.ledgejs.language.syntax.Expression.RegExpLiteral;
import org.ledgejs.language.syntax.Expression.StringLiteral;
import org.ledgejs.language.syntax.Expression.TaggedTemplate;
import org.ledgejs.language.syntax.Expression.TemplateElement;
import org.ledgejs.language.syntax.Expression.TemplateLiteral;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "12,12", "1_000,1000", "0x1F,31", "0b101,5", "0o17,15", "017,15", "019,19", "08.5,8.5", ".5,0.5",
        "5.,5", "1e3,1000", "1_0.0_1e1_0,1.001E11", "9007199254740993,9007199254740992", "0xFFFFFFFFFFFFFFFF,1.8446744073709552E19",
        "1e400,Infinity", "123456789012345678901234567890,1.2345678901234568E29"})
    void numbersHaveTheirMathematicalValueRounded(String text, double value) {
        assertEquals(value, ((NumberLiteral) TreePrinter.expressionNode(text)).value());
    }

    @Test
    void numbersKnowWhetherTheyAreInts() {
        assertTrue(((NumberLiteral) TreePrinter.expressionNode("2147483647")).isInt());
        assertFalse(((NumberLiteral) TreePrinter.expressionNode("2147483648")).isInt());
        assertFalse(((NumberLiteral) TreePrinter.expressionNode("0.5")).isInt());
    }

    @ParameterizedTest
    @CsvSource({"0n,0", "1_0n,10", "0xFFn,255", "0b11n,3", "123456789012345678901234567890n,123456789012345678901234567890"})
    void bigIntsAreExact(String text, BigInteger value) {
        assertEquals(value, ((BigIntLiteral) TreePrinter.expressionNode(text)).value());
    }

    @Test
    void stringEscapesAreDecoded() {
        assertEquals("\n\t\u000B\0A\u00e9\uD83D\uDE00\u0007q", string("'\\n\\t\\v\\0\\x41\\u00e9\\u{1F600}\\7\\q'"));
    }

    @Test
    void lineContinuationsVanishAndSeparatorsAreAllowedInStrings() {
        assertEquals("ab\u2028c", string("'a\\\r\nb\u2028c'"));
    }

    @Test
    void stringsMayHoldLoneSurrogates() {
        assertEquals("\uD800", string("'\\uD800'"));
    }

    @Test
    void templatesHaveCookedAndRawTextWithLineEndsAsLf() {
        TemplateLiteral template = (TemplateLiteral) TreePrinter.expressionNode("`a\\n\r\n${`b${1}`}\\${\\`c`");
        assertEquals(List.of(new TemplateElement("a\n\n", "a\\n\n"), new TemplateElement("${`c", "\\${\\`c")),
                template.elements());
    }

    @Test
    void taggedTemplatesMayHaveInvalidEscapes() {
        TaggedTemplate tagged = (TaggedTemplate) TreePrinter.expressionNode("tag`\\u{${1}\\x41`");
        assertNull(tagged.template().elements().get(0).cooked());
        assertEquals("\\u{", tagged.template().elements().get(0).raw());
        assertEquals("A", tagged.template().elements().get(1).cooked());
    }

    @Test
    void aSlashBeginsARegularExpressionOnlyWhereAnOperandIsWanted() {
        RegExpLiteral literal = (RegExpLiteral) TreePrinter.expressionNode("/[/]\\/=/giu");
        assertEquals("[/]\\/=", literal.pattern());
        assertEquals("giu", literal.flags());
        assertEquals("Binary(DIVIDE, Binary(DIVIDE, a, b), g)", TreePrinter.expression("a / b / g"));
        assertEquals("[Block([]), ExpressionStatement(RegExpLiteral('=x', ''))]", TreePrinter.script("{}\n/=x/"));
    }

    @Test
    void patternsAreHandedToTheValidator() {
        ParseOptions options = ParseOptions.DEFAULT.withRegExpValidator(
                (pattern, flags) -> pattern.equals("(") ? "Unterminated group" : null);
        Errors.assertSyntaxError("Invalid regular expression: /(/u: Unterminated group", 4,
                text -> Parser.parseScript(text, options), "x = /(/u");
    }

    @Test
    void namesAreOneStringWithinAParseHoweverTheyAreWritten() {
        List<Statement> body = TreePrinter.parse("\\u0061\\u{62}c; abc; \u00e4; \\u00e4").body();
        assertSame(name(body.get(0)), name(body.get(1)));
        assertSame(name(body.get(2)), name(body.get(3)));
    }

    @Test
    void identifiersFollowUnicodeAndNotJava() {
        assertEquals("a\u200Db", TreePrinter.expression("a\u200Db"));
        assertEquals("\uD835\uDCD0", TreePrinter.expression("\uD835\uDCD0"));
        Errors.assertError("Invalid or unexpected token", "a\u0001b");
        Errors.assertError("Invalid or unexpected token", "\u2E2F");
    }

    @Test
    void hashbangAndHtmlCommentsAreSkipped() {
        assertEquals("[ExpressionStatement(a), ExpressionStatement(b)]",
                TreePrinter.script("#!/usr/bin/env ledge\na\n<!-- x\n--> y\n/* \n */ --> z\nb"));
    }

    private static String string(String text) {
        return ((StringLiteral) ((Expression.Sequence) TreePrinter.expressionNode("0," + text)).expressions().get(1)).value();
    }

    private static String name(Statement statement) {
        return ((Identifier) ((Statement.ExpressionStatement) statement).expression()).name();
    }
}
