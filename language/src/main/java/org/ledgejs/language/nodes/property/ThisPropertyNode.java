package org.ledgejs.language.nodes.property;

import java.util.Set;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ThisNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.runtime.Arguments;

/** {@code this.name} where this is what the caller passed: the most frequent property of all, without a step for its object. */
final class ThisPropertyNode extends JSNode {
    @Child private GetPropertyNode get;
    /** What instruments see in its place. */
    private final ThisNode plainThis;
    private final TruffleString name;

    ThisPropertyNode(ThisNode plainThis, TruffleString name) {
        this.get = GetPropertyNode.create(name);
        this.plainThis = plainThis;
        this.name = name;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return get.execute(frame.getArguments()[Arguments.THIS]);
    }

    @Override
    public InstrumentableNode materializeInstrumentableNodes(Set<Class<? extends Tag>> tags) {
        if (!hasSourceRange() || !tags.contains(StandardTags.ExpressionTag.class)) {
            return this;
        }
        PropertyNode plain = new PropertyNode((JSNode) plainThis.deepCopy(), name);
        plain.copySourceRange(this);
        return plain;
    }
}
