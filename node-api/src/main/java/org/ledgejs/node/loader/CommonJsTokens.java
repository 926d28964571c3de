package org.ledgejs.node.loader;

/**
 * The words of a text that are no members ({@code a.word}) and stand in no comment, string or regular expression. A template's substitutions
 * are read as what stands around them. Where a slash begins a regular expression is told by what stands before it, and, behind a brace,
 * by its line.
 */
final class CommonJsTokens {
    private final String text;
    private int position;
    /** The last character that is no white space and in no comment; 'a' for a word that may end an expression, '(' for one that may not. */
    private char before = ';';

    CommonJsTokens(String text) {
        this.text = text;
        if (text.startsWith("#!")) {
            position = lineEnd(0);
        }
    }

    /** Behind the last word. */
    int position() {
        return position;
    }

    /** Goes on from there: inside code, behind a word. */
    void moveTo(int next) {
        position = next;
        before = 'a';
    }

    /** The next word, or null at the end. */
    String nextWord() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isJavaIdentifierStart(c)) {
                boolean member = before == '.';
                String word = readWord();
                before = !member && isOperator(word) ? '(' : 'a';
                if (!member) {
                    return word;
                }
            } else {
                skip(c);
            }
        }
        return null;
    }

    private String readWord() {
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Words behind which an expression begins. */
    private static boolean isOperator(String word) {
        return switch (word) {
            case "return", "typeof", "case", "do", "else", "in", "instanceof", "new", "void", "delete", "throw", "yield", "await", "of" -> true;
            default -> false;
        };
    }

    private void skip(char c) {
        switch (c) {
            case ' ', '\t', '\r', '\n' -> position++;
            case '\'', '"' -> string(c);
            case '`' -> template();
            case '/' -> slash();
            case '.' -> {
                // Three dots spread what follows.
                boolean spread = text.startsWith("...", position);
                before = spread ? '(' : '.';
                position += spread ? 3 : 1;
            }
            default -> {
                before = c >= '0' && c <= '9' ? 'a' : c;
                position++;
            }
        }
    }

    private void string(char quote) {
        position++;
        while (position < text.length() && text.charAt(position) != quote && text.charAt(position) != '\n') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        position++;
        before = 'a';
    }

    /** Code in substitutions exports nothing that anybody could find. */
    private void template() {
        int depth = 0;
        position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\\') {
                position++;
            } else if (c == '`' && depth == 0) {
                break;
            } else if (c == '`') {
                template();
                continue;
            } else if (c == '$' && text.startsWith("${", position)) {
                depth++;
                position++;
            } else if (c == '{' && depth > 0) {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            }
            position++;
        }
        position++;
        before = 'a';
    }

    private void slash() {
        if (text.startsWith("//", position)) {
            position = lineEnd(position);
        } else if (text.startsWith("/*", position)) {
            int end = text.indexOf("*/", position + 2);
            position = end < 0 ? text.length() : end + 2;
        } else {
            boolean division = before == 'a' || before == ')' || before == ']';
            int end = division ? -1 : regularExpressionEnd();
            position = end < 0 ? position + 1 : end;
            before = end < 0 ? '/' : 'a';
        }
    }

    /** Behind the regular expression that begins here, or -1 if its line has no end of one. */
    private int regularExpressionEnd() {
        boolean set = false;
        for (int i = position + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return -1;
            } else if (c == '\\') {
                i++;
            } else if (c == '[') {
                set = true;
            } else if (c == ']') {
                set = false;
            } else if (c == '/' && !set) {
                return i + 1;
            }
        }
        return -1;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
