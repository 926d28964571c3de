package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExplodeLoop;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.ToStringNode;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Strings;

/** A template literal: concatenates its parts (ECMA-262 §13.2.8.6). */
public final class TemplateNode extends JSNode {
    @Children private final JSNode[] parts;
    /** For each part one: texts, numbers and objects each stay with their own. */
    @Children private final ToStringNode[] toString;
    @Child private TruffleString.ConcatNode concat = TruffleString.ConcatNode.create();

    public TemplateNode(JSNode[] parts) {
        this.parts = parts;
        this.toString = new ToStringNode[parts.length];
        for (int i = 0; i < parts.length; i++) {
            toString[i] = ToStringNode.create();
        }
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        TruffleString result = Strings.EMPTY;
        for (int i = 0; i < parts.length; i++) {
            TruffleString next = toString[i].execute(parts[i].execute(frame));
            if ((long) Strings.length(result) + Strings.length(next) > Strings.MAX_LENGTH) {
                throw Errors.rangeError("Invalid string length", this);
            }
            result = concat.execute(result, next, Strings.ENCODING, true);
        }
        return result;
    }
}
