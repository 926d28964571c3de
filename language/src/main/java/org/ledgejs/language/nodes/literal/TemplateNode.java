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
    @Child private ToStringNode toString = ToStringNode.create();
    @Child private TruffleString.ConcatNode concat = TruffleString.ConcatNode.create();

    public TemplateNode(JSNode[] parts) {
        this.parts = parts;
    }

    @Override
    @ExplodeLoop
    public Object execute(VirtualFrame frame) {
        TruffleString result = Strings.EMPTY;
        for (JSNode part : parts) {
            TruffleString next = toString.execute(part.execute(frame));
            if ((long) Strings.length(result) + Strings.length(next) > Strings.MAX_LENGTH) {
                throw Errors.rangeError("Invalid string length", this);
            }
            result = concat.execute(result, next, Strings.ENCODING, true);
        }
        return result;
    }
}
