package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.BytecodeOSRNode;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.nodes.LoopNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.LoopExit;
import org.ledgejs.language.nodes.LoopTarget;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.Arguments;

/**
 * A loop: repeats its turns. One that runs for long is compiled while it runs, with its variables in a frame that exists in compiled code only.
 */
abstract class LoopBodyNode extends Node implements BytecodeOSRNode {
    /** So many turns, those of loops within included, make one run of a loop long. */
    private static final int LONG = 100_352;
    /** How many more pass before it is asked again whether the compiled loop is there. */
    private static final int INTERVAL = 1024;
    /** How many pass in a loop that ran for long before. */
    private static final int AGAIN_LONG = 64;

    @Child private StatementNode body;
    private final LoopTarget target;
    private final int abrupt;
    /** Turns of loops within, since the last turn of this one; of not yet compiled code. */
    private int within;
    private boolean wasLong;
    @CompilationFinal private LoopBodyNode outer;
    @CompilationFinal private boolean outerKnown;
    @CompilationFinal private Object osrMetadata;

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
    final int abrupt() {
        return abrupt;
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

    /** Runs the loop. @return its completion */
    final int run(VirtualFrame frame) {
        try {
            return ended(repeat(frame));
        } catch (LoopExit exit) {
            return abrupt > Completion.NORMAL ? abrupt : exit.completion();
        }
    }

    private int repeat(VirtualFrame frame) {
        int turns = 0;
        int count = CompilerDirectives.hasNextTier() && wasLong ? LONG - AGAIN_LONG : 0;
        while (true) {
            int result = turn(frame);
            if (CompilerDirectives.hasNextTier()) {
                turns++;
                count += 1 + within;
                within = 0;
                if (result == Completion.AGAIN && count >= LONG) {
                    count = LONG - INTERVAL;
                    wasLong = true;
                    if (BytecodeOSRNode.pollOSRBackEdge(this, LONG)) {
                        Object end = tryReplacement(frame);
                        if (end != null) {
                            leave(turns, LONG);
                            return (int) end;
                        }
                    }
                }
            }
            if (result != Completion.AGAIN) {
                if (CompilerDirectives.hasNextTier()) {
                    leave(turns, count);
                }
                return result;
            }
            TruffleSafepoint.poll(this);
        }
    }

    /** @return the completion of the loop, which has run to its end; null: it is not compiled yet */
    private Object tryReplacement(VirtualFrame frame) {
        Object newTarget = frame.getArguments()[Arguments.NEW_TARGET];
        try {
            return BytecodeOSRNode.tryOSR(this, 0, null, null, frame);
        } finally {
            frame.getArguments()[Arguments.NEW_TARGET] = newTarget;
        }
    }

    private void leave(int turns, int count) {
        if (!outerKnown) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            outer = findOuter();
            outerKnown = true;
        }
        if (outer != null) {
            outer.within = Math.min(outer.within + count, LONG);
        }
        LoopNode.reportLoopCount(this, turns);
    }

    private LoopBodyNode findOuter() {
        Node node = getParent();
        while (node != null && !(node instanceof LoopBodyNode)) {
            node = node.getParent();
        }
        return (LoopBodyNode) node;
    }

    @Override
    public final Object[] storeParentFrameInArguments(VirtualFrame parentFrame) {
        Object[] arguments = parentFrame.getArguments();
        arguments[Arguments.NEW_TARGET] = new Arguments.Replaced(parentFrame, Arguments.newTarget(arguments));
        return arguments;
    }

    @Override
    public final Frame restoreParentFrameFromArguments(Object[] arguments) {
        return ((Arguments.Replaced) arguments[Arguments.NEW_TARGET]).frame();
    }

    /** What Truffle does by itself leaves compiled code. */
    @Override
    @ExplodeLoop
    public final void restoreParentFrame(VirtualFrame frame, VirtualFrame parentFrame) {
        for (int slot = 0; slot < frame.getFrameDescriptor().getNumberOfSlots(); slot++) {
            if (frame.isInt(slot)) {
                parentFrame.setInt(slot, frame.getInt(slot));
            } else if (frame.isDouble(slot)) {
                parentFrame.setDouble(slot, frame.getDouble(slot));
            } else if (frame.isBoolean(slot)) {
                parentFrame.setBoolean(slot, frame.getBoolean(slot));
            } else if (frame.isObject(slot)) {
                parentFrame.setObject(slot, frame.getObject(slot));
            } else {
                parentFrame.clear(slot);
            }
        }
    }

    @Override
    public final Object executeOSR(VirtualFrame frame, int place, Object state) {
        return repeat(frame);
    }

    @Override
    public final Object getOSRMetadata() {
        return osrMetadata;
    }

    @Override
    public final void setOSRMetadata(Object metadata) {
        osrMetadata = metadata;
    }
}
