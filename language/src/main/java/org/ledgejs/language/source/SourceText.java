package org.ledgejs.language.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * The text of one program with its name. Offsets count UTF-16 code units from 0. Lines end at LF, CR, CR LF, U+2028 and
 * U+2029 (ECMA-262 §12.3); the table of lines is made when the first position is asked for.
 */
public final class SourceText {

    private final String name;
    private final String content;
    private volatile int[] lineStarts;

    /**
     * @param name what error messages and stack traces call the text: a path, a URL, or something like {@code
     *        <anonymous>}
     */
    public SourceText(String name, CharSequence content) {
        this.name = Objects.requireNonNull(name);
        this.content = content.toString();
    }

    public String name() {
        return name;
    }

    public String content() {
        return content;
    }

    public int length() {
        return content.length();
    }

    /** The text from {@code start} up to {@code end}. */
    public String text(int start, int end) {
        return content.substring(start, end);
    }

    public int lineCount() {
        return lineStarts().length;
    }

    /** The 1-based line that the offset is on; the offset may be the length. */
    public int line(int offset) {
        Objects.checkIndex(offset, content.length() + 1);
        int index = Arrays.binarySearch(lineStarts(), offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** The 1-based column of the offset in its line. */
    public int column(int offset) {
        return offset - lineStarts()[line(offset) - 1] + 1;
    }

    public Position position(int offset) {
        int line = line(offset);
        return new Position(line, offset - lineStarts()[line - 1] + 1);
    }

    /** The offset at which a 1-based line begins. */
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    /** The offset of a 1-based line and column, clipped to the line. */
    public int offset(Position position) {
        int start = lineStart(position.line());
        return Math.min(start + position.column() - 1, lineEnd(position.line()));
    }

    /** A 1-based line without its line end. */
    public String lineText(int line) {
        return content.substring(lineStart(line), lineEnd(line));
    }

    private int lineEnd(int line) {
        int start = lineStart(line);
        int end = line < lineCount() ? lineStart(line + 1) : content.length();
        while (end > start && isLineTerminator(content.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            lineStarts = starts = computeLineStarts();
        }
        return starts;
    }

    private int[] computeLineStarts() {
        int[] starts = new int[Math.max(16, content.length() / 32)];
        int count = 1;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (isLineTerminator(c)) {
                if (c == '\r' && i + 1 < content.length() && content.charAt(i + 1) == '\n') {
                    i++;
                }
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** LineTerminator (ECMA-262 §12.3). */
    public static boolean isLineTerminator(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    @Override
    public String toString() {
        return name;
    }
}
