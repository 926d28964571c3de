package org.ledgejs.language.nodes.function;

import java.util.Arrays;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;

/** The array of a rest parameter. */
public final class RestNode extends JSNode {
    private static final Object[] NONE = {};
    private final int from;

    public RestNode(int index) {
        this.from = Arguments.FIRST + index;
    }

    public int index() {
        return from - Arguments.FIRST;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        Object[] rest = from < arguments.length ? Arrays.copyOfRange(arguments, from, arguments.length) : NONE;
        return JSArray.create(Realm.get(this), rest);
    }
}
