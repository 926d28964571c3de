package org.ledgejs.language.nodes.literal;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Realm;

/** A regular expression literal: a new object at each evaluation (ECMA-262 §13.2.7.3). */
public final class RegExpLiteralNode extends JSNode {
    private final TruffleString pattern;
    private final TruffleString flags;

    public RegExpLiteralNode(TruffleString pattern, TruffleString flags) {
        this.pattern = pattern;
        this.flags = flags;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return create(Realm.get(this));
    }

    @TruffleBoundary
    private Object create(Realm realm) {
        return JSRegExp.create(realm, pattern, flags);
    }
}
