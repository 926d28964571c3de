package org.ledgejs.node.binding.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;

/** What a head says about the end of its message and of its connection (RFC 9112 §6, §9). */
final class Framing {
    private final HttpMessage message;
    private final HttpHeaders headers;
    private final boolean request;
    private final boolean chunked;

    /** @throws HttpParseException if the length of the body is ambiguous */
    Framing(HttpMessage message, boolean lenient) {
        this.message = message;
        this.headers = message.headers();
        this.request = message instanceof HttpRequest;
        List<String> codings = tokens(HttpHeaderNames.TRANSFER_ENCODING);
        this.chunked = !codings.isEmpty() && codings.getLast().equals("chunked");
        if (codings.isEmpty() || lenient) {
            return;
        }
        if (codings.contains("chunked") && codings.indexOf("chunked") < codings.size() - 1) {
            throw new HttpParseException("HPE_INVALID_TRANSFER_ENCODING", "Invalid `Transfer-Encoding` header value");
        }
        if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            throw lengthFirst() ? new HttpParseException("HPE_INVALID_TRANSFER_ENCODING", "Transfer-Encoding can't be present with Content-Length")
                    : new HttpParseException("HPE_UNEXPECTED_CONTENT_LENGTH", "Content-Length can't be present with Transfer-Encoding");
        }
        // Without chunks a request's body has no end.
        if (!chunked && request) {
            throw new HttpParseException("HPE_INVALID_TRANSFER_ENCODING", "Request has invalid `Transfer-Encoding`");
        }
    }

    private boolean lengthFirst() {
        for (Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase("content-length")) {
                return true;
            }
            if (header.getKey().equalsIgnoreCase("transfer-encoding")) {
                return false;
            }
        }
        return false;
    }

    /** The elements of a list header, in lower case. */
    private List<String> tokens(CharSequence name) {
        List<String> result = new ArrayList<>();
        for (String value : headers.getAll(name)) {
            for (String token : value.split(",")) {
                if (!token.isBlank()) {
                    result.add(token.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return result;
    }

    private int status() {
        return message instanceof HttpResponse response ? response.status().code() : 0;
    }

    /** 1xx, 204 and 304 have no body. */
    boolean isBodiless() {
        int status = status();
        return !request && (status / 100 == 1 || status == 204 || status == 304);
    }

    /** The body ends with the connection. */
    boolean endsWithConnection() {
        return !request && !isBodiless() && !chunked && !headers.contains(HttpHeaderNames.CONTENT_LENGTH);
    }

    boolean isChunked() {
        return chunked;
    }

    MessageHead head() {
        List<String> raw = new ArrayList<>(2 * headers.size());
        for (Entry<String, String> header : headers) {
            raw.add(header.getKey());
            raw.add(header.getValue());
        }
        List<String> connection = tokens(HttpHeaderNames.CONNECTION);
        boolean named = headers.contains(HttpHeaderNames.UPGRADE) && connection.contains("upgrade");
        int major = message.protocolVersion().majorVersion();
        int minor = message.protocolVersion().minorVersion();
        boolean persistent = major > 0 && minor > 0 ? !connection.contains("close") : connection.contains("keep-alive");
        boolean keepAlive = persistent && !endsWithConnection();
        return switch (message) {
            case HttpRequest r -> new MessageHead(major, minor, raw, r.method().name(), r.uri(), 0, null,
                    named || r.method().name().equals("CONNECT"), keepAlive);
            case HttpResponse r -> new MessageHead(major, minor, raw, null, null, r.status().code(), r.status().reasonPhrase(),
                    named && r.status().code() == 101, keepAlive);
            default -> throw new IllegalStateException();
        };
    }
}
