package org.ledgejs.node.binding.http;

import io.netty.buffer.ByteBuf;

/**
 * Follows the framing of a chunked body (RFC 9112 §7.1) over the bytes the decoder took, and refuses what that lets pass although others may read it
 * differently: white space around a size, control characters in extensions.
 */
final class ChunkLines {
    private static final int MAX_DIGITS = 16;

    private enum State { SIZE, EXTENSION, END_OF_LINE, DATA, AFTER_DATA, TRAILERS }

    private State state = State.SIZE;
    private int digits;
    private long size;
    private long left;

    /** A new body begins. */
    void begin() {
        state = State.SIZE;
        digits = 0;
        size = 0;
    }

    boolean isInTrailers() {
        return state == State.TRAILERS;
    }

    /** @throws HttpParseException at the first byte that is wrong */
    void follow(ByteBuf input, int from, int to) {
        int at = from;
        while (at < to && state != State.TRAILERS) {
            if (state == State.DATA) {
                int part = (int) Math.min(left, to - at);
                at += part;
                left -= part;
                if (left == 0) {
                    state = State.AFTER_DATA;
                    left = 2;
                }
            } else {
                step(input.getByte(at), at);
                at++;
            }
        }
    }

    private void step(byte b, int at) {
        switch (state) {
            case SIZE -> size(b, at);
            case EXTENSION -> {
                if (b == '\r') {
                    state = State.END_OF_LINE;
                } else if (b >= 0 && b < ' ' && b != '\t' || b == 0x7F) {
                    throw b == '\n' ? new HttpParseException("HPE_CR_EXPECTED", "Missing expected CR after chunk extension name").at(at)
                            : new HttpParseException("HPE_STRICT", "Invalid character in chunk extensions name").at(at);
                }
            }
            case END_OF_LINE -> endOfLine(b, at);
            case AFTER_DATA -> {
                if (b != (left == 2 ? '\r' : '\n')) {
                    throw b == '\n' ? new HttpParseException("HPE_CR_EXPECTED", "Missing expected CR after chunk data").at(at)
                            : new HttpParseException("HPE_STRICT", "Expected LF after chunk data").at(at);
                }
                if (--left == 0) {
                    begin();
                }
            }
            case DATA, TRAILERS -> throw new IllegalStateException();
        }
    }

    private void size(byte b, int at) {
        int digit = Character.digit(b, 16);
        if (digit >= 0 && digits < MAX_DIGITS) {
            digits++;
            size = size << 4 | digit;
        } else if (digits > 0 && b == ';') {
            state = State.EXTENSION;
        } else if (digits > 0 && b == '\r') {
            state = State.END_OF_LINE;
        } else if (digits > 0 && b == '\n') {
            throw new HttpParseException("HPE_CR_EXPECTED", "Missing expected CR after chunk size").at(at);
        } else {
            throw new HttpParseException("HPE_INVALID_CHUNK_SIZE", digit >= 0 ? "Chunk size overflow" : "Invalid character in chunk size").at(at);
        }
    }

    private void endOfLine(byte b, int at) {
        if (b != '\n') {
            throw new HttpParseException("HPE_STRICT", "Expected LF after chunk size").at(at);
        }
        left = size;
        state = size == 0 ? State.TRAILERS : State.DATA;
    }
}
