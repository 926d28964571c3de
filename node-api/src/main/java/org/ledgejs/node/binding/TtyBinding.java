package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.process.LibC;
import org.ledgejs.node.binding.process.SignalHandle;
import org.ledgejs.node.binding.process.Terminal;

/** Binding {@code tty}: the process's terminal. */
final class TtyBinding {
    private static final int SIGWINCH = 28;

    static final PropertyTable TABLE = HandleFunctions.addTo(new PropertyTable()
            .method("isTTY", 1, (realm, thisValue, args) -> isTerminal(realm.agent(), args.get(0)))
            .method("getWindowSize", 1, (realm, thisValue, args) -> {
                int[] size = isTerminal(realm.agent(), args.get(0)) ? LibC.windowSize(Conversions.toInt32(args.get(0))) : null;
                return size == null ? Undefined.INSTANCE : JSArray.create(realm, size);
            })
            .method("setRawMode", 2, (realm, thisValue, args) -> isTerminal(realm.agent(), args.get(0))
                    ? Terminal.of(realm.agent()).setRaw(Conversions.toInt32(args.get(0)), Conversions.toBoolean(args.get(1))) : UvErrors.ENOTTY)
            .method("onResize", 1, (realm, thisValue, args) -> new SignalHandle(NodeRuntime.of(realm), SIGWINCH, args.get(0))));

    private TtyBinding() { }

    private static boolean isTerminal(Agent agent, Object fd) {
        return StandardStreams.isTerminal(agent, Conversions.toInt32(fd));
    }
}
