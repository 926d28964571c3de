package org.ledgejs.hardware.js;

import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;

/** An instance of an IO class: the object of the program and the device behind it. */
final class DeviceInstance<T extends AutoCloseable> extends JSObject {
    private final String className;
    private final T device;
    private HardwareContext.Hold hold;

    DeviceInstance(JSObject prototype, String className, T device) {
        super(ROOT, prototype);
        this.className = className;
        this.device = device;
    }

    /** Keeps the event loop alive until {@link #release}. */
    void hold(HardwareContext.Hold newHold) {
        hold = newHold;
    }

    void release() {
        if (hold != null) {
            hold.release();
        }
    }

    T device() {
        return device;
    }

    @Override
    public String className() {
        return className;
    }

    /** The device of a receiver. @throws org.ledgejs.language.runtime.JSException TypeError for any other object */
    static <T extends AutoCloseable> T require(Object value, Class<T> type, String className) {
        if (value instanceof DeviceInstance<?> instance && type.isInstance(instance.device)) {
            return type.cast(instance.device);
        }
        throw Errors.typeError("this is no instance of " + className);
    }
}
