package org.ledgejs.node.binding.http;

/** Input that is no HTTP, with the codes of llhttp that programs know. */
@SuppressWarnings("serial")
final class HttpParseException extends RuntimeException {
    private final String code;
    private int bytesParsed;

    HttpParseException(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    /** "HPE_INVALID_METHOD" and so on. */
    String code() {
        return code;
    }

    /** Bytes of the last input before the line, or the part of it, that is wrong. */
    int bytesParsed() {
        return bytesParsed;
    }

    HttpParseException at(int position) {
        bytesParsed = Math.max(0, position);
        return this;
    }
}
