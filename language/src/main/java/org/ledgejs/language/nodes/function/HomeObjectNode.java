package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Undefined;

/** [[HomeObject]] of the active function; undefined if it has none. */
public final class HomeObjectNode extends JSNode {
    @Override
    public Object execute(VirtualFrame frame) {
        JSObject home = ((JSFunction) frame.getArguments()[Arguments.FUNCTION]).homeObject();
        return home == null ? Undefined.INSTANCE : home;
    }
}
