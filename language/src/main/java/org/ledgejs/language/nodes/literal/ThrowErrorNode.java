package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;

/** Throws an error that was known when the code was resolved. */
public final class ThrowErrorNode extends JSNode {
    private final int kind;
    private final String message;

    /** @param kind 0 ReferenceError, 1 TypeError, 2 SyntaxError */
    public ThrowErrorNode(int kind, String message) {
        this.kind = kind;
        this.message = message;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        throw error();
    }

    @TruffleBoundary
    private JSException error() {
        return switch (kind) {
            case 0 -> Errors.referenceError(message, this);
            case 1 -> Errors.typeError(message, this);
            default -> Errors.syntaxError(message);
        };
    }
}
