package org.ledgejs.hardware.embedded;

import com.diozero.api.DeviceAlreadyOpenedException;
import com.diozero.api.NoSuchDeviceException;
import com.diozero.api.RuntimeIOException;
import java.util.Optional;
import org.ledgejs.hardware.Errno;

/** An error of an IO class, to be thrown to the program as the ECMAScript error its kind names. */
public final class EmbeddedException extends RuntimeException {

    /** Which constructor makes the program's error. */
    public enum Kind {
        /** {@code Error}: closed, in use, not readable or writable, refused by the hardware. */
        ERROR,
        /** {@code TypeError}: an option is missing or is of the wrong type. */
        TYPE_ERROR,
        /** {@code RangeError}: a value is out of its range. */
        RANGE_ERROR
    }

    private final Kind kind;
    private final Errno errno;

    private EmbeddedException(Kind kind, String message, Errno errno, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.errno = errno;
    }

    public static EmbeddedException error(String message) {
        return new EmbeddedException(Kind.ERROR, message, null, null);
    }

    public static EmbeddedException typeError(String message) {
        return new EmbeddedException(Kind.TYPE_ERROR, message, null, null);
    }

    public static EmbeddedException rangeError(String message) {
        return new EmbeddedException(Kind.RANGE_ERROR, message, null, null);
    }

    /** What diozero threw, in the program's terms. */
    public static EmbeddedException of(RuntimeException cause) {
        return switch (cause) {
            case EmbeddedException already -> already;
            case NoSuchDeviceException e -> new EmbeddedException(Kind.RANGE_ERROR, e.getMessage(), null, e);
            case DeviceAlreadyOpenedException e -> new EmbeddedException(Kind.ERROR, "in use: " + e.getMessage(), Errno.EBUSY, e);
            case RuntimeIOException e -> new EmbeddedException(Kind.ERROR, e.getMessage(), Errno.of(e).orElse(null), e);
            default -> new EmbeddedException(Kind.ERROR, String.valueOf(cause.getMessage()), null, cause);
        };
    }

    public Kind kind() {
        return kind;
    }

    /** The system's error, the program's {@code code}. */
    public Optional<Errno> errno() {
        return Optional.ofNullable(errno);
    }
}
