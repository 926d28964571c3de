package org.ledgejs.language.nodes;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

/** A statement. It completes with a code of {@link Completion}; only what is thrown is an exception. */
public abstract class StatementNode extends Node implements InstrumentableNode {
    private static final byte STATEMENT = 1;
    private static final byte ROOT_BODY = 2;

    private int sourceStart = -1;
    private int sourceLength;
    private byte tags;

    /** @return a code of {@link Completion} */
    public abstract int execute(VirtualFrame frame);

    /** Where the statement stands in the source of its unit, in UTF-16 units. */
    public final void setSourceRange(int start, int length) {
        sourceStart = start;
        sourceLength = length;
        tags |= STATEMENT;
    }

    /** Marks the body of a function, without what binds its parameters. */
    public final void markRootBody(int start, int length) {
        if (sourceStart < 0) {
            sourceStart = start;
            sourceLength = length;
        }
        tags |= ROOT_BODY;
    }

    @Override
    public SourceSection getSourceSection() {
        return JSNode.section(this, sourceStart, sourceLength);
    }

    @Override
    public boolean isInstrumentable() {
        return sourceStart >= 0;
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
