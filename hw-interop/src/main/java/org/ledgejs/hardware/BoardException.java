package org.ledgejs.hardware;

/** A board description that cannot be read, or a pin, bus or device that a board does not have. */
public final class BoardException extends RuntimeException {

    public BoardException(String message) {
        super(message);
    }

    public BoardException(String message, Throwable cause) {
        super(message, cause);
    }
}
