package org.ledgejs.language.runtime;

import java.util.Map;
import java.util.WeakHashMap;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;

/**
 * The objects of an agent whose properties compiled code takes for constants: prototypes, as a rule. Each has an assumption that its
 * named properties and its prototype stay as they are, and that it has no elements if it had none; {@link JSObject#RELIED_ON} in its
 * shape brings every change here. An object that changes time and again is not relied on any more.
 */
public final class StableObjects {
    private static final int MAX_CHANGES = 4;

    private final Map<JSObject, State> states = new WeakHashMap<>();

    private static final class State {
        private Assumption unchanged;
        private int changes;
    }

    StableObjects() { }

    /**
     * Prepares a prototype for being relied on: one that had a property deleted was taken for a map, and is none. Those that lose
     * properties time and again are left as they are.
     */
    @TruffleBoundary
    public void settle(JSObject object) {
        if ((object.getShape().getFlags() & JSObject.DICTIONARY) != 0) {
            State state = states.computeIfAbsent(object, o -> new State());
            if (state.changes < MAX_CHANGES) {
                state.changes++;
                Properties.leaveDictionary(object);
            }
        }
    }

    /** Valid until the object changes. @return null if it does so too often */
    @TruffleBoundary
    public Assumption unchanged(JSObject object) {
        State state = states.computeIfAbsent(object, o -> new State());
        if (state.changes == MAX_CHANGES) {
            return null;
        }
        if (object instanceof JSArray array && !array.giveUpElementStorage()) {
            return null;
        }
        if (state.unchanged == null) {
            state.unchanged = Truffle.getRuntime().createAssumption("properties of a prototype");
            Properties.setShapeFlag(object, JSObject.RELIED_ON);
        }
        return state.unchanged;
    }

    /** An object with the flag is about to change. */
    @TruffleBoundary
    static void changing(JSObject object) {
        State state = Agent.get(null).stableObjects().states.get(object);
        if (state != null && state.unchanged != null) {
            state.changes++;
            state.unchanged.invalidate("a property of a prototype changed");
            state.unchanged = null;
        }
        Properties.clearShapeFlag(object, JSObject.RELIED_ON);
    }
}
