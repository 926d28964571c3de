package org.ledgejs.language.nodes.classes;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureScopeNode;
import org.ledgejs.language.nodes.function.GuestFunctionData;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSClassConstructor;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.runtime.Strings;

/** ClassDefinitionEvaluation (ECMA-262 §15.7.14) up to and including the methods. */
public final class ClassNode extends JSNode {
    private static final TruffleString PROTOTYPE = Strings.constant("prototype");
    private static final TruffleString CONSTRUCTOR = Strings.constant("constructor");

    private final GuestFunctionData constructor;
    private final int scopeSlot;
    @Child private JSNode heritage;
    @Child private JSNode name;
    private final GuestFunctionData initializer;
    private final boolean derived;
    @Children private final ClassMemberNode[] members;

    /**
     * @param heritage null for none
     * @param name a property key, or null where a static member gives the name
     * @param initializer null for none
     */
    public ClassNode(GuestFunctionData constructor, int scopeSlot, JSNode heritage, JSNode name, GuestFunctionData initializer,
            boolean derived, ClassMemberNode[] members) {
        this.constructor = constructor;
        this.scopeSlot = scopeSlot;
        this.heritage = heritage;
        this.name = name;
        this.initializer = initializer;
        this.derived = derived;
        this.members = members;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        Object superclass = heritage == null ? null : heritage.execute(frame);
        Object key = name == null ? null : name.execute(frame);
        Scope scope = scopeSlot < 0 ? ClosureScopeNode.scope(frame) : (Scope) frame.getObject(scopeSlot);
        JSFunction function = create(Realm.get(this), scope, superclass, key);
        JSObject prototype = function.homeObject();
        for (ClassMemberNode member : members) {
            member.define(frame, function, prototype);
        }
        return function;
    }

    @TruffleBoundary
    private JSFunction create(Realm realm, Scope scope, Object superclass, Object key) {
        JSObject functionParent = realm.intrinsic(Intrinsic.FUNCTION_PROTOTYPE);
        JSObject prototypeParent = realm.intrinsic(Intrinsic.OBJECT_PROTOTYPE);
        if (derived) {
            if (superclass == Null.INSTANCE) {
                prototypeParent = null;
            } else {
                functionParent = requireConstructor(superclass);
                prototypeParent = prototypeOf(functionParent);
            }
        }
        JSObject prototype = JSObject.create(prototypeParent);
        JSFunction fields = null;
        if (initializer != null) {
            fields = JSFunction.create(realm, initializer, scope);
            fields.setHomeObject(prototype);
        }
        JSFunction function = new JSClassConstructor(functionParent, constructor, scope, realm, fields);
        function.setHomeObject(prototype);
        if (key != null && !key.equals(constructor.name())) {
            ObjectOperations.setFunctionName(function, Conversions.toPropertyKey(key), null);
        }
        function.define(PROTOTYPE, prototype, PropertyFlags.FIXED);
        prototype.define(CONSTRUCTOR, function, PropertyFlags.METHOD);
        return function;
    }

    private JSObject requireConstructor(Object superclass) {
        if (superclass instanceof JSObject object && object.isConstructor()) {
            return object;
        }
        throw error("Class extends value " + Errors.describe(superclass) + " is not a constructor or null");
    }

    private JSObject prototypeOf(JSObject superclass) {
        Object prototype = superclass.get(PropertyKey.of("prototype"));
        if (prototype instanceof JSObject object) {
            return object;
        }
        if (prototype == Null.INSTANCE) {
            return null;
        }
        throw error("Class extends value does not have valid prototype property " + Errors.describe(prototype));
    }

    private JSException error(String message) {
        return Errors.typeError(message, this);
    }
}
