package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.ArrayList;
import java.util.List;

/** A function of a program that notes its calls. */
@ExportLibrary(InteropLibrary.class)
final class Function implements TruffleObject {

    final List<Object[]> calls = new ArrayList<>();
    Thread thread;

    @ExportMessage
    boolean isExecutable() {
        return true;
    }

    @ExportMessage
    Object execute(Object[] arguments) {
        calls.add(arguments);
        thread = Thread.currentThread();
        return 0;
    }
}
