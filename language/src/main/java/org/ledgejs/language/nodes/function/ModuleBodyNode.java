package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.Activation;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Undefined;

/**
 * A module's code, called twice: with {@link #INITIALIZE} at link time for the rest of InitializeEnvironment (ECMA-262 §16.2.1.7.3.1), and
 * with an {@link Execution} for ExecuteModule. The closure scope of the function is the module environment.
 */
public final class ModuleBodyNode extends JSNode {
    public static final Object INITIALIZE = Boolean.TRUE;

    /** Takes what is not for instruments, which see the value of the node. */
    public static final class Execution {
        /** To be driven, if the module has top-level await; else null. */
        public Activation activation;
    }

    @Child private StatementNode prologue;
    @Child private StatementNode body;
    /** The body of a module with top-level await, or null. */
    private final RootCallTarget asyncBody;

    public ModuleBodyNode(StatementNode prologue, StatementNode body, RootCallTarget asyncBody) {
        this.prologue = prologue;
        this.body = body;
        this.asyncBody = asyncBody;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object purpose = Arguments.get(frame.getArguments(), 0);
        if (purpose == INITIALIZE) {
            if (prologue != null) {
                prologue.execute(frame);
            }
            return Undefined.INSTANCE;
        }
        if (asyncBody != null) {
            ((Execution) purpose).activation = new Activation(asyncBody, frame.materialize(), frame.getArguments()[Arguments.FUNCTION]);
        } else {
            body.execute(frame);
        }
        return Undefined.INSTANCE;
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.RootTag.class;
    }
}
