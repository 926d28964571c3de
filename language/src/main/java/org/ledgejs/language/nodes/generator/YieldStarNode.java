package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ResumeGeneratorNode;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSGenerator;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.ResumeMode;
import org.ledgejs.language.runtime.Undefined;

/** {@code yield*} of a generator (ECMA-262 §15.5.5): results of the inner iterator pass through as they are. */
public final class YieldStarNode extends SuspendingNode {
    private static final int DELEGATING = 1;

    @Child private JSNode operand;
    /** Made when there is a generator to delegate to. */
    @Child private ResumeGeneratorNode resume;
    private final int iteratorSlot;
    private final int returnSlot;

    public YieldStarNode(JSNode operand, int stateSlot, ResumeSlots slots, int iteratorSlot, int returnSlot) {
        super(stateSlot, slots);
        this.operand = operand;
        this.iteratorSlot = iteratorSlot;
        this.returnSlot = returnSlot;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        ResumeMode mode = ResumeMode.NEXT;
        Object value = Undefined.INSTANCE;
        if (state(frame) == DELEGATING) {
            mode = mode(frame);
            value = received(frame);
            setState(frame, 0);
        } else {
            frame.setObject(iteratorSlot, Delegation.iterator(operand.execute(frame), false));
        }
        IteratorRecord iterator = (IteratorRecord) frame.getObject(iteratorSlot);
        if (mode == ResumeMode.NEXT && iterator.isGenerator() && ((JSFunction) iterator.next).realm() == Realm.get(this)) {
            return ofGenerator(frame, (JSGenerator) iterator.iterator, value);
        }
        Object result = Delegation.pass(iterator, mode, value);
        if (result == null) {
            return unanswered(frame, iterator, mode, value);
        }
        Delegation.requireObject(result);
        if (!Delegation.done(result)) {
            throw suspend(frame, YieldException.YIELD_RESULT, result, DELEGATING);
        }
        Object last = Delegation.value(result);
        return mode == ResumeMode.RETURN ? complete(frame, last) : last;
    }

    /** Without the result object of the inner generator: that of this one, made for the same realm, stands for it. */
    private Object ofGenerator(VirtualFrame frame, JSGenerator inner, Object value) {
        if (resume == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            resume = insert(ResumeGeneratorNode.create());
        }
        Object result = resume.execute(inner, ResumeMode.NEXT, value);
        if (inner.isCompleted()) {
            return result;
        }
        throw suspend(frame, inner.yieldedResult() ? YieldException.YIELD_RESULT : YieldException.YIELD, result, DELEGATING);
    }

    private Object unanswered(VirtualFrame frame, IteratorRecord iterator, ResumeMode mode, Object value) {
        if (mode == ResumeMode.THROW) {
            Delegation.close(iterator);
            throw Delegation.noThrowMethod(this);
        }
        return complete(frame, value);
    }

    private Object complete(VirtualFrame frame, Object value) {
        frame.setObject(returnSlot, value);
        throw GeneratorReturn.INSTANCE;
    }
}
