package org.ledgejs.language.nodes.property;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;

/** The rest of an object pattern: a new object with the properties the pattern did not name (ECMA-262 §14.3.3.2). */
public final class ObjectRestNode extends JSNode {
    @Child private JSNode source;
    @Children private final JSNode[] excluded;

    public ObjectRestNode(JSNode source, JSNode[] excluded) {
        this.source = source;
        this.excluded = excluded;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        Object from = source.execute(frame);
        Object[] keys = new Object[excluded.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = excluded[i].execute(frame);
        }
        return copy(Realm.get(this), from, keys);
    }

    @TruffleBoundary
    private static Object copy(Realm realm, Object from, Object[] keys) {
        JSObject rest = JSObject.create(realm);
        List<Object> names = new ArrayList<>(keys.length);
        for (Object key : keys) {
            names.add(Conversions.toPropertyKey(key));
        }
        ObjectOperations.copyDataProperties(rest, from, names);
        return rest;
    }
}
