package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.runtime.Activation;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSAsyncGenerator;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSGenerator;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Strings;

/** A call of a generator function: binds the parameters and makes the generator, whose body has not started (ECMA-262 §15.5.2, §15.6.2). */
public final class GeneratorStartNode extends JSNode {
    private static final TruffleString PROTOTYPE = Strings.constant("prototype");

    @Child private StatementNode prologue;
    @Child private GetPropertyNode getPrototype = GetPropertyNode.create(PROTOTYPE);
    private final RootCallTarget body;
    private final boolean async;

    public GeneratorStartNode(StatementNode prologue, RootCallTarget body, boolean async) {
        this.prologue = prologue;
        this.body = body;
        this.async = async;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        if (prologue != null) {
            prologue.execute(frame);
        }
        JSFunction function = (JSFunction) frame.getArguments()[Arguments.FUNCTION];
        JSObject prototype = getPrototype.execute(function) instanceof JSObject object ? object
                : function.realm().intrinsic(async ? Intrinsic.ASYNC_GENERATOR_PROTOTYPE : Intrinsic.GENERATOR_PROTOTYPE);
        Activation activation = new Activation(body, frame.materialize(), function);
        return async ? JSAsyncGenerator.create(function.realm(), prototype, activation) : JSGenerator.create(prototype, activation);
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.RootTag.class;
    }
}
