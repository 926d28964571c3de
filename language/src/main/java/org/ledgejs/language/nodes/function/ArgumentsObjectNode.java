package org.ledgejs.language.nodes.function;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSArguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Scope;

/** The arguments object: unmapped (ECMA-262 §10.4.4.6), or mapped to the parameters in a scope (§10.4.4.7). */
public final class ArgumentsObjectNode extends JSNode {
    private final int scopeSlot;
    /** Scope index of the parameter at each position, or -1. */
    @CompilationFinal(dimensions = 1) private final int[] mapping;

    public ArgumentsObjectNode() {
        this(-1, null);
    }

    public ArgumentsObjectNode(int scopeSlot, int[] mapping) {
        this.scopeSlot = scopeSlot;
        this.mapping = mapping;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object[] arguments = frame.getArguments();
        Scope scope = mapping == null ? null : (Scope) frame.getObject(scopeSlot);
        return create((JSFunction) arguments[Arguments.FUNCTION], Arrays.copyOfRange(arguments, Arguments.FIRST, arguments.length), scope);
    }

    @TruffleBoundary
    private Object create(JSFunction callee, Object[] values, Scope scope) {
        Realm realm = callee.realm();
        return mapping == null ? JSArguments.createUnmapped(realm, values) : JSArguments.createMapped(realm, callee, values, scope, mapping);
    }
}
