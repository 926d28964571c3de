package org.ledgejs.language.builtins;

import com.oracle.truffle.api.nodes.LoopNode;

import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;

/**
 * A method of arrays or of typed arrays that calls a function for each element: the function is inlined into the loop. However
 * the array changes meanwhile, its elements are read as the algorithm in Java reads them; to that are left objects of other
 * kinds, and what can be called but is no function of the program or the library.
 */
abstract class ArrayLoopNode extends ArrayMethodNode {
    private final boolean typed;

    /** @param typed for typed arrays */
    ArrayLoopNode(Builtin.Body algorithm, boolean typed) {
        super(algorithm);
        this.typed = typed;
    }

    final boolean accepts(Object object, Object callback) {
        if (!(callback instanceof JSFunction)) {
            return false;
        }
        if (typed) {
            return object instanceof JSTypedArray array && !array.isOutOfBounds();
        }
        return object instanceof JSArray array && fits(array.length());
    }

    static int length(JSObject object) {
        return object instanceof JSArray array ? array.intLength() : ((JSTypedArray) object).validLength();
    }

    static Object call(CallNode call, Object callback, Object thisArgument, Object element, int index, JSObject object) {
        return call.executeWithArguments(Arguments.ofCallback(thisArgument, callback, element, index, object));
    }

    /** For the compiler: how often the loop ran. */
    final void count(int iterations) {
        if (iterations > 0) {
            LoopNode.reportLoopCount(this, iterations);
        }
    }
}
