package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.LoopNode;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.GeneratorReturn;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.nodes.property.SourceText;
import org.ledgejs.language.ops.GetIteratorNode;
import org.ledgejs.language.ops.IteratorCloseNode;
import org.ledgejs.language.ops.IteratorStepValueNode;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;

/** {@code for (… of …)} (ECMA-262 §14.7.5): steps the iterator, closes it when the body leaves the loop before its end. */
public final class ForOfNode extends StatementNode implements GetIteratorNode.OfExpression {
    @Child private JSNode iterable;
    @Child private GetIteratorNode getIterator = GetIteratorNode.create();
    @Child private LoopNode loop;
    private final int iteratorSlot;
    private final int stateSlot;

    /** @param stateSlot -1 if the body does not suspend */
    public ForOfNode(int label, JSNode iterable, int valueSlot, StatementNode body, int iteratorSlot, int stateSlot) {
        this.iterable = iterable;
        this.iteratorSlot = iteratorSlot;
        this.stateSlot = stateSlot;
        this.loop = Truffle.getRuntime().createLoopNode(new Turn(label, valueSlot, body, iteratorSlot, stateSlot));
    }

    @Override
    public String iterableText() {
        return SourceText.of(iterable);
    }

    @Override
    public int execute(VirtualFrame frame) {
        if (stateSlot < 0 || Progress.get(frame, stateSlot) == 0) {
            frame.setObject(iteratorSlot, getIterator.execute(iterable.execute(frame)));
        }
        return (int) loop.execute(frame);
    }

    private static final class Turn extends LoopBodyNode {
        @Child private IteratorStepValueNode step = IteratorStepValueNode.create();
        @Child private IteratorCloseNode close = IteratorCloseNode.create();
        private final int valueSlot;
        private final int iteratorSlot;
        private final int stateSlot;

        Turn(int label, int valueSlot, StatementNode body, int iteratorSlot, int stateSlot) {
            super(label, body);
            this.valueSlot = valueSlot;
            this.iteratorSlot = iteratorSlot;
            this.stateSlot = stateSlot;
        }

        @Override
        int turn(VirtualFrame frame) {
            IteratorRecord iterator = (IteratorRecord) frame.getObject(iteratorSlot);
            if (stateSlot >= 0 && Progress.get(frame, stateSlot) != 0) {
                Progress.set(frame, stateSlot, 0);
            } else {
                Object value = step.execute(iterator);
                if (value == null) {
                    return Completion.NORMAL;
                }
                frame.setObject(valueSlot, value);
            }
            int completion = body(frame, iterator);
            if (goesOn(completion)) {
                return AGAIN;
            }
            close.execute(iterator);
            return leave(completion);
        }

        private int body(VirtualFrame frame, IteratorRecord iterator) {
            try {
                return executeBody(frame);
            } catch (YieldException suspension) {
                Progress.set(frame, stateSlot, 1);
                throw suspension;
            } catch (GeneratorReturn completion) {
                close.execute(iterator);
                throw completion;
            } catch (AbstractTruffleException | StackOverflowError exception) {
                closeQuietly(iterator);
                throw exception;
            }
        }

        @TruffleBoundary
        private static void closeQuietly(IteratorRecord iterator) {
            Iteration.closeQuietly(iterator);
        }
    }
}
