package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Undefined;

/** {@code ??} (ECMA-262 §13.13), and default values, which replace undefined only. */
public final class CoalesceNode extends JSNode {
    @Child private JSNode left;
    @Child private JSNode right;
    private final boolean replacesNull;
    private final CountingConditionProfile profile = CountingConditionProfile.create();

    public CoalesceNode(JSNode left, JSNode right, boolean replacesNull) {
        this.left = left;
        this.right = right;
        this.replacesNull = replacesNull;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = left.execute(frame);
        boolean absent = value == Undefined.INSTANCE || replacesNull && Nullish.test(value);
        return profile.profile(absent) ? right.execute(frame) : value;
    }
}
