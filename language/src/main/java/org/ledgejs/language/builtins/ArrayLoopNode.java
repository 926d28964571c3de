package org.ledgejs.language.builtins;

import com.oracle.truffle.api.nodes.LoopNode;

import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSArray;

/**
 * A method that calls a function for each element: the function is inlined into the loop. Any array will do, however it changes
 * meanwhile: its elements are read as the algorithm in Java reads them. That is left other objects, what is no function
 * of the program or the library, and kinds of arrays that are not the usual.
 */
abstract class ArrayLoopNode extends ArrayMethodNode {

    ArrayLoopNode(Builtin.Body algorithm) {
        super(algorithm);
    }

    static boolean hasIntLength(JSArray array) {
        return fits(array.length());
    }

    static Object call(CallNode call, Object callback, Object thisArgument, Object element, int index, JSArray array) {
        return call.executeWithArguments(Arguments.ofCallback(thisArgument, callback, element, index, array));
    }

    /** For the compiler: how often the loop ran. */
    final void count(int iterations) {
        if (iterations > 0) {
            LoopNode.reportLoopCount(this, iterations);
        }
    }
}
