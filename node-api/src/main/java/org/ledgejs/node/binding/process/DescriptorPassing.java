package org.ledgejs.node.binding.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Descriptors that go along with bytes over a local socket, to another process: sendmsg(2) and recvmsg(2) with SCM_RIGHTS, one at a time. The layouts are
 * those of 64-bit Linux.
 */
public final class DescriptorPassing {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_RIGHTS = 1;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int MSG_CMSG_CLOEXEC = 0x40000000;
    private static final int HEADER = 16;
    /** Room for as many descriptors as anybody sends at once. */
    private static final int CONTROL = 256;

    /** @param count bytes read, 0 at the end, or a negative errno @param descriptor what came along, or -1 */
    public record Received(int count, int descriptor) { }

    private DescriptorPassing() { }

    private static MemorySegment message(Arena arena, MemorySegment buffer, long length, MemorySegment control, long controlLength) {
        MemorySegment vector = arena.allocate(16, 8);
        vector.set(ValueLayout.ADDRESS, 0, buffer);
        vector.set(LONG, 8, length);
        MemorySegment message = arena.allocate(56, 8);
        message.set(ValueLayout.ADDRESS, 16, vector);
        message.set(LONG, 24, 1);
        message.set(ValueLayout.ADDRESS, 32, control);
        message.set(LONG, 40, controlLength);
        return message;
    }

    /** @return how many of the bytes went out, with the descriptor if any did, or a negative errno */
    public static int send(int socket, MemorySegment buffer, long length, int descriptor) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment control = arena.allocate(HEADER + 8, 8);
            control.set(LONG, 0, HEADER + INT.byteSize());
            control.set(INT, 8, SOL_SOCKET);
            control.set(INT, 12, SCM_RIGHTS);
            control.set(INT, HEADER, descriptor);
            MemorySegment message = message(arena, buffer, length, control, control.byteSize());
            return LibC.call(state -> (long) LibC.function("sendmsg", -1, LONG, new MemoryLayout[] {INT, ValueLayout.ADDRESS, INT})
                    .invokeExact(state, socket, message, MSG_NOSIGNAL));
        }
    }

    /** Reads bytes and the descriptor with them; more than one nobody sends, the others are closed. */
    public static Received receive(int socket, MemorySegment buffer, long length) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment control = arena.allocate(CONTROL, 8);
            MemorySegment message = message(arena, buffer, length, control, CONTROL);
            int count = LibC.call(state -> (long) LibC.function("recvmsg", -1, LONG, new MemoryLayout[] {INT, ValueLayout.ADDRESS, INT})
                    .invokeExact(state, socket, message, MSG_CMSG_CLOEXEC));
            long got = message.get(LONG, 40);
            if (count <= 0 || got < HEADER + INT.byteSize() || control.get(INT, 8) != SOL_SOCKET || control.get(INT, 12) != SCM_RIGHTS) {
                return new Received(count, -1);
            }
            long end = Math.min(control.get(LONG, 0), CONTROL);
            for (long at = HEADER + INT.byteSize(); at + INT.byteSize() <= end; at += INT.byteSize()) {
                Descriptors.close(control.get(INT, at));
            }
            return new Received(count, control.get(INT, HEADER));
        }
    }
}
