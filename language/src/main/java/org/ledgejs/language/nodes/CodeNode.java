package org.ledgejs.language.nodes;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.nodes.function.CodeRootNode;
import org.ledgejs.language.nodes.function.DebugScopes;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.InteropMembers;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Strings;

/** A node that stands for a piece of the program: knows where it is, and shows debuggers the variables in reach. */
@ExportLibrary(NodeLibrary.class)
public abstract class CodeNode extends Node implements InstrumentableNode {
    /** Offset in the unit's source, or -1. */
    private int sourceStart = -1;
    private int sourceLength;

    /** Where it stands in the source of its unit, in UTF-16 units. */
    public void setSourceRange(int start, int length) {
        sourceStart = start;
        sourceLength = length;
    }

    /** Gives a node that takes the place of this one its place in the source. */
    protected final <N extends CodeNode> N standIn(N other) {
        other.setSourceRange(sourceStart, sourceLength);
        return other;
    }

    public final boolean hasSourceRange() {
        return sourceStart >= 0;
    }

    @Override
    public SourceSection getSourceSection() {
        return sourceStart >= 0 && getRootNode() instanceof CodeRootNode root ? root.unit().section(sourceStart, sourceLength) : null;
    }

    @Override
    public boolean isInstrumentable() {
        return sourceStart >= 0;
    }

    @ExportMessage
    final boolean hasScope(@SuppressWarnings("unused") Frame frame) {
        return getRootNode() instanceof CodeRootNode;
    }

    @ExportMessage
    final Object getScope(Frame frame, @SuppressWarnings("unused") boolean nodeEnter) throws UnsupportedMessageException {
        if (getRootNode() instanceof CodeRootNode root) {
            return DebugScopes.of(root, sourceStart, frame == null ? null : frame.materialize());
        }
        throw UnsupportedMessageException.create();
    }

    @ExportMessage
    final boolean hasRootInstance(Frame frame) {
        return frame != null && frame.getArguments().length > Arguments.FUNCTION && frame.getArguments()[Arguments.FUNCTION] instanceof JSFunction function
                && InteropMembers.isExecutable(function);
    }

    @ExportMessage
    final Object getRootInstance(Frame frame) throws UnsupportedMessageException {
        if (!hasRootInstance(frame)) {
            throw UnsupportedMessageException.create();
        }
        return frame.getArguments()[Arguments.FUNCTION];
    }

    @ExportMessage
    final boolean hasReceiverMember(Frame frame) {
        return frame != null && getRootNode() instanceof CodeRootNode;
    }

    @ExportMessage
    final Object getReceiverMember(Frame frame) throws UnsupportedMessageException {
        if (!hasReceiverMember(frame)) {
            throw UnsupportedMessageException.create();
        }
        return Strings.of("this");
    }
}
