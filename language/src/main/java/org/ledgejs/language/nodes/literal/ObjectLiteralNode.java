package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** An object literal (ECMA-262 §13.2.5): defines its members in order. */
public final class ObjectLiteralNode extends JSNode {
    @Children private final ObjectMemberNode[] members;

    public ObjectLiteralNode(ObjectMemberNode[] members) {
        this.members = members;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        JSObject object = JSObject.create(Realm.get(this));
        for (ObjectMemberNode member : members) {
            member.define(frame, object);
        }
        return object;
    }
}
