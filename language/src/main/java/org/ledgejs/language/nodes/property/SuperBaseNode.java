package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;

/** GetSuperBase (ECMA-262 §9.1.1.3.5): what a super property is looked up in, the prototype of the home object. */
public final class SuperBaseNode extends JSNode {
    @Child private JSNode home;

    public SuperBaseNode(JSNode home) {
        this.home = home;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        JSObject parent = ((JSObject) home.execute(frame)).getPrototypeOf();
        return parent == null ? Null.INSTANCE : parent;
    }
}
