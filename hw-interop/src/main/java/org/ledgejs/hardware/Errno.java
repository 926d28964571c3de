package org.ledgejs.hardware;

import com.diozero.api.I2CException;
import com.diozero.api.RuntimeIOException;
import java.util.Optional;

/** The Linux error numbers that drivers of pins and buses answer with, with the texts of {@code strerror}. */
public enum Errno {
    ENOENT(2, "No such file or directory"),
    EIO(5, "Input/output error"),
    ENXIO(6, "No such device or address"),
    EAGAIN(11, "Resource temporarily unavailable"),
    EACCES(13, "Permission denied"),
    EBUSY(16, "Device or resource busy"),
    ENODEV(19, "No such device"),
    EINVAL(22, "Invalid argument"),
    EOPNOTSUPP(95, "Operation not supported"),
    ETIMEDOUT(110, "Connection timed out"),
    EREMOTEIO(121, "Remote I/O error");

    private final int number;
    private final String text;

    Errno(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The positive number, as in {@code errno.h}. */
    public int number() {
        return number;
    }

    /** An exception as diozero throws it: {@link RuntimeIOException#getError()} is the negated number. */
    public RuntimeIOException exception(String doing) {
        return new RuntimeIOException(message(doing), -number);
    }

    /** The same as diozero's exception for I2C. */
    public I2CException i2cException(String doing) {
        return new I2CException(message(doing), -number);
    }

    private String message(String doing) {
        return name() + ": " + text + ", " + doing;
    }

    /** The error a diozero exception carries, if it carries one of these. */
    public static Optional<Errno> of(RuntimeIOException exception) {
        int number = Math.abs(exception.getError());
        for (Errno errno : values()) {
            if (errno.number == number) {
                return Optional.of(errno);
            }
        }
        return Optional.empty();
    }
}
