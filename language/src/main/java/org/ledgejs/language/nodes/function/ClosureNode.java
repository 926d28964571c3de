package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Scope;

/** A function expression: a function object over the current scope (ECMA-262 §15.2.5). */
public class ClosureNode extends JSNode {
    private final GuestFunctionData data;
    private final int scopeSlot;

    /** @param scopeSlot -1: the function closes over what the active function closes over */
    public ClosureNode(GuestFunctionData data, int scopeSlot) {
        this.data = data;
        this.scopeSlot = scopeSlot;
    }

    public final GuestFunctionData data() {
        return data;
    }

    final Scope scope(VirtualFrame frame) {
        return scopeSlot < 0 ? ClosureScopeNode.scope(frame) : (Scope) frame.getObject(scopeSlot);
    }

    public final JSFunction closure(VirtualFrame frame) {
        return JSFunction.create(Realm.get(this), data, scope(frame));
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return closure(frame);
    }

    /** One whose name is computed (SetFunctionName, §10.2.9). */
    public static final class Named extends ClosureNode {
        @Child private JSNode key;
        @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();

        public Named(GuestFunctionData data, int scopeSlot, JSNode key) {
            super(data, scopeSlot);
            this.key = key;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object name = key.execute(frame);
            return name(closure(frame), name instanceof PrivateName ? name : toKey.execute(name));
        }

        @TruffleBoundary
        private static JSFunction name(JSFunction function, Object key) {
            ObjectOperations.setFunctionName(function, key, null);
            return function;
        }
    }

    /** A method: has a home object. */
    public static final class Method extends ClosureNode {
        @Child private JSNode home;

        public Method(GuestFunctionData data, int scopeSlot, JSNode home) {
            super(data, scopeSlot);
            this.home = home;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            JSFunction function = closure(frame);
            if (home.execute(frame) instanceof JSObject object) {
                function.setHomeObject(object);
            }
            return function;
        }
    }
}
