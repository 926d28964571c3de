package org.ledgejs.node.binding.script;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PrivateName;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.node.NodeExtension;
import org.ledgejs.node.NodeRuntime;

/** Further realms of a context. An object that has one carries it hidden, so that both go together. */
public final class ScriptRealms {
    private static final PrivateName.Key REALM = new PrivateName.Key();

    private static final Object CONSOLE = PropertyKey.of("console");

    private final Agent agent;
    /** Realms that compile no strings. */
    private final Set<Realm> withoutStrings = Collections.newSetFromMap(new WeakHashMap<>());

    private ScriptRealms(Agent agent) {
        this.agent = agent;
    }

    public static ScriptRealms of(Agent agent) {
        return agent.attachment(ScriptRealms.class, () -> new ScriptRealms(agent));
    }

    /** A new realm. @return its global object */
    JSObject create() {
        Realm realm = agent.createRealm();
        remember(realm.globalObject(), realm);
        return realm.globalObject();
    }

    /**
     * A new realm without Node's globals.
     *
     * @param object what is to be its global object to scripts, or undefined for an ordinary one
     * @param strings whether it compiles strings
     * @return the object by which it is known
     */
    JSObject createContext(Object object, boolean strings) {
        JSObject known = object instanceof JSObject given ? given : null;
        Realm realm = known == null ? agent.createRealm() : agent.createRealm(library -> new ContextGlobal(known, withTag(withoutNode(library), known)));
        if (known == null) {
            withoutNode(realm.globalObject());
        }
        if (!strings) {
            withoutStrings.add(realm);
        }
        JSObject name = known == null ? realm.globalObject() : known;
        remember(name, realm);
        return name;
    }

    private static JSObject withoutNode(JSObject global) {
        for (Object key : NodeExtension.globalNames()) {
            // V8 has a console everywhere.
            if (!key.equals(CONSOLE)) {
                global.delete(key);
            }
        }
        return global;
    }

    private static JSObject withTag(JSObject global, JSObject object) {
        if (!object.className().equals("Object")) {
            global.define(Symbol.TO_STRING_TAG, Strings.of(object.className()), PropertyFlags.CONFIGURABLE_ONLY);
        }
        return global;
    }

    private static void remember(JSObject object, Realm realm) {
        Properties.put(object, REALM, realm, PropertyFlags.NOT_ENUMERABLE);
    }

    /** The realm of a global object or of the object it was made for, or null. */
    Realm find(Object global) {
        Realm main = NodeRuntime.of(agent.currentRealm()).realm();
        return global instanceof JSObject object && Properties.read(object, REALM) instanceof Realm realm ? realm : global == main.globalObject() ? main : null;
    }

    /** Whether an object is known by a realm that was made for it, or as its global object. */
    static boolean isContext(Object object) {
        return object instanceof JSObject known && Properties.read(known, REALM) instanceof Realm;
    }

    /** Whether the realm may compile strings. */
    public boolean compilesStrings(Realm realm) {
        return !withoutStrings.contains(realm);
    }
}
