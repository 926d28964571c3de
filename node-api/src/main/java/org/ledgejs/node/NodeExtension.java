package org.ledgejs.node;

import java.util.List;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.node.command.Commands;

/** Node's part of a context. Touching one of its globals, or running a program, starts it; until then it costs nothing. */
public final class NodeExtension implements HostExtension {
    /** Globals that exist before Node has started; its bootstrap replaces them all by its own. */
    private static final List<String> GLOBALS = List.of("AbortController", "AbortSignal", "Buffer", "Event", "EventTarget", "TextDecoder",
            "TextEncoder", "URL", "URLSearchParams", "atob", "btoa", "clearImmediate", "clearInterval", "clearTimeout", "console", "global",
            "performance", "process", "queueMicrotask", "setImmediate", "setInterval", "setTimeout", "structuredClone");

    @Override
    public void globals(Realm realm, PropertyTable globals) {
        for (String name : GLOBALS) {
            globals.lazy(name, r -> {
                NodeRuntime.of(r);
                return r.globalObject().get(PropertyKey.of(name));
            }, PropertyFlags.NOT_ENUMERABLE);
        }
    }

    /** Takes the globals away that only stand for Node's own: before its bootstrap defines those. */
    static void removePlaceholders(Realm realm) {
        for (String name : GLOBALS) {
            if (Properties.stored(realm.globalObject(), PropertyKey.of(name)) instanceof LazyValue) {
                Properties.remove(realm.globalObject(), PropertyKey.of(name));
            }
        }
    }

    @Override
    public Integer run(Realm realm, String command, String text) {
        return Commands.run(NodeRuntime.of(realm), command, text);
    }
}
