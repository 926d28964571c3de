package org.ledgejs.node;

import java.util.List;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.node.command.Commands;

/** Node's part of a context. Touching one of its globals, or running a program, starts it; until then it costs nothing. */
public final class NodeExtension implements HostExtension {

    @Override
    public PropertyTable globals() {
        return NodeGlobals.TABLE;
    }

    @Override
    public PropertyTable errorStatics() {
        return NodeGlobals.ERROR;
    }

    /** The keys of what Node adds to a global object. */
    public static List<Object> globalNames() {
        return NodeGlobals.TABLE.valueKeys();
    }

    @Override
    public Integer run(Realm realm, String command, String text) {
        return Commands.run(NodeRuntime.of(realm), command, text);
    }
}
