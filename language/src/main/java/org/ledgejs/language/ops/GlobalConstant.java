package org.ledgejs.language.ops;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Accessor;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.GlobalScope;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Properties;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.VirtualProperty;

/** The value of a global variable that has not changed since it was read first: a constant of the code that reads it. */
final class GlobalConstant {
    /** Of what changes, or is no data. */
    private static final GlobalConstant NONE = new GlobalConstant(null, Assumption.NEVER_VALID);

    private final Object value;
    @CompilationFinal(dimensions = 1) private final Assumption[] unchanged;

    private GlobalConstant(Object value, Assumption... unchanged) {
        this.value = value;
        this.unchanged = unchanged;
    }

    /** @return one that does not hold for what is no data of the script scope or the global object itself, has no value yet, or changes */
    @TruffleBoundary
    static GlobalConstant of(Realm realm, TruffleString name) {
        Agent agent = realm.agent();
        if (!agent.singleContext().isValid() || !agent.singleRealm().isValid()) {
            return NONE;
        }
        GlobalScope scope = realm.globalScope();
        JSObject holder = scope.has(name) ? scope : realm.globalObject();
        Object stored = Properties.stored(holder, name);
        if (stored == null || stored instanceof Accessor || stored instanceof VirtualProperty || stored == GlobalScope.UNINITIALIZED) {
            return NONE;
        }
        // Before the value is read: making a lazy one may run code.
        Assumption unchanged = agent.globalConstants().unchanged(name);
        Object value = unchanged == null ? null : Properties.read(holder, name);
        return value == null ? NONE : new GlobalConstant(value, agent.singleContext(), agent.singleRealm(), unchanged);
    }

    Object value() {
        return value;
    }

    @ExplodeLoop
    boolean holds() {
        for (Assumption assumption : unchanged) {
            if (!assumption.isValid()) {
                return false;
            }
        }
        return true;
    }
}
