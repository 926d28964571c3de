package org.ledgejs.language.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * A realm (ECMA-262 §9.3): intrinsics, global object, script scope. An intrinsic exists from the moment it is first
 * asked for.
 */
public final class Realm {
    private final Agent agent;
    private final JSObject[] intrinsics = new JSObject[Intrinsic.COUNT];
    private final GlobalScope globalScope;
    /** [[TemplateMap]] by code unit, then place in it. */
    private final Map<Object, Map<Integer, JSObject>> templateObjects = new WeakHashMap<>();
    private JSObject globalObject;
    /** Variables of scripts where the global object is the host's own: its properties may be more changeable than variables. Else null. */
    private Set<Object> variables;

    Realm(Agent agent) {
        this.agent = agent;
        this.globalScope = new GlobalScope();
    }

    /** The running execution context's realm. @param node an adopted node for a constant context, or null */
    public static Realm get(Node node) {
        return Agent.get(node).currentRealm();
    }

    public Agent agent() {
        return agent;
    }

    /** An intrinsic, created at its first use. */
    public JSObject intrinsic(Intrinsic which) {
        JSObject object = intrinsics[which.ordinal()];
        if (object == null) {
            object = create(which);
        }
        return object;
    }

    /** An intrinsic if something asked for it before, or null. */
    JSObject intrinsicIfMade(Intrinsic which) {
        return intrinsics[which.ordinal()];
    }

    @TruffleBoundary
    private JSObject create(Intrinsic which) {
        JSObject object;
        try {
            StackRoom.require();
            object = agent.intrinsics().create(this, which);
        } catch (Throwable t) {
            // Half made, for want of stack perhaps: the next one who asks finds nothing.
            intrinsics[which.ordinal()] = null;
            throw t;
        }
        // Its creation may have needed itself (a prototype and its constructor refer to each other).
        if (intrinsics[which.ordinal()] == null) {
            intrinsics[which.ordinal()] = object;
        }
        return intrinsics[which.ordinal()];
    }

    /** For a creator whose properties refer back to the object: announces it before they are made. */
    public <T extends JSObject> T register(Intrinsic which, T object) {
        intrinsics[which.ordinal()] = object;
        return object;
    }

    public JSObject globalObject() {
        return globalObject;
    }

    void setGlobalObject(JSObject object) {
        globalObject = object;
        Properties.setShapeFlag(object, JSObject.GLOBAL);
    }

    void replaceGlobalObject(JSObject object) {
        setGlobalObject(object);
        variables = new HashSet<>();
    }

    /** A script declares a variable. @return whether its property can be deleted all the same, as the global object is the host's own */
    boolean declareVariable(TruffleString name) {
        if (variables == null) {
            return false;
        }
        variables.add(name);
        return true;
    }

    /** Whether a script declared it where the property does not tell that. */
    boolean isVariable(TruffleString name) {
        return variables != null && variables.contains(name);
    }

    /** Top-level let, const and class of scripts: the declarative record of the global environment (§9.1.1.4). */
    public GlobalScope globalScope() {
        return globalScope;
    }

    /** The template objects (§9.3.1 [[TemplateMap]]) of a code unit, by place. */
    public Map<Integer, JSObject> templateObjects(Object unit) {
        return templateObjects.computeIfAbsent(unit, u -> new HashMap<>());
    }
}
