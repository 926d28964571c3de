package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.DeletePropertyNode;

/** {@code delete object[key]} (ECMA-262 §13.5.1). */
public final class DeleteNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode key;
    @Child private DeletePropertyNode delete;

    public DeleteNode(JSNode object, JSNode key, boolean strict) {
        this.object = object;
        this.key = key;
        this.delete = DeletePropertyNode.create(strict);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        return delete.execute(target, key.execute(frame));
    }
}
