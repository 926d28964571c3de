package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.BranchProfile;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.LoopExit;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.GeneratorReturn;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.nodes.property.SourceText;
import org.ledgejs.language.ops.ArrayIteration;
import org.ledgejs.language.ops.GetElementNode;
import org.ledgejs.language.ops.GetIteratorNode;
import org.ledgejs.language.ops.IteratorCloseNode;
import org.ledgejs.language.ops.IteratorStepValueNode;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSArrayIterator;
import org.ledgejs.language.runtime.Realm;

/**
 * {@code for (… of …)} (ECMA-262 §14.7.5): steps the iterator, closes it when the body leaves the loop before its end. An array with its usual iterator
 * stands for it itself, together with an index.
 */
public final class ForOfNode extends StatementNode implements GetIteratorNode.OfExpression {
    @Child private JSNode iterable;
    @Child private GetIteratorNode getIterator = GetIteratorNode.create();
    @Child private LoopBodyNode loop;
    private final ArrayIteration iteration = new ArrayIteration();
    private final int iteratorSlot;
    private final int indexSlot;
    private final int stateSlot;

    /** @param stateSlot -1 if the body does not suspend */
    public ForOfNode(int label, JSNode iterable, int valueSlot, StatementNode body, int iteratorSlot, int indexSlot, int stateSlot) {
        this.iterable = iterable;
        this.iteratorSlot = iteratorSlot;
        this.indexSlot = indexSlot;
        this.stateSlot = stateSlot;
        this.loop = new Turn(label, valueSlot, body, iteratorSlot, indexSlot, stateSlot);
    }

    @Override
    public String iterableText() {
        return SourceText.of(iterable);
    }

    @Override
    public int abrupt() {
        return loop.abrupt();
    }

    @Override
    public int execute(VirtualFrame frame) {
        if (stateSlot < 0 || Progress.get(frame, stateSlot) == 0) {
            Object value = iterable.execute(frame);
            if (value instanceof JSArray array && iteration.isPlain(array)) {
                frame.setObject(iteratorSlot, array);
                frame.setInt(indexSlot, 0);
            } else {
                frame.setObject(iteratorSlot, getIterator.execute(value));
            }
        }
        return loop.run(frame);
    }

    private static final class Turn extends LoopBodyNode {
        @Child private IteratorStepValueNode step = IteratorStepValueNode.create();
        @Child private GetElementNode getElement = GetElementNode.create();
        @Child private IteratorCloseNode close = IteratorCloseNode.create();
        private final int valueSlot;
        private final int iteratorSlot;
        private final int indexSlot;
        private final int stateSlot;
        private final BranchProfile tooLong = BranchProfile.create();

        Turn(int label, int valueSlot, StatementNode body, int iteratorSlot, int indexSlot, int stateSlot) {
            super(label, body);
            this.valueSlot = valueSlot;
            this.iteratorSlot = iteratorSlot;
            this.indexSlot = indexSlot;
            this.stateSlot = stateSlot;
        }

        @Override
        int turn(VirtualFrame frame) {
            if (stateSlot >= 0 && Progress.get(frame, stateSlot) != 0) {
                Progress.set(frame, stateSlot, 0);
            } else {
                Object iterator = frame.getObject(iteratorSlot);
                if (!(iterator instanceof JSArray array ? next(frame, array) : next(frame, (IteratorRecord) iterator))) {
                    return Completion.NORMAL;
                }
            }
            int completion = body(frame);
            if (completion == Completion.AGAIN) {
                return completion;
            }
            close.execute(iterator(frame));
            return ended(completion);
        }

        /** The element at the index becomes the value. @return false at the end: a test of the index alone, for the loop to be a counted one */
        private boolean next(VirtualFrame frame, JSArray array) {
            int index = frame.getInt(indexSlot);
            int length = array.intLength();
            if (length < 0) {
                tooLong.enter();
                IteratorRecord iterator = iterator(frame);
                frame.setObject(iteratorSlot, iterator);
                return next(frame, iterator);
            }
            if (index >= length) {
                return false;
            }
            frame.setInt(indexSlot, index + 1);
            frame.setObject(valueSlot, getElement.execute(array, index));
            return true;
        }

        private boolean next(VirtualFrame frame, IteratorRecord iterator) {
            Object value = step.execute(iterator);
            if (value == null) {
                return false;
            }
            frame.setObject(valueSlot, value);
            return true;
        }

        /** The iterator as the program may get to see it. */
        private IteratorRecord iterator(VirtualFrame frame) {
            if (!(frame.getObject(iteratorSlot) instanceof JSArray array)) {
                return (IteratorRecord) frame.getObject(iteratorSlot);
            }
            Realm realm = Realm.get(this);
            return new IteratorRecord(JSArrayIterator.at(realm, array, frame.getInt(indexSlot)), realm.intrinsic(Intrinsic.ARRAY_ITERATOR_NEXT));
        }

        private int body(VirtualFrame frame) {
            try {
                return executeBody(frame);
            } catch (YieldException suspension) {
                Progress.set(frame, stateSlot, 1);
                throw suspension;
            } catch (LoopExit | GeneratorReturn exit) {
                close.execute(iterator(frame));
                throw exit;
            } catch (AbstractTruffleException | StackOverflowError exception) {
                closeQuietly(iterator(frame));
                throw exception;
            }
        }

        @TruffleBoundary
        private static void closeQuietly(IteratorRecord iterator) {
            Iteration.closeQuietly(iterator);
        }
    }
}
