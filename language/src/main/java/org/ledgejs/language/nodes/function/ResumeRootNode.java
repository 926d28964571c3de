package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ControlFlowException;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.GeneratorReturn;
import org.ledgejs.language.nodes.generator.ResumeSlots;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.runtime.Activation;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The body of a generator, async function or module: runs a stretch of it in the frame the activation kept. */
public final class ResumeRootNode extends CodeRootNode {
    private static final int ACTIVATION = Arguments.FIRST;
    private static final int MODE = Arguments.FIRST + 1;
    private static final int VALUE = Arguments.FIRST + 2;

    @Child private StatementNode body;
    private final int returnSlot;
    private final ResumeSlots slots;

    public ResumeRootNode(GuestFunctionData data, StatementNode body, int returnSlot, ResumeSlots slots) {
        super(data, new FrameDescriptor());
        this.body = body;
        this.returnSlot = returnSlot;
        this.slots = slots;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        try {
            if (language().isSingleRealm()) {
                return resume(frame);
            }
            return resumeInItsRealm(frame);
        } catch (AbstractTruffleException | ControlFlowException expected) {
            throw expected;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError thrown) {
            throw convert(thrown);
        }
    }

    private Object resumeInItsRealm(VirtualFrame frame) {
        Agent agent = Agent.get(this);
        Realm previous = agent.currentRealm();
        if (frame.getArguments()[Arguments.FUNCTION] instanceof JSFunction function) {
            agent.switchRealm(function.realm());
        }
        try {
            return resume(frame);
        } finally {
            agent.switchRealm(previous);
        }
    }

    private Object resume(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        Activation activation = (Activation) arguments[ACTIVATION];
        VirtualFrame suspended = activation.frame();
        suspended.setObject(slots.mode(), arguments[MODE]);
        suspended.setObject(slots.transfer(), arguments[VALUE]);
        try {
            return body.execute(suspended) == Completion.RETURN ? suspended.getObject(returnSlot) : Undefined.INSTANCE;
        } catch (GeneratorReturn completion) {
            return suspended.getObject(returnSlot);
        } catch (YieldException suspension) {
            activation.suspend(suspension == YieldException.AWAIT ? Activation.Outcome.AWAITING
                    : suspension == YieldException.YIELD ? Activation.Outcome.YIELDED : Activation.Outcome.YIELDED_RESULT);
            return suspended.getObject(slots.transfer());
        }
    }

    @Override
    public boolean isCloningAllowed() {
        return false;
    }
}
