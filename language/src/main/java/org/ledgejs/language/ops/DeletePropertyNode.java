package org.ledgejs.language.ops;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.GenerateInline;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.runtime.Null;

/** The delete operator on a property reference (ECMA-262 §13.5.1.2). */
@GenerateInline(false)
public abstract class DeletePropertyNode extends Node {
    final boolean strict;

    DeletePropertyNode(boolean strict) {
        this.strict = strict;
    }

    /** @param strict throw where the deletion is refused */
    @NeverDefault
    public static DeletePropertyNode create(boolean strict) {
        return DeletePropertyNodeGen.create(strict);
    }

    /** @param key a value, or a property key already */
    public abstract boolean execute(Object base, Object key);

    @Specialization
    @TruffleBoundary
    boolean delete(Object base, Object key) {
        if (base == Undefined.INSTANCE || base == Null.INSTANCE) {
            throw Errors.typeError("Cannot convert undefined or null to object", this);
        }
        JSObject object = Conversions.toObject(Realm.get(null), base);
        Object propertyKey = Conversions.toPropertyKey(key);
        boolean deleted = object.delete(propertyKey);
        if (!deleted && strict) {
            throw Errors.cannotDelete(base, propertyKey, this);
        }
        return deleted;
    }
}
