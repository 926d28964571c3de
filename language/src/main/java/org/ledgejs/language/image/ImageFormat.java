package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names and numbers of the format. */
final class ImageFormat {
    /** {@code \0asm}, version 1. */
    static final byte[] PREAMBLE = {0, 'a', 's', 'm', 1, 0, 0, 0};

    static final String HEADER = "ledge.header";
    static final String STRINGS = "ledge.strings";
    static final String SOURCES = "ledge.sources";
    static final String CODE = "ledge.code";
    static final String MODULES = "ledge.modules";
    static final String ASSETS = "ledge.assets";
    static final String PERMISSIONS = "ledge.permissions";
    static final String DIGEST = "ledge.digest";
    static final String PRODUCERS = "producers";
    static final String SIGNATURE = "signature";

    /** The digest algorithm of {@link #DIGEST}. */
    static final int SHA_256 = 1;
    static final int DIGEST_LENGTH = 32;

    private ImageFormat() { }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    static byte[] digest(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static byte[] digest(ByteBuffer first, ByteBuffer second) {
        MessageDigest digest = sha256();
        digest.update(first);
        digest.update(second);
        return digest.digest();
    }
}
