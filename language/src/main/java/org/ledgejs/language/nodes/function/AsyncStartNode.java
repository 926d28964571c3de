package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.Activation;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.AsyncFunction;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Realm;

/** A call of an async function: runs to the first await and returns the promise (ECMA-262 §27.7.5.1). */
public final class AsyncStartNode extends JSNode {
    @Child private StatementNode prologue;
    private final RootCallTarget body;

    public AsyncStartNode(StatementNode prologue, RootCallTarget body) {
        this.prologue = prologue;
        this.body = body;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Realm realm = Realm.get(this);
        if (prologue != null) {
            try {
                prologue.execute(frame);
            } catch (AbstractTruffleException exception) {
                return AsyncFunction.rejected(realm, exception);
            } catch (StackOverflowError overflow) {
                return AsyncFunction.rejected(realm, Errors.stackOverflow(overflow, this));
            }
        }
        return AsyncFunction.start(realm, new Activation(body, frame.materialize(), frame.getArguments()[Arguments.FUNCTION]));
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.RootTag.class;
    }
}
