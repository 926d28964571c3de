package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RepeatingNode;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.LoopExit;
import org.ledgejs.language.nodes.LoopTarget;
import org.ledgejs.language.nodes.StatementNode;

/** One turn of a loop. The status it ends with is the completion of the loop. */
abstract class LoopBodyNode extends Node implements RepeatingNode {
    @Child private StatementNode body;
    private final LoopTarget target;
    private final int abrupt;

    LoopBodyNode(int label, StatementNode body) {
        this.target = new LoopTarget(label);
        this.abrupt = target.abrupt(body.abrupt());
        this.body = body;
    }

    /** For the test of a loop. That it ends is no surprise: for one that is compiled while it runs it is the first and only time. */
    static CountingConditionProfile createTestProfile() {
        CountingConditionProfile profile = CountingConditionProfile.create();
        profile.profile(false);
        return profile;
    }

    /** What the loop may complete with, as {@link StatementNode#abrupt} says it. */
    static int abrupt(LoopNode loop) {
        return ((LoopBodyNode) loop.getRepeatingNode()).abrupt;
    }

    /** @return {@link Completion#AGAIN}, or what {@link #turn} is to return */
    final int executeBody(VirtualFrame frame) {
        return body.executeTurn(frame, target);
    }

    /** What a turn returns that its body ended: in compiled code no other completion comes here, the rest are exceptions. */
    static int ended(int completion) {
        return CompilerDirectives.inCompiledCode() ? Completion.NORMAL : completion;
    }

    /** One turn. @return {@link Completion#AGAIN}, or the completion of the loop */
    abstract int turn(VirtualFrame frame);

    private static final Object ENDED = "ended";

    @Override
    public final Object executeRepeatingWithValue(VirtualFrame frame) {
        int result = turn(frame);
        return result == Completion.AGAIN ? CONTINUE_LOOP_STATUS : ended(result) == Completion.NORMAL ? ENDED : (Object) result;
    }

    /** Runs a loop of such turns. @return its completion */
    static int run(LoopNode loop, VirtualFrame frame) {
        try {
            Object status = loop.execute(frame);
            return CompilerDirectives.inCompiledCode() || status == ENDED ? Completion.NORMAL : (int) status;
        } catch (LoopExit exit) {
            int only = abrupt(loop);
            return only > Completion.NORMAL ? only : exit.completion();
        }
    }

    @Override
    public final boolean executeRepeating(VirtualFrame frame) {
        throw new UnsupportedOperationException();
    }
}
