package org.ledgejs.language.nodes.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows a member expression or call in a message, from the text of the program: {@code a.b(...).c}. Arguments are left out, and what is
 * long or no name is an intermediate value. Positions are those of stack traces, at the name of a member, so the beginning is looked for from
 * there backwards. Where the text is stranger than that, as with a regular expression among arguments, the message is less exact, no more.
 */
final class ExpressionText {
    static final String INTERMEDIATE = "(intermediate value)";
    private static final int LONGEST = 120;
    private static final int LONGEST_PART = 40;
    private static final Set<String> NO_NAMES = Set.of("new", "function", "class", "async", "import", "await", "yield", "typeof", "void", "delete", "return",
            "if", "while", "for", "with", "switch", "of", "in", "case", "else", "do", "throw", "catch", "instanceof");

    private final String text;
    private final int end;
    private int at;
    private final List<String> parts = new ArrayList<>();
    private boolean lastIsCall;

    private ExpressionText(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** The expression that ends at {@code end}. @param start at it, or at the name or key of its last member, or null if it cannot be shown */
    static String of(String text, int start, int end) {
        ExpressionText e = read(text, start, end);
        return e == null ? null : e.join(e.parts.size());
    }

    /** What is called by the call, or tags the template, that ends at {@code end}. */
    static String ofCallee(String text, int start, int end) {
        ExpressionText e = read(text, start, end);
        return e == null || !e.lastIsCall ? null : e.join(e.parts.size() - 1);
    }

    /** What is constructed by the new expression. */
    static String ofConstructor(String text, int start, int end) {
        ExpressionText e = new ExpressionText(text, start + "new".length(), end);
        return !text.startsWith("new", start) || !e.parse() ? null : e.join(e.lastIsCall ? e.parts.size() - 1 : e.parts.size());
    }

    private static ExpressionText read(String text, int start, int end) {
        int head = head(text, start, end);
        ExpressionText e = new ExpressionText(text, Math.max(head, 0), end);
        if (head < 0 || followsNew(text, head)) {
            // What is in front of the last member is no name.
            e.at = start;
            e.parts.add(INTERMEDIATE);
            boolean key = closes(text, start, end);
            e.parts.add(key ? "[" : ".");
            return e.readMember(key) ? e : null;
        }
        return e.parse() ? e : null;
    }

    private boolean readMember(boolean key) {
        parts.removeLast();
        if (!key) {
            String name = word();
            parts.add("." + name);
            return !name.isEmpty() && suffixes();
        }
        int close = closing(at - 1, ']');
        if (close < 0) {
            return false;
        }
        parts.add(key(at, close));
        at = close + 1;
        return suffixes();
    }

    private static boolean followsNew(String text, int head) {
        int before = back(text, head);
        return before >= 3 && before < head && text.startsWith("new", before - 3) && (before == 3 || !isPart(text.charAt(before - 4)));
    }

    private String join(int count) {
        String joined = String.join("", parts.subList(0, count));
        return joined.length() <= LONGEST ? joined : INTERMEDIATE + (count > 1 ? parts.get(count - 1) : "");
    }

    // Backwards, to where the expression begins.

    /** @return -1 if what is there is no name, call or bracket */
    private static int head(String text, int start, int end) {
        int head = start;
        if (closes(text, start, end)) {
            int open = back(text, start);
            if (open == 0 || text.charAt(open - 1) != '[') {
                return -1;
            }
            int before = back(text, open - 1);
            head = operand(text, before >= 2 && text.startsWith("?.", before - 2) ? before - 2 : open - 1);
        }
        while (head >= 0) {
            int before = back(text, head);
            if (before == 0 || text.charAt(before - 1) != '.' || text.startsWith("..", before - 2)) {
                return head;
            }
            before--;
            head = operand(text, before > 0 && text.charAt(before - 1) == '?' ? before - 1 : before);
        }
        return head;
    }

    /** Whether the range ends a key in brackets that it does not open. */
    private static boolean closes(String text, int start, int end) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                i = quoteEnd(text, i, end);
                if (i < 0) {
                    return false;
                }
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static int operand(String text, int from) {
        int at = back(text, from);
        while (at > 0) {
            char c = text.charAt(at - 1);
            if (isPart(c)) {
                return wordStart(text, at);
            }
            if (c != ')' && c != ']') {
                return -1;
            }
            int open = opening(text, at - 1);
            if (open < 0) {
                return -1;
            }
            int before = back(text, open);
            if (before >= 2 && text.startsWith("?.", before - 2)) {
                at = back(text, before - 2);
            } else if (before > 0 && isPart(text.charAt(before - 1)) && !NO_NAMES.contains(text.substring(wordStart(text, before), before))
                    || before > 0 && (text.charAt(before - 1) == ')' || text.charAt(before - 1) == ']')) {
                at = before;
            } else {
                return open;
            }
        }
        return -1;
    }

    private static int opening(String text, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                i = text.lastIndexOf(c, i - 1);
                if (i < 0) {
                    return -1;
                }
            }
            depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int back(String text, int from) {
        int at = from;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int wordStart(String text, int end) {
        int at = end;
        while (at > 0 && isPart(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isPart(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '$' || c == '#' || Character.isSurrogate(c);
    }

    // Forwards, part by part.

    private boolean parse() {
        space();
        int start = at;
        if (at >= end) {
            return false;
        }
        char c = text.charAt(at);
        if (isPart(c)) {
            String word = word();
            if (NO_NAMES.contains(word)) {
                return false;
            }
            parts.add(word);
            return suffixes();
        }
        int close = c == '(' ? closing(at, ')') : c == '[' ? closing(at, ']') : c == '"' || c == '\'' ? quoteEnd(text, at, end) : -1;
        if (close < 0) {
            return false;
        }
        at = close + 1;
        String part = text.substring(start, at);
        parts.add(part.length() > LONGEST_PART || part.indexOf('\n') >= 0 || c == '(' && isLiteral(part.substring(1).strip()) ? INTERMEDIATE : part);
        return suffixes();
    }

    private static boolean isLiteral(String text) {
        return text.contains("=>") || text.startsWith("function") || text.startsWith("class") || text.startsWith("async") || text.startsWith("{") || text.startsWith("new ");
    }

    private boolean suffixes() {
        for (space(); at < end; space()) {
            char c = text.charAt(at);
            lastIsCall = false;
            boolean optional = text.startsWith("?.", at);
            if (c == '.' || optional) {
                at += optional ? 2 : 1;
                space();
                String name = word();
                if (!name.isEmpty()) {
                    parts.add((optional ? "?." : ".") + name);
                    continue;
                }
                c = at < end ? text.charAt(at) : 0;
            }
            int close = c == '(' ? closing(at, ')') : c == '[' ? closing(at, ']') : c == '`' ? quoteEnd(text, at, end) : -1;
            if (close < 0) {
                return false;
            }
            lastIsCall = c != '[';
            parts.add(c == '[' ? key(at + 1, close) : c == '`' ? "`...`" : "(...)");
            at = close + 1;
        }
        return true;
    }

    private String key(int start, int close) {
        String key = text.substring(start, close).strip();
        return key.length() > LONGEST_PART || key.indexOf('\n') >= 0 ? "[...]" : "[" + key + "]";
    }

    private String word() {
        int start = at;
        while (at < end && isPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void space() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The bracket that closes the one at {@code from}, or -1. */
    private int closing(int from, char close) {
        int depth = 1;
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                i = quoteEnd(text, i, end);
                if (i < 0) {
                    return -1;
                }
                continue;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return c == close ? i : -1;
            }
        }
        return -1;
    }

    private static int quoteEnd(String text, int quote, int end) {
        for (int i = quote + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == text.charAt(quote)) {
                return i;
            }
        }
        return -1;
    }
}
