package org.ledgejs.language.image;

/** A file that is no image this Ledge can run: damaged, cut off, made by a newer version, or no image at all. */
public final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImageException(String message) {
        super(message);
    }

    ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
