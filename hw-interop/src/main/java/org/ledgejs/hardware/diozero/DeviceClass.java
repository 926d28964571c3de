package org.ledgejs.hardware.diozero;

import com.diozero.api.DeviceInterface;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.hardware.embedded.EmbeddedException;

/** A class of diozero that makes its instances on the agent's board. */
@ExportLibrary(InteropLibrary.class)
final class DeviceClass implements TruffleObject {

    /** Makes a device; what it throws becomes the program's error. */
    @FunctionalInterface
    interface Constructor {
        DeviceInterface create(HardwareContext hardware, Arguments arguments);
    }

    private final HardwareContext hardware;
    private final Class<?> type;
    private final Constructor constructor;

    DeviceClass(HardwareContext hardware, Class<?> type, Constructor constructor) {
        this.hardware = hardware;
        this.type = type;
        this.constructor = constructor;
    }

    @ExportMessage
    boolean isInstantiable() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object instantiate(Object[] arguments) {
        DeviceInterface device;
        try {
            Object undefined = hardware.agent().undefined();
            device = constructor.create(hardware, new Arguments("new " + type.getSimpleName(), arguments, undefined));
        } catch (RuntimeException e) {
            throw hardware.agent().error(EmbeddedException.of(e));
        }
        DeviceObject object = new DeviceObject(hardware, device);
        hardware.opened(object);
        return object;
    }

    @ExportMessage
    boolean isMetaObject() {
        return true;
    }

    @ExportMessage
    Object getMetaQualifiedName() {
        return type.getName();
    }

    @ExportMessage
    Object getMetaSimpleName() {
        return type.getSimpleName();
    }

    @ExportMessage
    boolean isMetaInstance(Object instance) {
        return instance instanceof DeviceObject object && type.isInstance(object.java());
    }

    @ExportMessage
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return "class " + type.getSimpleName();
    }
}
