package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ledgejs.hardware.HardwareContext;

/** An enum of diozero with its constants as members. */
@ExportLibrary(InteropLibrary.class)
final class DeviceConstants implements TruffleObject {

    private final Class<? extends Enum<?>> type;
    private final Map<String, DeviceObject> constants = new LinkedHashMap<>();

    DeviceConstants(HardwareContext hardware, Class<? extends Enum<?>> type) {
        this.type = type;
        for (Enum<?> constant : type.getEnumConstants()) {
            constants.put(constant.name(), new DeviceObject(hardware, constant));
        }
    }

    @ExportMessage
    boolean hasMembers() {
        return true;
    }

    @ExportMessage
    @TruffleBoundary
    Object getMembers(@SuppressWarnings("unused") boolean includeInternal) {
        return new DeviceArray(constants.keySet().toArray());
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMemberReadable(String member) {
        return constants.containsKey(member);
    }

    @ExportMessage
    @TruffleBoundary
    Object readMember(String member) throws UnknownIdentifierException {
        DeviceObject constant = constants.get(member);
        if (constant == null) {
            throw UnknownIdentifierException.create(member);
        }
        return constant;
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
        return "enum " + type.getSimpleName();
    }
}
