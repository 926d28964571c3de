package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.literal.ConstantNode;
import org.ledgejs.language.ops.DefinePropertyNode;
import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;

import com.oracle.truffle.api.strings.TruffleString;

/** Gives an object a field of its class (ECMA-262 §7.3.34 DefineField). */
public final class DefineFieldNode extends JSNode {
    @Child private JSNode object;
    @Child private JSNode key;
    @Child private JSNode value;
    /** For a literal name; else null. */
    @Child private DefinePropertyNode define;
    @Child private ToPropertyKeyNode toKey;

    public DefineFieldNode(JSNode object, JSNode key, JSNode value, AddedProperties added) {
        this.object = object;
        this.key = key;
        this.value = value;
        if (key instanceof ConstantNode constant && constant.value() instanceof TruffleString name) {
            this.define = DefinePropertyNode.create(PropertyKey.of(name), PropertyFlags.DEFAULT, added);
        } else {
            this.toKey = ToPropertyKeyNode.create();
        }
    }

    @Override
    public Object execute(VirtualFrame frame) {
        JSObject target = (JSObject) object.execute(frame);
        if (define != null) {
            Object result = value.execute(frame);
            define.execute(target, result);
            return result;
        }
        Object name = toKey.execute(key.execute(frame));
        Object result = value.execute(frame);
        define(target, name, result);
        return result;
    }

    @TruffleBoundary
    private static void define(JSObject target, Object name, Object result) {
        ObjectOperations.createDataPropertyOrThrow(target, name, result);
    }
}
