package org.ledgejs.language.nodes.operator;

import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.ops.ToPropertyKeyNode;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Symbol;

/** ToPropertyKey (ECMA-262 §7.1.19) of a key that is used more than once; its value is one of the language: a string, a symbol or an index. */
public abstract class ToPropertyKeyOperatorNode extends UnaryNode {
    @Specialization(guards = "key >= 0")
    static int doIndex(int key) {
        return key;
    }

    @Specialization
    static TruffleString doString(TruffleString key) {
        return key;
    }

    @Specialization
    static Symbol doSymbol(Symbol key) {
        return key;
    }

    @Specialization(replaces = {"doIndex", "doString", "doSymbol"})
    static Object doAny(Object key, @Cached ToPropertyKeyNode toKey) {
        return PropertyKey.toValue(toKey.execute(key));
    }
}
