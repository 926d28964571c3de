package org.ledgejs.language.nodes;

import com.oracle.truffle.api.dsl.TypeSystemReference;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.GenerateWrapper;
import com.oracle.truffle.api.instrumentation.ProbeNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.ops.JSTypes;

/** An expression. Numbers go unboxed through the typed execute methods. */
@GenerateWrapper(yieldExceptions = YieldException.class)
@TypeSystemReference(JSTypes.class)
public abstract class JSNode extends CodeNode {

    public abstract Object execute(VirtualFrame frame);

    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        return JSTypes.expectInt(execute(frame));
    }

    /** The value of an int is given as a double. */
    public double executeDouble(VirtualFrame frame) throws UnexpectedResultException {
        return JSTypes.expectDouble(execute(frame));
    }

    public boolean executeBoolean(VirtualFrame frame) throws UnexpectedResultException {
        return unboxBoolean(execute(frame));
    }

    /** For its effects. */
    public void executeVoid(VirtualFrame frame) {
        execute(frame);
    }

    protected static boolean unboxBoolean(Object value) throws UnexpectedResultException {
        if (value instanceof Boolean b) {
            return b;
        }
        throw new UnexpectedResultException(value);
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.ExpressionTag.class;
    }

    @Override
    public WrapperNode createWrapper(ProbeNode probe) {
        return new JSNodeWrapper(this, probe);
    }
}
