package org.ledgejs.node.binding.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.TooLongFrameException;

/**
 * Reads the messages of one direction of a connection from whatever pieces its bytes come in, and tells a listener. It keeps what it cannot decide
 * yet. After an error it reads nothing more.
 */
final class HttpParser {
    private final boolean server;
    private final boolean lenient;
    private final int maxHeadSize;
    private final HttpListener listener;
    private final MessageDecoder decoder;
    /** Bytes that came and were not read yet. */
    private final ByteBuf kept = Unpooled.buffer(0);
    /** Decoded, not told yet. */
    private final ArrayDeque<Object> untold = new ArrayDeque<>();
    private final List<Object> decoded = new ArrayList<>();
    private boolean inMessage;
    private boolean inHead;
    /** The present message's body comes in chunks. */
    private boolean chunked;
    private final ChunkLines chunkLines = new ChunkLines();
    /** The piece that was decoded last began in trailers. */
    private boolean inTrailers;
    /** The input being decoded, and where of it the head has not been looked through yet. */
    private ByteBuf decoding;
    private int headFrom;
    private boolean lineEnded;
    /** After the last message nothing may come. */
    private boolean closing;
    private boolean untilEnd;
    /** What follows the present message is not HTTP. */
    private boolean otherProtocol;
    private boolean stopped;
    private boolean paused;
    private boolean running;
    private boolean finished;
    private HttpParseException failure;
    /** What the listener threw about a head, on its way through the decoder. */
    private RuntimeException thrown;

    /** @param maxHeadSize bytes a head may have */
    HttpParser(boolean server, int maxHeadSize, boolean lenient, HttpListener listener) {
        this.server = server;
        this.lenient = lenient;
        this.maxHeadSize = maxHeadSize;
        this.listener = listener;
        this.decoder = new MessageDecoder(server, maxHeadSize, lenient, new MessageDecoder.Heads() {
            @Override
            public void begin() {
                inMessage = true;
                inHead = true;
            }

            @Override
            public boolean head(HttpMessage message) {
                return HttpParser.this.head(message);
            }
        });
    }

    /**
     * Reads bytes.
     *
     * @return how many belong to HTTP: all, unless another protocol begins among them
     * @throws HttpParseException if it is not HTTP
     */
    int execute(byte[] bytes, int offset, int length) {
        if (failure != null) {
            throw failure.at(0);
        }
        if (stopped) {
            return 0;
        }
        int before = kept.readableBytes();
        boolean direct = before == 0 && !paused && !running;
        ByteBuf input = direct ? Unpooled.wrappedBuffer(bytes, offset, length) : kept.discardReadBytes().writeBytes(bytes, offset, length);
        if (running) {
            // Fed by its own listener: the outer call goes on with it.
            return length;
        }
        run(input, before);
        if (stopped) {
            int taken = input.readerIndex() - before;
            kept.clear();
            return taken;
        }
        if (direct && input.isReadable()) {
            kept.clear().writeBytes(input);
        }
        return length;
    }

    /** @param before how many bytes of the input came with earlier calls */
    private void run(ByteBuf input, int before) {
        running = true;
        int position = input.readerIndex();
        try {
            while (!paused && !stopped) {
                if (tell()) {
                    continue;
                }
                position = input.readerIndex();
                if (!inMessage && !atStartOfMessage(input) || !decode(input)) {
                    return;
                }
            }
        } catch (HttpParseException e) {
            failure = e.at(Math.max(position, e.bytesParsed()) - before);
            throw failure;
        } finally {
            running = false;
        }
    }

