package org.ledgejs.language.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegExpSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b", "a{1}b{2,}c{3,4}?", "{", "a{,5}", "]", "}", "[]", "[^]", "[\\b-a]", "[a-\\d]", "\\1", "(?=a)*", "\\c", "[\\c]", "\\u{1}",
        "\\k", "\\8", "(?:a)(?<x>b)\\k<x>", "(?<a>1)|(?<a>2)", "(?<\\u0061>b)", "(?i-s:a)", "(?-i:a)", "\\p{L}", "(?<!a)b"})
    void acceptsWithoutFlags(String pattern) {
        assertNull(RegExpSyntax.errorIn(pattern, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u{1F600}", "[\\u{1F600}-\\u{1F601}]", "\\p{Script=Greek}", "\\p{Lu}", "[\\-]", "\\ud83d\\ude00", "\\/"})
    void acceptsInUnicodeMode(String pattern) {
        assertNull(RegExpSyntax.errorIn(pattern, "u"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a--b]", "[[a-z]&&[aeiou]]", "[\\q{abc|d}x]", "[^\\q{a|b}]", "\\p{RGI_Emoji}", "[\\p{L}--\\p{Lu}]", "[\\&\\&]", "[a-z0-9_]"})
    void acceptsWithSets(String pattern) {
        assertNull(RegExpSyntax.errorIn(pattern, "v"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "(            |   | Unterminated group",
        ")            |   | Unmatched ')'",
        "*            |   | Nothing to repeat",
        "a**          |   | Nothing to repeat",
        "{1}          |   | Nothing to repeat",
        "a{2,1}       |   | numbers out of order in {} quantifier",
        "[            |   | Unterminated character class",
        "[b-a]        |   | Range out of order in character class",
        "a\\          |   | \\ at end of pattern",
        "(?a)         |   | Invalid group",
        "(?ii:a)      |   | Repeated flag in flag group",
        "(?-:a)       |   | Invalid flag group",
        "(?<a>)(?<a>) |   | Duplicate capture group name",
        "(?<1>a)      |   | Invalid capture group name",
        "(?<a>)\\k<b> |   | Invalid named capture referenced",
        "(?<=a)*      |   | Nothing to repeat",
        "\\1          | u | Invalid escape",
        "\\a          | u | Invalid escape",
        "a{           | u | Incomplete quantifier",
        "}            | u | Lone quantifier brackets",
        "\\u{110000}  | u | Invalid Unicode escape",
        "\\p{Nope}    | u | Invalid property name",
        "[\\d-a]      | u | Invalid character class",
        "[a&&b--c]    | v | Invalid set operation in character class",
        "[(]          | v | Invalid character in character class",
        "[^\\q{ab}]   | v | Negated character class may contain strings"}, delimiter = '|')
    void namesWhatIsWrong(String pattern, String flags, String reason) {
        assertEquals(reason, RegExpSyntax.errorIn(pattern, flags == null ? "" : flags));
    }

    @Test
    void refusesToNestWithoutEnd() {
        assertEquals("Regular expression too large", RegExpSyntax.errorIn("(".repeat(100_000), ""));
        assertEquals("Regular expression too large", RegExpSyntax.errorIn("[".repeat(100_000), "v"));
    }

    @Test
    void findsGroupsAndTheirNames() throws RegExpSyntax.InvalidPattern {
        RegExpSyntax.Groups groups = RegExpSyntax.parse("(a)(?<x>b(c))(?:d)[(](?<y>e)", 0);
        assertEquals(4, groups.groupCount());
        assertEquals("[GroupName[name=x, index=2], GroupName[name=y, index=4]]", groups.names().toString());
    }

    @Test
    void refusesUnknownRepeatedAndContradictoryFlags() {
        assertEquals(-1, RegExpSyntax.parseFlags("x"));
        assertEquals(-1, RegExpSyntax.parseFlags("gg"));
        assertEquals(-1, RegExpSyntax.parseFlags("uv"));
        assertEquals(RegExpSyntax.GLOBAL | RegExpSyntax.STICKY, RegExpSyntax.parseFlags("yg"));
    }
}
