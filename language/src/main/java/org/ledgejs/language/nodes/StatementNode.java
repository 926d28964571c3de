package org.ledgejs.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.runtime.Undefined;

/** A statement. It completes with a code of {@link Completion}; only what is thrown is an exception. */
public abstract class StatementNode extends CodeNode {
    private static final byte STATEMENT = 1;
    private static final byte ROOT_BODY = 2;

    private byte tags;

    /** @return a code of {@link Completion} */
    public abstract int execute(VirtualFrame frame);

    /** The one completion apart from the normal that is possible; {@link Completion#NORMAL} for none, {@link Completion#SEVERAL}. */
    public int abrupt() {
        return Completion.SEVERAL;
    }

    /** A completion of this statement that is not normal. Where only one is possible compiled code need not look at it once more. */
    public final int known(int completion) {
        int only = abrupt();
        return only > Completion.NORMAL ? only : completion;
    }

    /** Executes as the last of a loop's body. @return as {@link LoopTarget#after} */
    public int executeTurn(VirtualFrame frame, LoopTarget loop) {
        int completion = execute(frame);
        return completion == Completion.NORMAL ? Completion.AGAIN : loop.after(known(completion));
    }

    /**
     * Executes in tail position: nothing of the function is left to do after this statement.
     *
     * @param returnSlot where statements that are not in tail position leave what the function returns; -1 if there are none
     * @return what the function returns
     */
    public Object executeTail(VirtualFrame frame, int returnSlot) {
        int completion = execute(frame);
        return completion == Completion.NORMAL ? Undefined.INSTANCE : result(frame, known(completion), returnSlot);
    }

    /** What a function returns that a statement ended with this completion. */
    protected static Object result(VirtualFrame frame, int completion, int returnSlot) {
        return completion == Completion.RETURN ? frame.getObject(returnSlot) : Undefined.INSTANCE;
    }

    @Override
    public void setSourceRange(int start, int length) {
        super.setSourceRange(start, length);
        tags |= STATEMENT;
    }

    /** Marks the body of a function, without what binds its parameters. */
    public final void markRootBody(int start, int length) {
        if (!hasSourceRange()) {
            super.setSourceRange(start, length);
        }
        tags |= ROOT_BODY;
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.StatementTag.class && (tags & STATEMENT) != 0
                || tag == StandardTags.RootBodyTag.class && (tags & ROOT_BODY) != 0;
    }

    @Override
    public WrapperNode createWrapper(ProbeNode probe) {
        return new StatementWrapper(this, probe);
    }
}
