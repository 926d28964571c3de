package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Bind;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;

/** PrivateFieldAdd and PrivateMethodOrAccessorAdd (ECMA-262 §7.3.28, §7.3.29). */
@GenerateInline(false)
public abstract class PrivateAddNode extends Node {
    static final int LIMIT = 3;

    @NeverDefault
    public static PrivateAddNode create() {
        return PrivateAddNodeGen.create();
    }

    /** @param value of a field; of a method or accessor anything */
    public abstract void execute(Object object, PrivateName name, Object value);

    @Specialization(guards = {"name.key == key", "lookup != null", "holder != null", "name.isField()", "lookup.canStore(value)"}, limit = "LIMIT")
    static void field(JSObject object, PrivateName name, Object value, @Cached("name.key") @SuppressWarnings("unused") PrivateName.Key key,
            @Cached("lookup(object, key, value)") PropertyLookup lookup,
            @Bind("lookup.holder(object)") @SuppressWarnings("unused") JSObject holder) {
        if (!lookup.store(object, value)) {
            any(object, name, value);
        }
    }

    @Specialization(replaces = "field")
    @TruffleBoundary
    static void any(Object object, PrivateName name, Object value) {
        ObjectOperations.privateAdd((JSObject) object, name, value);
    }

    @TruffleBoundary
    static PropertyLookup lookup(JSObject object, PrivateName.Key key, Object value) {
        return PropertyLookup.toAddHidden(object, key, value);
    }
}
