package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;

/** One turn of a loop. The status it ends with is the completion of the loop. */
abstract class LoopBodyNode extends Node implements RepeatingNode {
    @Child private StatementNode body;
    private final int breakCompletion;
    private final int continueCompletion;

    LoopBodyNode(int label, StatementNode body) {
        this.breakCompletion = Completion.breakOf(label);
        this.continueCompletion = Completion.continueOf(label);
        this.body = body;
    }

    /** Whether the loop goes on with the next turn after the body completed so. */
    final boolean goesOn(int completion) {
        return completion == Completion.NORMAL || completion == continueCompletion;
    }

    final int executeBody(VirtualFrame frame) {
        return body.execute(frame);
    }

    /** The completion of the loop when the body's ends it. */
    final int leave(int completion) {
        return completion == breakCompletion ? Completion.NORMAL : completion;
    }

    /** One turn. @return {@link #AGAIN}, or the completion of the loop */
    abstract int turn(VirtualFrame frame);

    static final int AGAIN = -1;

    @Override
    public final Object executeRepeatingWithValue(VirtualFrame frame) {
        int result = turn(frame);
        return result == AGAIN ? CONTINUE_LOOP_STATUS : (Object) result;
    }

    @Override
    public final boolean executeRepeating(VirtualFrame frame) {
        throw new UnsupportedOperationException();
    }
}
