package org.ledgejs.language.nodes.environment;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.variable.VariableNode;
import org.ledgejs.language.ops.GlobalGetNode;
import org.ledgejs.language.ops.GlobalSetNode;
import org.ledgejs.language.runtime.Strings;

/** Reads a name no scope declares: the realm's script scope, then its global object (ECMA-262 §9.1.1.4). */
public final class GlobalVariableNode extends VariableNode {
    private final TruffleString name;
    @Child private GlobalGetNode get;

    /** @param orUndefined undefined where there is no such variable, as typeof wants it */
    public GlobalVariableNode(TruffleString name, boolean orUndefined) {
        this.name = name;
        this.get = GlobalGetNode.create(name, orUndefined);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return get.execute();
    }

    @Override
    protected String variableName() {
        return Strings.java(name);
    }

    /** Assigns to one. */
    public static final class Write extends VariableNode {
        private final TruffleString name;
        @Child private JSNode value;
        @Child private GlobalSetNode set;
        private final boolean quiet;

        /** @param quiet evaluating the value cannot add or remove a global variable */
        public Write(TruffleString name, boolean strict, JSNode value, boolean quiet) {
            this.name = name;
            this.value = value;
            this.quiet = quiet;
            this.set = GlobalSetNode.create(name, strict);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            boolean resolved = quiet || set.prepare();
            Object result = value.execute(frame);
            set.execute(result, resolved);
            return result;
        }

        @Override
        protected String variableName() {
            return Strings.java(name);
        }

        @Override
        protected boolean isWrite() {
            return true;
        }
    }
}
