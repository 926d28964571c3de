package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.ClassDecoration;
import org.ledgejs.language.runtime.ClassDecoration.Kind;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;

/** A member of a class with decorators: put down, to be defined when all decorators were called. */
public final class DecoratedMemberNode extends ClassMemberNode {
    @Child private JSNode decoration;
    private final int number;
    @Child private JSNode key;
    @Child private ClosureNode closure;
    @Child private ToPropertyKeyNode toKey = ToPropertyKeyNode.create();
    private final int flags;

    /**
     * @param closure null for a field
     * @param flags of {@link MethodFlags}
     */
    public DecoratedMemberNode(JSNode decoration, int number, JSNode key, ClosureNode closure, int flags) {
        this.decoration = decoration;
        this.number = number;
        this.key = key;
        this.closure = closure;
        this.flags = flags;
    }

    private boolean is(int flag) {
        return (flags & flag) != 0;
    }

    @Override
    public void define(VirtualFrame frame, JSFunction constructor, JSObject prototype) {
        ClassDecoration target = (ClassDecoration) decoration.execute(frame);
        Object name = key.execute(frame);
        if (!(name instanceof PrivateName)) {
            name = toKey.execute(name);
        }
        boolean isStatic = is(MethodFlags.STATIC);
        if (closure == null) {
            target.field(number, name, isStatic);
            return;
        }
        JSFunction function = closure.closure(frame);
        function.setHomeObject(isStatic ? constructor : prototype);
        if (!(key instanceof ConstantNode) && !(name instanceof PrivateName)) {
            name(function, name);
        }
        Kind kind = is(MethodFlags.GETTER) ? Kind.GETTER : is(MethodFlags.SETTER) ? Kind.SETTER : Kind.METHOD;
        target.method(number, kind, is(MethodFlags.AUTO_ACCESSOR), name, isStatic, function);
    }

    @TruffleBoundary
    private void name(JSFunction function, Object propertyKey) {
        ObjectOperations.setFunctionName(function, propertyKey, is(MethodFlags.GETTER) ? "get" : is(MethodFlags.SETTER) ? "set" : null);
    }
}
