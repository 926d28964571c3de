package org.ledgejs.node.binding.http;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import org.ledgejs.node.loop.QuietNetty;

/**
 * Netty's decoder of HTTP/1 as a function from bytes to objects, without a channel. It asks who listens about each head at the moment it is complete,
 * before anything after it is read. Where Netty is more tolerant of start lines than Node.js, it refuses what Node.js does.
 */
final class MessageDecoder extends HttpObjectDecoder {
    private static final int STATUS_DIGITS = 3;

    static {
        QuietNetty.prepare();
    }

    /** What decides about the body of a message. */
    interface Heads {
        /** A start line was read. */
        void begin();

        /** @return whether no body follows */
        boolean head(HttpMessage message);
    }

    private final boolean server;
    private final boolean lenient;
    private final Heads heads;
    private int end;

    /** @param maxHeadSize bytes a head may have */
    MessageDecoder(boolean server, int maxHeadSize, boolean lenient, Heads heads) {
        super(config(maxHeadSize, lenient));
        this.server = server;
        this.lenient = lenient;
        this.heads = heads;
    }

    private static HttpDecoderConfig config(int maxHeadSize, boolean lenient) {
        HttpDecoderConfig config = new HttpDecoderConfig().setMaxInitialLineLength(maxHeadSize).setMaxHeaderSize(maxHeadSize)
                .setMaxChunkSize(Integer.MAX_VALUE).setStrictLineParsing(!lenient);
        if (lenient) {
            config.setHeadersFactory(DefaultHttpHeadersFactory.headersFactory().withValidation(false));
            config.setTrailersFactory(DefaultHttpHeadersFactory.trailersFactory().withValidation(false));
        }
        return config;
    }

    /** Decodes the next piece, if it is all there. Nothing was read and nothing given if it is not. */
    void decode(ByteBuf input, List<Object> out) throws Exception {
        decode(null, input, out);
    }

    // Start lines: one space between the parts.

    @Override
    protected String splitFirstWordInitialLine(byte[] line, int start, int length) {
        end = start + length;
        return super.splitFirstWordInitialLine(line, start, length);
    }

    @Override
    protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
        requireOneSpace(line, start);
        end = start + length;
        return super.splitSecondWordInitialLine(line, start, length);
    }

    @Override
    protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
        requireOneSpace(line, start);
        return super.splitThirdWordInitialLine(line, start, length);
    }

    private void requireOneSpace(byte[] line, int start) {
        if (!lenient && (start != end + 1 || line[end] != ' ')) {
            throw server ? new HttpParseException("HPE_INVALID_URL", "Invalid characters in url")
                    : new HttpParseException("HPE_INVALID_CONSTANT", "Unexpected space in start line");
        }
    }

    @Override
    protected HttpMessage createMessage(String[] line) {
        heads.begin();
        return server ? request(line[0], line[1], line[2]) : response(line[0], line[1], line[2]);
    }

    private HttpMessage request(String method, String url, String version) {
        if (!Methods.NAMES.contains(method)) {
            throw new HttpParseException("HPE_INVALID_METHOD", "Invalid method encountered");
        }
        if (!validTarget(method, url)) {
            throw new HttpParseException("HPE_INVALID_URL", "Invalid characters in url");
        }
        return new DefaultHttpRequest(version(version), HttpMethod.valueOf(method), url, headersFactory);
    }

    private boolean validTarget(String method, String url) {
        if (url.isEmpty()) {
            return false;
        }
        char first = url.charAt(0);
        if (!method.equals("CONNECT") && first != '/' && first != '*' && !Character.isLetter(first)) {
            return false;
        }
        return url.chars().allMatch(c -> c > ' ' && (lenient || c < 0x7F));
    }

    private HttpMessage response(String version, String code, String reason) {
        HttpVersion parsed = version(version);
        if (code.length() != STATUS_DIGITS || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new HttpParseException("HPE_INVALID_STATUS", "Invalid status code");
        }
        return new DefaultHttpResponse(parsed, new HttpResponseStatus(Integer.parseInt(code), reason), headersFactory);
    }

    private static HttpVersion version(String text) {
        if (!text.startsWith("HTTP/")) {
            throw new HttpParseException("HPE_INVALID_CONSTANT", "Expected HTTP/");
        }
        return switch (text.substring("HTTP/".length())) {
            case "1.1" -> HttpVersion.HTTP_1_1;
            case "1.0" -> HttpVersion.HTTP_1_0;
            case "0.9" -> new HttpVersion("HTTP", 0, 9, false);
            case "2.0" -> new HttpVersion("HTTP", 2, 0, true);
            default -> throw new HttpParseException("HPE_INVALID_VERSION", "Invalid HTTP version");
        };
    }

    @Override
    protected HttpMessage createInvalidMessage() {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/");
    }

    @Override
    protected boolean isDecodingRequest() {
        return server;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return heads.head(message);
    }

    /** The listener knows, and stops reading. */
    @Override
    protected boolean isSwitchingToNonHttp1Protocol(HttpResponse message) {
        return false;
    }
}
