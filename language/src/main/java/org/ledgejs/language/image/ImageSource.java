package org.ledgejs.language.image;

import java.util.Arrays;
import java.util.function.Supplier;
import org.ledgejs.language.source.Position;
import org.ledgejs.language.source.SourceText;

/** What an image keeps of a source: its name and lines, so that errors say where, and its text if that was wanted. */
public final class ImageSource {
    private final String name;
    private final int length;
    private final Supplier<int[]> lineTable;
    private int[] lineStarts;
    private final Supplier<String> text;

    ImageSource(String name, int length, Supplier<int[]> lineTable, Supplier<String> text) {
        this.name = name;
        this.length = length;
        this.lineTable = lineTable;
        this.text = text;
    }

    /** @param keepText whether the text goes into the image; functions without it show as native code */
    public static ImageSource of(SourceText source, boolean keepText) {
        int[] starts = new int[source.lineCount()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = source.lineStart(i + 1);
        }
        return new ImageSource(source.name(), source.length(), () -> starts, keepText ? source::content : null);
    }

    public String name() {
        return name;
    }

    /** In UTF-16 code units. */
    public int length() {
        return length;
    }

    public boolean hasText() {
        return text != null;
    }

    /** The text; null if it was not kept. */
    public String text() {
        return text == null ? null : text.get();
    }

    /** Line and column of an offset; one behind the end counts as the end. */
    public Position position(int offset) {
        int clipped = Math.clamp(offset, 0, length);
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, clipped);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, clipped - starts[line] + 1);
    }

    int[] lineStarts() {
        if (lineStarts == null) {
            lineStarts = lineTable.get();
        }
        return lineStarts;
    }
}
