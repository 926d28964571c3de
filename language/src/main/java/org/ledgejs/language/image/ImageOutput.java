package org.ledgejs.language.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes being written. */
final class ImageOutput {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void octet(int b) {
        out.write(b);
    }

    /** Unsigned LEB128. */
    void number(int n) {
        int rest = n;
        while ((rest & ~0x7F) != 0) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** Four bytes, little endian. */
    void fixed(int n) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(n >>> shift);
        }
    }

    void bytes(byte[] bytes) {
        out.writeBytes(bytes);
    }

    void bytes(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.get(buffer.position(), copy);
        out.writeBytes(copy);
    }

    /** A name as WebAssembly writes one: length, UTF-8. */
    void name(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8);
    }

    /** A custom section. */
    void section(String name, ImageOutput content) {
        ImageOutput payload = new ImageOutput();
        payload.name(name);
        payload.bytes(content.toByteArray());
        octet(0);
        number(payload.out.size());
        bytes(payload.toByteArray());
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
