package org.ledgejs.language.nodes.environment;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.variable.VariableNode;
import org.ledgejs.language.runtime.GlobalEnvironment;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Makes or removes a binding of the global environment. */
public final class GlobalBindingNode extends VariableNode {
    /** INITIALIZE a top-level let, const or class; define a FUNCTION, or one that can be deleted, from an eval. */
    public enum Action { INITIALIZE, FUNCTION, DELETABLE_FUNCTION, DELETE }

    private final Action action;
    private final TruffleString name;
    @Child private JSNode value;

    /** @param value null to delete */
    public GlobalBindingNode(Action action, TruffleString name, JSNode value) {
        this.action = action;
        this.name = name;
        this.value = value;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object result = value == null ? null : value.execute(frame);
        return apply(Realm.get(this), result);
    }

    @Override
    protected String variableName() {
        return action == Action.INITIALIZE ? Strings.java(name) : null;
    }

    @Override
    protected boolean isWrite() {
        return true;
    }

    @TruffleBoundary
    private Object apply(Realm realm, Object newValue) {
        switch (action) {
            case INITIALIZE -> realm.globalScope().initialize(name, newValue);
            case FUNCTION -> GlobalEnvironment.createFunctionBinding(realm, name, newValue, false);
            case DELETABLE_FUNCTION -> GlobalEnvironment.createFunctionBinding(realm, name, newValue, true);
            case DELETE -> {
                return GlobalEnvironment.delete(realm, name);
            }
        }
        return newValue;
    }
}
