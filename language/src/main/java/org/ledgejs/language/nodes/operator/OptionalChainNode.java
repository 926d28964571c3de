package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.profiles.CountingConditionProfile;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Undefined;

/** {@code a?.b} (ECMA-262 §13.3.9): keeps the base in a slot, and goes on only if it is there. */
public final class OptionalChainNode extends JSNode {
    private final int slot;
    @Child private JSNode base;
    @Child private JSNode rest;
    private final CountingConditionProfile profile = CountingConditionProfile.create();

    public OptionalChainNode(int slot, JSNode base, JSNode rest) {
        this.slot = slot;
        this.base = base;
        this.rest = rest;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = base.execute(frame);
        frame.setObject(slot, value);
        return profile.profile(Nullish.test(value)) ? Undefined.INSTANCE : rest.execute(frame);
    }
}
