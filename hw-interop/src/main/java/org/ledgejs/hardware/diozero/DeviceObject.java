package org.ledgejs.hardware.diozero;

import com.diozero.api.DeviceInterface;
import com.diozero.api.DigitalOutputDevice;
import com.diozero.api.GpioInputDevice;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Fallback;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.utilities.TriState;
import java.lang.reflect.Method;
import java.util.List;
import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.hardware.embedded.EmbeddedException;

/**
 * A diozero object as a value of the language: a device, an event, a constant. Two values of the same object are
 * identical.
 */
@ExportLibrary(InteropLibrary.class)
final class DeviceObject implements TruffleObject, AutoCloseable {

    private final HardwareContext hardware;
    private final Object java;
    private final InputHandlers handlers;
    private final Blinking blinking;

    DeviceObject(HardwareContext hardware, Object java) {
        this.hardware = hardware;
        this.java = java;
        this.handlers = java instanceof GpioInputDevice<?> input ? new InputHandlers(hardware, input) : null;
        this.blinking = java instanceof DigitalOutputDevice output ? new Blinking(hardware, output) : null;
    }

    Object java() {
        return java;
    }

    /** Closes a device, and lets the event loop end. */
    @Override
    public void close() {
        if (handlers != null) {
            handlers.clear();
        }
        if (blinking != null) {
            blinking.ended();
        }
        if (java instanceof DeviceInterface device) {
            hardware.closed(this);
            device.close();
        }
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return new DeviceArray(members().names().toArray());
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return isMemberInvocable(member) || members().getter(member) != null;
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        if (isMemberInvocable(member)) {
            return new DeviceMethod(this, member);
        }
        Method getter = members().getter(member);
        if (getter == null) {
            throw UnknownIdentifierException.create(member);
        }
        return new Invocation(hardware, java, member).run(List.of(getter));
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberModifiable(String member) {
        return !members().setters(member).isEmpty();
    }

    @ExportMessage
    boolean isMemberInsertable(@SuppressWarnings("unused") String member) {
        return false;
    }

    @ExportMessage
    @TruffleBoundary
    void writeMember(String member, Object value) throws UnknownIdentifierException {
        List<Method> setters = members().setters(member);
        if (setters.isEmpty()) {
            throw UnknownIdentifierException.create(member);
        }
        new Invocation(hardware, java, member).run(setters, value);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberInvocable(String member) {
        return !members().methods(member).isEmpty();
    }

    @ExportMessage
    @TruffleBoundary
    Object invokeMember(String member, Object[] arguments) throws UnknownIdentifierException {
        if (!isMemberInvocable(member)) {
            throw UnknownIdentifierException.create(member);
        }
        return call(member, arguments);
    }

    /** Calls a method; those that take functions or end a device go through what keeps the event loop alive. */
    Object call(String name, Object[] arguments) {
        if (name.equals("close") && arguments.length == 0) {
            try {
                close();
            } catch (RuntimeException e) {
                throw hardware.agent().error(EmbeddedException.of(e));
            }
            return hardware.agent().undefined();
        }
        try {
            if (handlers != null && handlers.take(name, arguments)
                    || blinking != null && blinking.take(name, arguments)) {
                return hardware.agent().undefined();
            }
        } catch (RuntimeException e) {
            throw hardware.agent().error(EmbeddedException.of(e));
        }
        return new Invocation(hardware, java, name).run(members().methods(name), arguments);
    }

    private DeviceMembers members() {
        return DeviceMembers.of(java.getClass());
    }

    @ExportMessage
    static final class IsIdenticalOrUndefined {
        @Specialization
        static TriState object(DeviceObject receiver, DeviceObject other) {
            return TriState.valueOf(receiver.java == other.java);
        }

        @Fallback
        static TriState other(@SuppressWarnings("unused") DeviceObject receiver, @SuppressWarnings("unused") Object other) {
            return TriState.UNDEFINED;
        }
    }

    @ExportMessage
    @TruffleBoundary
    int identityHashCode() {
        return System.identityHashCode(java);
    }

    @ExportMessage
    @TruffleBoundary
    Object toDisplayString(@SuppressWarnings("unused") boolean allowSideEffects) {
        return java instanceof Enum<?> constant ? constant.name() : java.getClass().getSimpleName();
    }
}
