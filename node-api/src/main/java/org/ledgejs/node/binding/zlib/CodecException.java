package org.ledgejs.node.binding.zlib;

/** A failure as the program sees it: message, number and code of zlib or of the other formats. */
final class CodecException extends Exception {
    private static final long serialVersionUID = 1L;
    static final int NEED_DICT = 2;
    static final int STREAM_ERROR = -2;
    static final int DATA_ERROR = -3;
    static final int BUF_ERROR = -5;

    private final int errno;
    private final String code;

    CodecException(String message, int errno, String code) {
        super(message, null, false, false);
        this.errno = errno;
        this.code = code;
    }

    static CodecException data(String message) {
        return new CodecException(message, DATA_ERROR, "Z_DATA_ERROR");
    }

    static CodecException dictionary(String message) {
        return new CodecException(message, NEED_DICT, "Z_NEED_DICT");
    }

    static CodecException truncated() {
        return new CodecException("unexpected end of file", BUF_ERROR, "Z_BUF_ERROR");
    }

    int errno() {
        return errno;
    }

    String code() {
        return code;
    }
}
