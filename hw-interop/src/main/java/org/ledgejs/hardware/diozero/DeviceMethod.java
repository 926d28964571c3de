package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** A method read from a device, bound to it. */
@ExportLibrary(InteropLibrary.class)
final class DeviceMethod implements TruffleObject {

    private final DeviceObject device;
    private final String name;

    DeviceMethod(DeviceObject device, String name) {
        this.device = device;
        this.name = name;
    }

    @ExportMessage
    boolean isExecutable() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object execute(Object[] arguments) {
        return device.call(name, arguments);
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return name + "()";
    }
}
