package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;

/** {@code #name in object} (ECMA-262 §13.10.1). */
public final class HasPrivateNode extends JSNode {
    @Child private JSNode name;
    @Child private JSNode object;

    public HasPrivateNode(JSNode name, JSNode object) {
        this.name = name;
        this.object = object;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        PrivateName key = (PrivateName) name.execute(frame);
        return executeBoolean(key, object.execute(frame));
    }

    @TruffleBoundary
    private boolean executeBoolean(PrivateName key, Object target) {
        if (!ObjectOperations.isObject(target)) {
            throw Errors.notSearchable(key, target, this);
        }
        return ObjectOperations.privateHas(target, key);
    }
}
