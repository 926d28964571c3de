package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.runtime.JSClassConstructor;
import org.ledgejs.language.runtime.JSFunction;

/** InitializeInstanceElements (ECMA-262 §7.3.35): runs the class's initialiser on a new object. */
public final class InitializeFieldsNode extends JSNode {
    private static final Object[] NO_ARGUMENTS = {};

    @Child private JSNode object;
    @Child private JSNode constructor;
    @Child private CallNode call = CallNode.create();

    public InitializeFieldsNode(JSNode object, JSNode constructor) {
        this.object = object;
        this.constructor = constructor;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        if (constructor.execute(frame) instanceof JSClassConstructor definition) {
            JSFunction initializer = definition.initializer();
            if (initializer != null) {
                call.execute(initializer, target, NO_ARGUMENTS);
            }
        }
        return target;
    }
}
