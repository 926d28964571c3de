package org.ledgejs.node.loader;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names a CommonJS text exports, as far as its text shows: assignments to {@code exports.x} and {@code module.exports.x},
 * {@code Object.defineProperty(exports, "x"}, and the members of an object literal assigned to {@code module.exports} — the forms
 * that Node's documentation lists and that compilers write.
 */
final class ExportScanner {
    private static final String NAME = "[\\p{IsAlphabetic}_$][\\p{IsAlphabetic}\\p{IsDigit}_$]*";
    private static final Pattern ASSIGNED = Pattern.compile("\\b(?:module\\s*\\.\\s*)?exports\\s*(?:\\.\\s*(" + NAME + ")|\\[\\s*(['\"])([^'\"\\\\]+)\\2\\s*\\])\\s*=(?!=)");
    private static final Pattern DEFINED = Pattern.compile("\\bObject\\s*\\.\\s*defineProperty\\s*\\(\\s*(?:module\\s*\\.\\s*)?exports\\s*,\\s*(['\"])([^'\"\\\\]+)\\1");
    private static final Pattern LITERAL = Pattern.compile("\\bmodule\\s*\\.\\s*exports\\s*=\\s*\\{");
    private static final Pattern MEMBER = Pattern.compile("\\G\\s*(?:(" + NAME + ")|(['\"])([^'\"\\\\]+)\\2)\\s*([,:}(])");

    private ExportScanner() { }

    static Set<String> exportedNames(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (Matcher m = ASSIGNED.matcher(text); m.find();) {
            names.add(m.group(1) != null ? m.group(1) : m.group(3));
        }
        for (Matcher m = DEFINED.matcher(text); m.find();) {
            names.add(m.group(2));
        }
        for (Matcher m = LITERAL.matcher(text); m.find();) {
            addMembers(text, m.end(), names);
        }
        return names;
    }

    /** Shorthand members and members with a simple value, up to the first of another form. */
    private static void addMembers(String text, int from, Set<String> names) {
        Matcher m = MEMBER.matcher(text);
        int at = from;
        while (m.find(at)) {
            String mark = m.group(4);
            if (mark.equals("(")) {
                return;
            }
            names.add(m.group(1) != null ? m.group(1) : m.group(3));
            at = mark.equals(":") ? valueEnd(text, m.end()) : m.end();
            if (at < 0 || mark.equals("}") || text.charAt(at - 1) == '}') {
                return;
            }
        }
    }

    /** Behind the comma or brace that ends an identifier or member chain; -1 for any other value. */
    private static int valueEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '}') {
                return i + 1;
            }
            if (!Character.isWhitespace(c) && !Character.isJavaIdentifierPart(c) && c != '.') {
                return -1;
            }
        }
        return -1;
    }
}
