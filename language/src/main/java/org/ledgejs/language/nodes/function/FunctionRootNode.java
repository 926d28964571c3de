package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ControlFlowException;
import com.oracle.truffle.api.nodes.RootNode;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.build.NodeBuilder;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;

/** The root of a call of a guest function. Arguments are laid out as {@link Arguments} says. */
public final class FunctionRootNode extends CodeRootNode {
    @Child private JSNode body;

    public FunctionRootNode(GuestFunctionData data, FrameDescriptor descriptor, JSNode body) {
        super(data, descriptor);
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        try {
            if (language().isSingleRealm()) {
                return body.execute(frame);
            }
            return executeInItsRealm(frame);
        } catch (AbstractTruffleException | ControlFlowException expected) {
            throw expected;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError thrown) {
            throw convert(thrown);
        }
    }

    private Object executeInItsRealm(VirtualFrame frame) {
        Agent agent = Agent.get(this);
        Realm previous = agent.currentRealm();
        if (frame.getArguments()[Arguments.FUNCTION] instanceof JSFunction function) {
            agent.switchRealm(function.realm());
        }
        try {
            return body.execute(frame);
        } finally {
            agent.switchRealm(previous);
        }
    }

    @Override
    public boolean isCloningAllowed() {
        return true;
    }

    @Override
    protected boolean isCloneUninitializedSupported() {
        return true;
    }

    @Override
    protected RootNode cloneUninitialized() {
        return NodeBuilder.build(data());
    }
}
