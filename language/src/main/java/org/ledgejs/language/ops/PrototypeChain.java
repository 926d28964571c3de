package org.ledgejs.language.ops;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Properties;

/**
 * The prototypes of all objects that have the same first one, as far as one key is concerned, while none of them changes. Objects are
 * remembered here, so there are chains only while the engine has one context.
 */
final class PrototypeChain {
    private static final int MAX_DEPTH = 8;

    private final JSObject first;
    /** Which of them has the property; null if none has. */
    final JSObject holder;
    @CompilationFinal(dimensions = 1) final Assumption[] unchanged;

    private PrototypeChain(JSObject first, JSObject holder, List<Assumption> unchanged) {
        this.first = first;
        this.holder = holder;
        this.unchanged = unchanged.toArray(Assumption[]::new);
    }

    /** @param first null for an object without prototype @return null if some object changes too often, or its properties are not in its shape */
    @TruffleBoundary
    static PrototypeChain of(JSObject first, Object key) {
        Agent agent = Agent.get(null);
        if (!agent.singleContext().isValid()) {
            return null;
        }
        List<Assumption> unchanged = new ArrayList<>();
        unchanged.add(agent.singleContext());
        JSObject holder = first;
        while (holder != null) {
            agent.stableObjects().settle(holder);
            if (!PropertyLookup.isDescribed(holder, key) || !rely(agent, holder, unchanged)) {
                return null;
            }
            if (Properties.has(holder, key)) {
                break;
            }
            holder = holder.prototype();
        }
        return new PrototypeChain(first, holder, unchanged);
    }

    /** The prototypes, none of which has elements. @return null if one has, or one of them may not be relied on */
    @TruffleBoundary
    static PrototypeChain withoutElements(JSObject first) {
        Agent agent = Agent.get(null);
        if (first == null || !agent.singleContext().isValid()) {
            return null;
        }
        List<Assumption> unchanged = new ArrayList<>();
        unchanged.add(agent.singleContext());
        for (JSObject o = first; o != null; o = o.prototype()) {
            if (!o.hasNoElements() || !rely(agent, o, unchanged)) {
                return null;
            }
        }
        return new PrototypeChain(first, null, unchanged);
    }

    private static boolean rely(Agent agent, JSObject object, List<Assumption> unchanged) {
        Assumption assumption = unchanged.size() > MAX_DEPTH ? null : agent.stableObjects().unchanged(object);
        unchanged.add(assumption);
        return assumption != null;
    }

    @ExplodeLoop
    boolean isUnchanged() {
        for (Assumption assumption : unchanged) {
            if (!assumption.isValid()) {
                return false;
            }
        }
        return true;
    }

    boolean isOf(JSObject object) {
        return object.prototype() == first;
    }
}
