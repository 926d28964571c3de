package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The strings of an image, each once. */
final class StringTable {

    private StringTable() { }

    /** Strings being collected. */
    static final class Writer {
        private final Map<String, Integer> indices = new HashMap<>();
        private final List<byte[]> strings = new ArrayList<>();

        int index(String s) {
            Integer known = indices.putIfAbsent(s, strings.size());
            if (known != null) {
                return known;
            }
            strings.add(Wtf8.encode(s));
            return strings.size() - 1;
        }

        ImageOutput section() {
            ImageOutput out = new ImageOutput();
            out.number(strings.size());
            int offset = 0;
            for (byte[] s : strings) {
                out.fixed(offset);
                offset += s.length;
            }
            out.fixed(offset);
            strings.forEach(out::bytes);
            return out;
        }
    }

    /** Strings of an image, decoded when they are first used. */
    static final class Reader {
        private final ByteBuffer bytes;
        private final int offsets;
        private final int text;
        private final int textLength;
        private final String[] strings;

        Reader(ByteBuffer bytes, ImageCursor section) {
            this.bytes = bytes;
            int count = section.count();
            offsets = section.at();
            if (count > (section.end() - section.at()) / 4 - 1) {
                throw section.malformed("string count");
            }
            section.slice(4 * count + 4);
            text = section.at();
            textLength = section.end() - text;
            strings = new String[count];
        }

        int count() {
            return strings.length;
        }

        String get(int index) {
            String s = strings[index];
            if (s == null) {
                int start = offset(index);
                int end = offset(index + 1);
                if (start < 0 || start > end || end > textLength) {
                    throw new ImageException("Image malformed: string " + index + " outside of ledge.strings");
                }
                strings[index] = s = Wtf8.decode(bytes, text + start, text + end);
            }
            return s;
        }

        private int offset(int index) {
            int n = 0;
            for (int i = 0; i < 4; i++) {
                n |= (bytes.get(offsets + 4 * index + i) & 0xFF) << (8 * i);
            }
            return n;
        }
    }
}
