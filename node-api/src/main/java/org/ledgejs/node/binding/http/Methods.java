package org.ledgejs.node.binding.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;

/** The methods a request may have. */
final class Methods {
    static final List<String> NAMES = List.of("DELETE", "GET", "HEAD", "POST", "PUT", "CONNECT", "OPTIONS", "TRACE", "COPY", "LOCK", "MKCOL", "MOVE",
            "PROPFIND", "PROPPATCH", "SEARCH", "UNLOCK", "BIND", "REBIND", "UNBIND", "ACL", "REPORT", "MKACTIVITY", "CHECKOUT", "MERGE", "M-SEARCH",
            "NOTIFY", "SUBSCRIBE", "UNSUBSCRIBE", "PATCH", "PURGE", "MKCALENDAR", "LINK", "UNLINK", "SOURCE", "QUERY");

    private static final byte[][] STARTS = NAMES.stream().map(name -> (name + " ").getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);

    private Methods() { }

    /**
     * How far the input begins as some method and the space after it.
     *
     * @return -1 if it does as far as it goes, else the index, from the reader's, of the first byte that fits none
     */
    static int mismatch(ByteBuf input) {
        int best = 0;
        int length = input.readableBytes();
        for (byte[] start : STARTS) {
            int i = 0;
            while (i < start.length && i < length && input.getByte(input.readerIndex() + i) == start[i]) {
                i++;
            }
            if (i == start.length || i == length) {
                return -1;
            }
            best = Math.max(best, i);
        }
        return best;
    }
}
