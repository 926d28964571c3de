package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads bytes that nobody vouches for: each read is checked against the end of the section it is in. */
final class ImageCursor {
    private final ByteBuffer bytes;
    private final String what;
    private final int end;
    private int at;

    /** @param what the part being read, for messages */
    ImageCursor(ByteBuffer bytes, String what, int start, int end) {
        this.bytes = bytes;
        this.what = what;
        this.at = start;
        this.end = end;
    }

    int at() {
        return at;
    }

    int end() {
        return end;
    }

    boolean atEnd() {
        return at == end;
    }

    ImageException malformed(String reason) {
        return new ImageException("Image malformed: " + reason + " in " + what + " at " + at);
    }

    private void need(int count) {
        if (count < 0 || count > end - at) {
            throw new ImageException("Image truncated: " + what + " truncated at " + end);
        }
    }

    int octet() {
        need(1);
        return bytes.get(at++) & 0xFF;
    }

    int number() {
        int result = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int b = octet();
            if (shift == 28 && b > 0x07 || shift > 0 && b == 0) {
                throw malformed("number");
            }
            result |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return result;
            }
        }
        throw malformed("number");
    }

    /** How many of something follow, each of which takes a byte or more. */
    int count() {
        int n = number();
        need(n);
        return n;
    }

    /** A number that is an index into a table of that size. */
    int index(int size) {
        int n = number();
        if (n >= size) {
            throw malformed("index " + n + " of " + size);
        }
        return n;
    }

    int fixed() {
        need(4);
        int n = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            n |= (bytes.get(at++) & 0xFF) << shift;
        }
        return n;
    }

    ByteBuffer slice(int length) {
        need(length);
        ByteBuffer slice = bytes.slice(at, length).asReadOnlyBuffer();
        at += length;
        return slice;
    }

    /** A cursor over the next bytes, which this one skips. */
    ImageCursor part(String partName, int length) {
        need(length);
        ImageCursor part = new ImageCursor(bytes, partName, at, at + length);
        at += length;
        return part;
    }

    /** A cursor of its own at the same place. */
    ImageCursor copy() {
        return new ImageCursor(bytes, what, at, end);
    }

    String name() {
        return utf8(count());
    }

    String utf8(int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(slice(length)).toString();
        } catch (CharacterCodingException e) {
            throw new ImageException("Image malformed: text in " + what + " at " + at, e);
        }
    }

    /** WTF-8 text that takes the next bytes. */
    String text(int length) {
        need(length);
        String text = Wtf8.decode(bytes, at, at + length);
        at += length;
        return text;
    }

    void requireEnd() {
        if (at != end) {
            throw malformed("bytes left over");
        }
    }
}
