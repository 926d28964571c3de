package org.ledgejs.node.binding.script;

import java.util.Map;
import java.util.WeakHashMap;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.node.NodeRuntime;

/** Further realms of a context, by their global objects. */
final class ScriptRealms {
    private final Agent agent;
    private final Map<JSObject, Realm> realms = new WeakHashMap<>();

    private ScriptRealms(Agent agent) {
        this.agent = agent;
    }

    static ScriptRealms of(Agent agent) {
        return agent.attachment(ScriptRealms.class, () -> new ScriptRealms(agent));
    }

    /** A new realm. @return its global object */
    JSObject create() {
        Realm realm = agent.createRealm();
        realms.put(realm.globalObject(), realm);
        return realm.globalObject();
    }

    /** The realm of a global object, or null. */
    Realm find(Object global) {
        Realm main = NodeRuntime.of(agent.currentRealm()).realm();
        return global == main.globalObject() ? main : global instanceof JSObject object ? realms.get(object) : null;
    }
}
