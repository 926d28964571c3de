package org.ledgejs.language.nodes.pattern;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.generator.GeneratorReturn;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.nodes.property.SourceText;
import org.ledgejs.language.ops.GetIteratorNode;
import org.ledgejs.language.ops.IteratorCloseNode;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.Iteration.IteratorRecord;

/** An array pattern (ECMA-262 §8.6.2): iterates the value over its elements and closes the iterator. The resumable kind remembers the element. */
public final class ArrayPatternNode extends JSNode implements GetIteratorNode.OfExpression {
    @Child private JSNode source;
    @Child private GetIteratorNode getIterator = GetIteratorNode.create();
    @Child private IteratorCloseNode close = IteratorCloseNode.create();
    @Children private final PatternElementNode[] elements;
    private final int stateSlot;
    private final int iteratorSlot;

    /** @param stateSlot -1 if no element suspends */
    public ArrayPatternNode(JSNode source, PatternElementNode[] elements, int stateSlot, int iteratorSlot) {
        this.source = source;
        this.elements = elements;
        this.stateSlot = stateSlot;
        this.iteratorSlot = iteratorSlot;
    }

    @Override
    public String iterableText() {
        return SourceText.of(source);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return stateSlot < 0 ? iterate(frame) : resume(frame);
    }

    private Object iterate(VirtualFrame frame) {
        Object value = source.execute(frame);
        IteratorRecord iterator = getIterator.execute(value);
        try {
            assign(frame, iterator);
        } catch (AbstractTruffleException | StackOverflowError exception) {
            closeQuietly(iterator);
            throw exception;
        }
        close(iterator);
        return value;
    }

    @ExplodeLoop
    private void assign(VirtualFrame frame, IteratorRecord iterator) {
        for (PatternElementNode element : elements) {
            element.prepare(frame);
            element.step(frame, iterator);
            element.assign(frame);
        }
    }

    private Object resume(VirtualFrame frame) {
        int state = Progress.get(frame, stateSlot);
        Progress.set(frame, stateSlot, 0);
        if (state == 0) {
            frame.setObject(iteratorSlot, getIterator.execute(source.execute(frame)));
        }
        IteratorRecord iterator = (IteratorRecord) frame.getObject(iteratorSlot);
        try {
            resume(frame, iterator, state);
        } catch (GeneratorReturn completion) {
            close(iterator);
            throw completion;
        } catch (AbstractTruffleException | StackOverflowError exception) {
            closeQuietly(iterator);
            throw exception;
        }
        close(iterator);
        return iterator.iterator;
    }

    /** Progress is 1 + 2i in the preparation of element i, 2 + 2i in its assignment. */
    private void resume(VirtualFrame frame, IteratorRecord iterator, int state) {
        int start = Math.max(0, state - 1);
        for (int i = start >> 1; i < elements.length; i++) {
            boolean assigning = i == start >> 1 && (start & 1) == 1;
            int step = 1 + 2 * i;
            try {
                if (!assigning) {
                    elements[i].prepare(frame);
                    step++;
                    elements[i].step(frame, iterator);
                } else {
                    step++;
                }
                elements[i].assign(frame);
            } catch (YieldException suspension) {
                Progress.set(frame, stateSlot, step);
                throw suspension;
            }
        }
    }

    private void close(IteratorRecord iterator) {
        if (!iterator.done) {
            close.execute(iterator);
        }
    }

    @TruffleBoundary
    private static void closeQuietly(IteratorRecord iterator) {
        if (!iterator.done) {
            Iteration.closeQuietly(iterator);
        }
    }
}
