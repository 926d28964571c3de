package org.ledgejs.language.builtins;

import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.ArrayBulk;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/**
 * A method of arrays as a node: what it cannot answer from the array's elements alone, without the program noticing, it leaves to
 * the method's algorithm in Java. It asks that in conditions rather than in guards: one odd array must not cost the others their path.
 */
@NodeChild(value = "arguments", type = JSNode[].class)
abstract class ArrayMethodNode extends JSNode {
    private final Builtin.Body algorithm;

    ArrayMethodNode(Builtin.Body algorithm) {
        this.algorithm = algorithm;
    }

    /** Runs the algorithm on the same arguments. */
    final Object generic(VirtualFrame frame) {
        return BuiltinRootNode.run(algorithm, frame.getArguments());
    }

    static Realm realm(VirtualFrame frame) {
        return BuiltinRootNode.realm(frame);
    }

    static int count(VirtualFrame frame) {
        return Arguments.count(frame.getArguments());
    }

    static Object argument(VirtualFrame frame, int i) {
        return Arguments.get(frame.getArguments(), i);
    }

    static boolean isArrayConstructor(VirtualFrame frame, Object function) {
        return function == realm(frame).intrinsic(Intrinsic.ARRAY);
    }

    /** The arguments from one on. */
    static Object[] rest(VirtualFrame frame, int from) {
        Object[] arguments = frame.getArguments();
        Object[] rest = new Object[Math.max(0, Arguments.count(arguments) - from)];
        System.arraycopy(arguments, arguments.length - rest.length, rest, 0, rest.length);
        return rest;
    }

    /** For as many elements more as there are arguments. */
    static boolean hasRoom(VirtualFrame frame, JSArray array) {
        return fits(array.length() + count(frame));
    }

    static boolean fits(long length) {
        return length <= ArrayBulk.MAX_LENGTH;
    }

    /** Converting the argument to an integer runs no code of the program. */
    static boolean isPosition(Object argument) {
        return argument instanceof Integer || argument == Undefined.INSTANCE || argument instanceof Double;
    }
}
