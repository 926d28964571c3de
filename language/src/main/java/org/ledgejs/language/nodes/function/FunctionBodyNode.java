package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;

/** Prologue and body of an ordinary function, script or eval; its value is what the function returns. */
public final class FunctionBodyNode extends JSNode {
    @Child private StatementNode prologue;
    @Child private StatementNode body;
    private final int returnSlot;

    /** @param prologue null if there is nothing to bind @param returnSlot as {@link StatementNode#executeTail} has it */
    public FunctionBodyNode(StatementNode prologue, StatementNode body, int returnSlot) {
        this.prologue = prologue;
        this.body = body;
        this.returnSlot = returnSlot;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (prologue != null) {
            prologue.execute(frame);
        }
        return body.executeTail(frame, returnSlot);
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.RootTag.class;
    }
}
