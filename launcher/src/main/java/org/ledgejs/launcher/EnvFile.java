package org.ledgejs.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of variables, {@code NAME=value} lines, as {@code --env-file} takes it. */
final class EnvFile {
    private final String text;
    private int position;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private EnvFile(String text) {
        this.text = text;
    }

    static Map<String, String> read(Path file) throws IOException {
        return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    static Map<String, String> parse(String text) {
        EnvFile file = new EnvFile(text.replace("\r", ""));
        file.parse();
        return file.variables;
    }

    private void parse() {
        while (position < text.length()) {
            int end = lineEnd();
            String line = text.substring(position, end);
            int equals = line.indexOf('=');
            if (line.isBlank() || line.strip().startsWith("#") || equals < 0) {
                position = end + 1;
                continue;
            }
            String name = line.substring(0, equals).strip();
            if (name.startsWith("export ")) {
                name = name.substring("export ".length()).strip();
            }
            position += equals + 1;
            String value = value();
            if (!name.isEmpty()) {
                variables.put(name, value);
            }
        }
    }

    private int lineEnd() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private String value() {
        int end = lineEnd();
        while (position < end && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        char quote = position < end ? text.charAt(position) : 0;
        if (quote == '"' || quote == '\'' || quote == '`') {
            int close = text.indexOf(quote, position + 1);
            if (close >= 0) {
                String value = text.substring(position + 1, close);
                position = close + 1;
                position = lineEnd() + 1;
                return quote == '"' ? value.replace("\\n", "\n") : value;
            }
        }
        String value = text.substring(position, end);
        int comment = value.indexOf('#');
        position = end + 1;
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }
}
