package org.ledgejs.language.nodes.environment;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.GlobalGetNode;
import org.ledgejs.language.ops.GlobalSetNode;

/** Reads a name no scope declares: the realm's script scope, then its global object (ECMA-262 §9.1.1.4). */
public final class GlobalVariableNode extends JSNode {
    @Child private GlobalGetNode get;

    /** @param orUndefined undefined where there is no such variable, as typeof wants it */
    public GlobalVariableNode(TruffleString name, boolean orUndefined) {
        this.get = GlobalGetNode.create(name, orUndefined);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return get.execute();
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.ReadVariableTag.class || super.hasTag(tag);
    }

    /** Assigns to one. */
    public static final class Write extends JSNode {
        @Child private JSNode value;
        @Child private GlobalSetNode set;
        private final boolean quiet;

        /** @param quiet evaluating the value cannot add or remove a global variable */
        public Write(TruffleString name, boolean strict, JSNode value, boolean quiet) {
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
        public boolean hasTag(Class<? extends Tag> tag) {
            return tag == StandardTags.WriteVariableTag.class || super.hasTag(tag);
        }
    }
}
