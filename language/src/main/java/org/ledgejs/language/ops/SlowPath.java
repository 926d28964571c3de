package org.ledgejs.language.ops;

import com.oracle.truffle.api.nodes.EncapsulatingNodeReference;
import com.oracle.truffle.api.nodes.Node;

/**
 * Says which node an operation belongs to that goes on in Java code, where it may call the program or throw: stack traces then show its
 * place rather than that of the whole function. To be left in a finally clause.
 */
public final class SlowPath {
    private SlowPath() { }

    /** @return for {@link #leave} */
    public static Node enter(Node node) {
        EncapsulatingNodeReference reference = EncapsulatingNodeReference.getCurrent();
        Node outer = reference.get();
        if (node.getRootNode() != null) {
            reference.set(node);
        }
        return outer;
    }

    public static void leave(Node outer) {
        EncapsulatingNodeReference.getCurrent().set(outer);
    }
}
