package org.ledgejs.language.nodes.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.property.SourceText;
import org.ledgejs.language.ops.ConstructNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.Undefined;

/** {@code new callee(…)} (ECMA-262 §13.3.5). */
public final class NewNode extends JSNode {
    @Child private JSNode callee;
    @Child private ArgumentListNode arguments;
    @Child private ConstructNode construct = ConstructNode.create();

    public NewNode(JSNode callee, ArgumentListNode arguments) {
        this.callee = callee;
        this.arguments = arguments;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object constructor = callee.execute(frame);
        Object[] values = arguments.execute(frame, Undefined.INSTANCE, constructor, constructor);
        Object result = construct.execute(values);
        if (result == null) {
            throw notAConstructor(constructor);
        }
        return result;
    }

    @TruffleBoundary
    private JSException notAConstructor(Object constructor) {
        return Errors.typeError(SourceText.ofConstructor(this, Errors.describe(constructor)) + " is not a constructor", this);
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.CallTag.class || super.hasTag(tag);
    }
}
