package org.ledgejs.language.nodes.module;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ActiveModule;
import org.ledgejs.language.nodes.function.ClosureScopeNode;
import org.ledgejs.language.runtime.Scope;

/** {@code import.meta} (ECMA-262 §13.3.12.1). */
public final class ImportMetaNode extends JSNode {
    @Override
    public Object execute(VirtualFrame frame) {
        return meta(ClosureScopeNode.scope(frame));
    }

    @TruffleBoundary
    private static Object meta(Scope closure) {
        return ((GuestModule) ActiveModule.of(closure)).importMeta();
    }
}
