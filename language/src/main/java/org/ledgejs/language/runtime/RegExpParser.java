package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ledgejs.language.runtime.RegExpSyntax.GroupName;
import org.ledgejs.language.runtime.RegExpSyntax.Groups;
import org.ledgejs.language.runtime.RegExpSyntax.InvalidPattern;

/** Patterns: disjunctions, terms, groups and quantifiers (ECMA-262 §22.2.1 Pattern). */
final class RegExpParser extends RegExpClassParser {
    /** Nesting beyond this is refused, as V8 refuses what would overflow its stack. */
    static final int MAX_DEPTH = 1000;

    private final List<GroupName> names = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private int groupCount;
    private int depth;

    RegExpParser(String text, int flags) {
        super(text, flags);
    }

    Groups parse() throws InvalidPattern {
        countGroups();
        disjunction();
        if (!atEnd()) {
            throw error("Unmatched ')'");
        }
        for (String reference : references) {
            if (names.stream().noneMatch(name -> name.name().equals(reference))) {
                throw error("Invalid named capture referenced");
            }
        }
        return new Groups(groupCount, List.copyOf(names));
    }

    /** @return the names of the groups in it */
    private Set<String> disjunction() throws InvalidPattern {
        if (++depth > MAX_DEPTH) {
            throw error("Regular expression too large");
        }
        Set<String> all = noNames();
        do {
            all.addAll(alternative());
        } while (eat('|'));
        depth--;
        return all;
    }

    private Set<String> alternative() throws InvalidPattern {
        Set<String> inTerms = noNames();
        while (!atEnd() && peek() != '|' && peek() != ')') {
            term(inTerms);
        }
        return inTerms;
    }

    private void term(Set<String> inTerms) throws InvalidPattern {
        switch (peek()) {
            case '^', '$' -> position++;
            case '(' -> group(inTerms);
            case '[' -> {
                position++;
                characterClass();
                quantifier();
            }
            case '\\' -> {
                position++;
                if (!eat('b') && !eat('B')) {
                    atomEscape();
                    quantifier();
                }
            }
            case '*', '+', '?' -> throw error("Nothing to repeat");
            case '{' -> {
                if (unicode) {
                    throw error("Nothing to repeat");
                }
                if (bracedQuantifier()) {
                    throw error("Nothing to repeat");
                }
                position++;
                quantifier();
            }
            case '}', ']' -> {
                if (unicode) {
                    throw error("Lone quantifier brackets");
                }
                position++;
                quantifier();
            }
            default -> {
                next();
                quantifier();
            }
        }
    }

    private void group(Set<String> inTerms) throws InvalidPattern {
        position++;
        boolean quantifiable = true;
        if (eat("?=") || eat("?!")) {
            quantifiable = !unicode;
        } else if (eat("?<=") || eat("?<!")) {
            quantifiable = false;
        } else if (eat("?<")) {
            groupCount++;
            String name = groupName();
            names.add(new GroupName(name, groupCount));
            merge(inTerms, Set.of(name));
        } else if (eat('?')) {
            modifiers();
        } else {
            groupCount++;
        }
        merge(inTerms, disjunction());
        if (!eat(')')) {
            throw error("Unterminated group");
        }
        if (quantifiable) {
            quantifier();
        } else if (isQuantifierStart()) {
            throw error(unicode || peek() != '{' ? "Nothing to repeat" : "Invalid quantifier");
        }
    }

    /** Lookarounds that take no quantifier: a brace that opens none is a character of its own in Annex B. */
    private boolean isQuantifierStart() throws InvalidPattern {
        int c = peek();
        if (c == '{' && !unicode) {
            int start = position;
            boolean quantifier = bracedQuantifier();
            position = start;
            return quantifier;
        }
        return c == '*' || c == '+' || c == '?';
    }

    /** "?:" or "?ims-ims:" after the question mark. */
    private void modifiers() throws InvalidPattern {
        String seen = "";
        boolean removing = false;
        while (!eat(':')) {
            int c = peek();
            if (c == '-') {
                if (removing) {
                    throw error("Multiple dashes in flag group");
                }
                removing = true;
            } else if (c == 'i' || c == 'm' || c == 's') {
                if (seen.indexOf(c) >= 0) {
                    throw error("Repeated flag in flag group");
                }
                seen += (char) c;
            } else {
                throw error(seen.isEmpty() && !removing ? "Invalid group" : "Invalid flag group");
            }
            position++;
        }
        if (removing && seen.isEmpty()) {
            throw error("Invalid flag group");
        }
    }

    private void atomEscape() throws InvalidPattern {
        int c = peek();
        if (c >= '1' && c <= '9') {
            int start = position;
            int number = decimal();
            if (number <= totalGroups) {
                return;
            }
            if (unicode) {
                throw error("Invalid escape");
            }
            position = start;
        } else if (c == 'k' && namedGroups) {
            position++;
            if (!eat('<')) {
                throw error("Invalid named reference");
            }
            references.add(groupName());
            return;
        }
        if (characterClassEscape() == 0) {
            characterEscape(false);
        }
    }

    private void quantifier() throws InvalidPattern {
        switch (peek()) {
            case '*', '+', '?' -> {
                position++;
                eat('?');
            }
            case '{' -> {
                if (bracedQuantifier()) {
                    eat('?');
                } else if (unicode) {
                    throw error("Incomplete quantifier");
                }
            }
            default -> { }
        }
    }

    /** "{n}", "{n,}" or "{n,m}": consumed, or false. */
    private boolean bracedQuantifier() throws InvalidPattern {
        int start = position++;
        if (isDigit(peek())) {
            int least = decimal();
            int most = least;
            if (eat(',')) {
                most = isDigit(peek()) ? decimal() : Integer.MAX_VALUE;
            }
            if (eat('}')) {
                if (least > most) {
                    throw error("numbers out of order in {} quantifier");
                }
                return true;
            }
        }
        position = start;
        return false;
    }
}
