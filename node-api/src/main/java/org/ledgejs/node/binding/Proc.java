package org.ledgejs.node.binding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Facts Linux gives as text under /proc and /sys. Elsewhere there are none, and callers fall back on what Java knows. */
public final class Proc {
    private Proc() { }

    /** The whole text, or null. */
    public static String read(String path) {
        try {
            return new String(Files.readAllBytes(Path.of(path)), StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            return null;
        }
    }

    /** The text without the line feed at its end, or null. */
    public static String line(String path) {
        String text = read(path);
        return text == null ? null : text.strip();
    }

    /** What stands after {@code name:} at the start of a line of the text, or null. */
    public static String field(String text, String name) {
        if (text == null) {
            return null;
        }
        return text.lines().filter(line -> line.startsWith(name + ":")).map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse(null);
    }

    /** A field in kB, as bytes; or -1. */
    public static long kilobytes(String text, String name) {
        String field = field(text, name);
        return field == null ? -1 : number(field.replace("kB", "").strip(), -1) * 1024;
    }

    public static long number(String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** The numbers of /proc/…/stat from the third field (the state, given as 0) on: those before contain spaces. */
    public static long[] stat(String path) {
        String text = line(path);
        if (text == null || text.indexOf(')') < 0) {
            return new long[50];
        }
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long[] numbers = new long[Math.max(50, fields.length)];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = number(fields[i], 0);
        }
        return numbers;
    }
}
