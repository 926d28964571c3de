package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Strings;

/** The root of a function's nodes. */
public abstract class CodeRootNode extends RootNode {
    private final GuestFunctionData data;

    CodeRootNode(GuestFunctionData data, FrameDescriptor descriptor) {
        super(data.unit().language(), descriptor);
        this.data = data;
    }

    public final GuestFunctionData data() {
        return data;
    }

    public final LoadedUnit unit() {
        return data.unit();
    }

    final LedgeLanguage language() {
        return data.unit().language();
    }

    @Override
    public final String getName() {
        return Strings.java(data.name());
    }

    @Override
    public final String toString() {
        return getName().isEmpty() ? "(anonymous)" : getName();
    }

    @Override
    public final SourceSection getSourceSection() {
        return data.sourceSection();
    }

    @Override
    public final boolean isInternal() {
        return unit().source() == null || unit().source().isInternal();
    }

    /**
     * What a Java exception that is none of the language's becomes at the edge of a function; to be thrown. Compiled code stays
     * valid: a program may run out of stack as often as it likes.
     */
    final RuntimeException convert(Throwable thrown) {
        return thrown instanceof StackOverflowError overflow ? Errors.stackOverflow(overflow, this) : failure(thrown);
    }

    @TruffleBoundary
    private EngineFailure failure(Throwable thrown) {
        if (thrown instanceof EngineFailure known) {
            return known;
        }
        language().countFailure();
        return new EngineFailure(getName(), thrown);
    }
}
