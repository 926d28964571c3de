package org.ledgejs.node.command;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.ConsoleBinding;
import org.ledgejs.node.binding.StandardStreams;

import com.oracle.truffle.api.strings.TruffleString;

/**
 * A primitive as console.log prints it, without the console: {@code ledge -p 1+1} needs none of the modules that display
 * objects.
 */
final class PrimitiveLine {
    private PrimitiveLine() { }

    /** @return false, and prints nothing, for other values and for terminals, where values have colours */
    static boolean print(Agent agent, Object value) {
        String text = text(value);
        if (text == null || StandardStreams.isTerminal(agent, 1)) {
            return false;
        }
        ConsoleBinding.printLine(agent, 1, text);
        return true;
    }

    private static String text(Object value) {
        if (value instanceof Double d && d == 0 && 1 / d < 0) {
            return "-0";
        }
        if (value instanceof BigInt) {
            return Conversions.toJavaString(value) + "n";
        }
        return value instanceof TruffleString || value instanceof Number || value instanceof Boolean || value == Undefined.INSTANCE
                || value == Null.INSTANCE ? Conversions.toJavaString(value) : null;
    }
}
