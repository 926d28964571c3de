package org.ledgejs.launcher;

import java.util.ArrayList;
import java.util.List;

/** The arguments in the text of {@code NODE_OPTIONS}: words, where a part in double quotes may have spaces, and a backslash in it keeps the next character. */
final class EnvironmentOptions {
    private EnvironmentOptions() { }

    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                if (++i == text.length()) {
                    throw new UsageException("invalid value for NODE_OPTIONS (invalid escape)\n");
                }
                word.append(text.charAt(i));
            } else if (c == ' ' && !quoted) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
            } else {
                word = word == null ? new StringBuilder() : word;
                if (c == '"') {
                    quoted = !quoted;
                } else {
                    word.append(c);
                }
            }
        }
        if (quoted) {
            throw new UsageException("invalid value for NODE_OPTIONS (unterminated string)\n");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