    /** Whether there may be a message: refuses at the first byte what can become none. */
    private boolean atStartOfMessage(ByteBuf input) {
        while (input.isReadable() && (input.getByte(input.readerIndex()) == '\r' || input.getByte(input.readerIndex()) == '\n')) {
            input.skipBytes(1);
        }
        if (!input.isReadable()) {
            return false;
        }
        if (closing) {
            throw new HttpParseException("HPE_CLOSED_CONNECTION", "Data after `Connection: close`").at(input.readerIndex());
        }
        if (server) {
            int wrong = Methods.mismatch(input);
            if (wrong >= 0) {
                throw new HttpParseException("HPE_INVALID_METHOD", "Invalid method encountered").at(input.readerIndex() + wrong);
            }
            return true;
        }
        String start = "HTTP/";
        for (int i = 0; i < start.length() && i < input.readableBytes(); i++) {
            if (input.getByte(input.readerIndex() + i) != start.charAt(i)) {
                throw new HttpParseException("HPE_INVALID_CONSTANT", "Expected HTTP/, RTSP/ or ICE/").at(input.readerIndex() + i);
            }
        }
        return true;
    }

    /** @return whether something was read */
    private boolean decode(ByteBuf input) {
        int before = input.readerIndex();
        boolean inChunks = chunked && !lenient;
        inTrailers = inChunks && chunkLines.isInTrailers();
        decoding = input;
        headFrom = before;
        try {
            decoder.decode(input, decoded);
            if (inChunks) {
                chunkLines.follow(input, before, input.readerIndex());
            } else if (inHead && server && !lenient) {
                checkFolding();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            decoding = null;
        }
        untold.addAll(decoded);
        boolean progress = !decoded.isEmpty() || input.readerIndex() > before;
        decoded.clear();
        return progress;
    }

    /** Tells the listener the next thing. @return whether there was one */
    private boolean tell() {
        Object next = untold.poll();
        if (next == null) {
            return false;
        }
        if (thrown != null) {
            RuntimeException fromListener = thrown;
            thrown = null;
            throw fromListener;
        }
        if (next instanceof HttpObject object && object.decoderResult().isFailure()) {
            throw toParseException(object.decoderResult().cause(), object);
        }
        if (next instanceof HttpContent content) {
            byte[] bytes = ByteBufUtil.getBytes(content.content());
            content.release();
            LastHttpContent last = content instanceof LastHttpContent l ? l : null;
            if (bytes.length > 0) {
                if (last != null) {
                    // Two things to tell, and the listener may pause after the first.
                    untold.addFirst(new End(trailers(last)));
                }
                listener.body(bytes);
            } else if (last != null) {
                complete(trailers(last));
            }
        } else if (next instanceof End end) {
            complete(end.trailers());
        }
        return true;
    }

    private record End(List<String> trailers) { }

    private static List<String> trailers(LastHttpContent last) {
        List<String> raw = new ArrayList<>();
        for (Entry<String, String> trailer : last.trailingHeaders()) {
            raw.add(trailer.getKey());
            raw.add(trailer.getValue());
        }
        return raw;
    }

    private void complete(List<String> trailers) {
        inMessage = false;
        untilEnd = false;
        chunked = false;
        stopped = otherProtocol;
        listener.complete(trailers);
    }

    /** Called by the decoder in the midst of its work. */
    private boolean head(HttpMessage message) {
        if (message.decoderResult() instanceof HttpMessageDecoderResult size && size.totalSize() > maxHeadSize) {
            throw headOverflow();
        }
        if (server && !lenient) {
            checkFolding();
        }
        Framing framing = new Framing(message, lenient);
        inHead = false;
        lineEnded = false;
        chunked = framing.isChunked();
        chunkLines.begin();
        untilEnd = framing.endsWithConnection();
        HttpListener.Body body;
        try {
            MessageHead head = framing.head();
            closing = !head.keepAlive() && !lenient;
            body = listener.head(head);
        } catch (RuntimeException e) {
            // The decoder would take it for an error in the message.
            thrown = e;
            throw e;
        }
        switch (body) {
            case OTHER_PROTOCOL -> otherProtocol = true;
            case NONE -> { }
            case EXPECTED -> {
                return framing.isBodiless();
            }
        }
        untilEnd = false;
        chunked = false;
        return true;
    }

    /** A line of a request's head that begins with white space continues the one before (RFC 9112 §5.2): servers that differ about it can be misled. */
    private void checkFolding() {
        for (int i = headFrom; i < decoding.readerIndex(); i++) {
            byte b = decoding.getByte(i);
            if (lineEnded && (b == ' ' || b == '\t')) {
                throw new HttpParseException("HPE_INVALID_HEADER_TOKEN", "Unexpected whitespace after header value").at(i);
            }
            lineEnded = b == '\n';
        }
        headFrom = decoding.readerIndex();
    }

    private static HttpParseException headOverflow() {
        return new HttpParseException("HPE_HEADER_OVERFLOW", "Header overflow");
    }

    private HttpParseException toParseException(Throwable cause, HttpObject failed) {
        boolean inBody = failed instanceof HttpContent;
        String text = cause.getMessage() + " " + (cause.getCause() == null ? "" : cause.getCause().getMessage());
        return switch (cause) {
            case HttpParseException e -> e;
            case TooLongFrameException e -> inBody && !inTrailers
                    ? new HttpParseException("HPE_CHUNK_EXTENSIONS_OVERFLOW", "Chunk extensions overflow") : headOverflow();
            case NumberFormatException e when inBody -> new HttpParseException("HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size");
            case RuntimeException e when text.startsWith("Multiple Content-Length") && failed instanceof HttpMessage message
                    && message.headers().getAll(HttpHeaderNames.CONTENT_LENGTH).size() > 1 ->
                    new HttpParseException("HPE_UNEXPECTED_CONTENT_LENGTH", "Duplicate Content-Length");
            case RuntimeException e when text.startsWith("Content-Length") || text.startsWith("Multiple Content-Length") ->
                    new HttpParseException("HPE_INVALID_CONTENT_LENGTH", "Invalid character in Content-Length");
            case RuntimeException e -> switch (e.getClass().getSimpleName()) {
                case "InvalidLineSeparatorException" -> new HttpParseException("HPE_CR_EXPECTED", "Missing expected CR after header value");
                case "InvalidChunkTerminationException" -> new HttpParseException("HPE_STRICT", "Expected LF after chunk data");
                case "InvalidChunkExtensionException" -> new HttpParseException("HPE_STRICT", "Expected LF after chunk size");
                default -> text.contains("prohibited character 0xd ") ? new HttpParseException("HPE_LF_EXPECTED", "Missing expected LF after header value")
                        : text.contains("header value") ? new HttpParseException("HPE_INVALID_HEADER_TOKEN", "Invalid header value char")
                        : new HttpParseException("HPE_INVALID_HEADER_TOKEN", "Invalid header token");
            };
            default -> new HttpParseException("HPE_INTERNAL", text);
        };
    }

    /** The end of input. @throws HttpParseException if it is in the midst of a message */
    void finish() {
        if (failure != null) {
            // It was told.
            return;
        }
        finished = true;
        if (stopped || paused) {
            return;
        }
        if (inMessage && untilEnd && !inHead) {
            complete(List.of());
        } else if (inMessage || kept.isReadable()) {
            failure = new HttpParseException("HPE_INVALID_EOF_STATE", "");
            throw failure;
        }
    }

    /** Tells nothing more until {@link #resume}. */
    void pause() {
        paused = true;
    }

    boolean isPaused() {
        return paused;
    }

    /** Ends a pause; {@link #proceed} tells what was kept. */
    void resume() {
        paused = false;
    }

    /** Goes on after a pause; what is wrong goes to the listener. @return whether something was read, and nothing wrong */
    boolean proceed() {
        if (running || paused || stopped || failure != null) {
            return false;
        }
        try {
            run(kept, 0);
            if (finished) {
                finish();
            }
            return true;
        } catch (HttpParseException e) {
            listener.error(e);
            return false;
        }
    }

    /** Whether a message has begun and not ended. */
    boolean isBusy() {
        return inMessage || kept.isReadable();
    }

    /** Bytes that came after the last message and belong to another protocol, if a pause kept them back. */
    byte[] takeRest() {
        byte[] rest = stopped ? ByteBufUtil.getBytes(kept) : new byte[0];
        if (stopped) {
            kept.clear();
        }
        return rest;
    }

    boolean isStopped() {
        return stopped;
    }
}
