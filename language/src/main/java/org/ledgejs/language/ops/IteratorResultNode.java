package org.ledgejs.language.ops;

import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;

/** CreateIteratorResultObject (ECMA-262 §7.4.14). */
public final class IteratorResultNode extends Node {
    @Child private DefinePropertyNode value = DefinePropertyNode.create(Iteration.VALUE, PropertyFlags.DEFAULT);
    @Child private DefinePropertyNode done = DefinePropertyNode.create(Iteration.DONE, PropertyFlags.DEFAULT);

    private IteratorResultNode() { }

    @NeverDefault
    public static IteratorResultNode create() {
        return new IteratorResultNode();
    }

    public JSObject execute(Realm realm, Object resultValue, boolean resultDone) {
        JSObject result = JSObject.create(realm);
        value.execute(result, resultValue);
        done.execute(result, resultDone);
        return result;
    }
}
