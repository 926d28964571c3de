package org.ledgejs.wasm.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A custom section of a module. The engine keeps one section a name; JavaScript may ask for all of them.
 *
 * @param bytes the contents after the name; never handed out without a copy
 */
record CustomSection(String name, byte[] bytes) {

    private static final int HEADER_BYTES = 8;

    /** The custom sections of a module that has been found valid, in order. */
    static List<CustomSection> readAll(byte[] module) {
        List<CustomSection> sections = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(module).position(HEADER_BYTES);
        while (in.hasRemaining()) {
            int id = in.get();
            int size = readUnsigned(in);
            int end = Math.addExact(in.position(), size);
            if (id == 0) {
                byte[] name = new byte[readUnsigned(in)];
                in.get(name);
                byte[] contents = new byte[end - in.position()];
                in.get(contents);
                sections.add(new CustomSection(new String(name, StandardCharsets.UTF_8), contents));
            }
            in.position(end);
        }
        return List.copyOf(sections);
    }

    private static int readUnsigned(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
