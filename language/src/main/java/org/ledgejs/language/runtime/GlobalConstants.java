package org.ledgejs.language.runtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;

/**
 * The global variables of an agent that compiled code takes for constants: each until it changes after it was read for the first time, and
 * for ever afterwards it is a variable. {@link JSObject#GLOBAL} in the shape of the objects that hold global variables brings every change here. To
 * be relied on only while the agent has one realm.
 */
public final class GlobalConstants {
    private final Map<Object, Assumption> unchanged = new HashMap<>();
    private final Set<Object> variables = new HashSet<>();

    GlobalConstants() { }

    /** Valid until the variable changes, or another of the same name comes before it. @return null if it has changed already */
    @TruffleBoundary
    public Assumption unchanged(Object name) {
        return variables.contains(name) ? null
                : unchanged.computeIfAbsent(name, n -> Truffle.getRuntime().createAssumption("a global variable is constant"));
    }

    /** The variable is about to change, where it was read before. */
    void changing(Object name) {
        if (unchanged.containsKey(name)) {
            mayChange(name);
        }
    }

    /** The variable may change from now on and nobody will say so. */
    @TruffleBoundary
    public void mayChange(Object name) {
        variables.add(name);
        Assumption relied = unchanged.remove(name);
        if (relied != null) {
            relied.invalidate("a global variable changed");
        }
    }
}
