package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.debug.DebuggerTags;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;

/** {@code debugger}: a debugger that is attached halts here. */
public final class DebuggerNode extends StatementNode {
    @Override
    public int execute(VirtualFrame frame) {
        return Completion.NORMAL;
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == DebuggerTags.AlwaysHalt.class || super.hasTag(tag);
    }
}
