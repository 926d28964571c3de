package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.SetPropertyNode;
import org.ledgejs.language.runtime.AddedProperties;

/** {@code object.name = value}; its value is the value. */
public final class WritePropertyNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode value;
    @Child private SetPropertyNode set;

    public WritePropertyNode(JSNode object, TruffleString name, JSNode value, boolean strict, AddedProperties added) {
        this.object = object;
        this.value = value;
        this.set = SetPropertyNode.create(name, strict, added);
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object target = object.execute(frame);
        Object result = value.execute(frame);
        set.execute(target, result);
        return result;
    }
}
