package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.code.ScopeInfo.Variable;
import org.ledgejs.language.interop.LocalScope;
import org.ledgejs.language.nodes.module.GuestModule;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Scope;

/** Scopes as debuggers see them: the variables of a function by name, then those of the scopes it closes over. */
public final class DebugScopes {
    private DebugScopes() { }

    /** @param frame null for the static view: names without values */
    @TruffleBoundary
    public static LocalScope of(CodeRootNode root, MaterializedFrame frame) {
        LocalScope outer = frame == null ? null : closures(closureScope(frame));
        LocalScope scope = new LocalScope(root.getName().isEmpty() ? "local" : root.getName(), root.getSourceSection(), outer);
        CodeUnit unit = root.unit().code();
        int function = root.data().code().index();
        int slots = root.data().code().frameSlots();
        for (int i = 0; i < unit.scopeCount(); i++) {
            ScopeInfo info = unit.scope(i);
            if (info.function() == function) {
                addFrameVariables(scope, info, frame);
            }
        }
        if (frame != null) {
            for (int slot = 0; slot < slots; slot++) {
                if (frame.getValue(slot) instanceof Scope captured && captured.info instanceof StaticScope known && known.info().function() == function) {
                    addCaptured(scope, known.info(), captured);
                }
            }
            if (frame.getArguments().length > Arguments.THIS && frame.getArguments()[Arguments.THIS] != null) {
                scope.addThis(frame.getArguments()[Arguments.THIS]);
            }
        }
        return scope;
    }

    private static Scope closureScope(MaterializedFrame frame) {
        Object[] arguments = frame.getArguments();
        return arguments.length > Arguments.FUNCTION && arguments[Arguments.FUNCTION] instanceof JSFunction function ? function.scope() : null;
    }

    private static LocalScope closures(Scope scope) {
        if (scope == null) {
            return null;
        }
        LocalScope parent = closures(scope.parent);
        ScopeInfo info = scope.info instanceof StaticScope known ? known.info() : scope.info instanceof GuestModule module ? module.staticScope().info() : null;
        if (info == null) {
            return parent;
        }
        LocalScope result = new LocalScope(info.kind() == ScopeInfo.Kind.MODULE ? "module" : "closure", null, parent);
        addCaptured(result, info, scope);
        return result;
    }

    private static boolean isVisible(Variable variable) {
        return (variable.flags() & (Variable.INTERNAL | Variable.PRIVATE_NAME)) == 0;
    }

    private static void addFrameVariables(LocalScope scope, ScopeInfo info, MaterializedFrame frame) {
        for (Variable variable : info.variables()) {
            if (!variable.captured() && isVisible(variable)) {
                if (frame == null) {
                    scope.addName(variable.name());
                } else if (frame.getValue(variable.slot()) != null) {
                    scope.addLocal(variable.name(), frame, variable.slot(), isWritable(variable));
                }
            }
        }
    }

    private static void addCaptured(LocalScope scope, ScopeInfo info, Scope captured) {
        for (Variable variable : info.variables()) {
            if (variable.captured() && isVisible(variable)) {
                scope.addCaptured(variable.name(), captured, variable.slot(), isWritable(variable));
            }
        }
    }

    private static boolean isWritable(Variable variable) {
        return (variable.flags() & (Variable.CONST | Variable.FUNCTION_NAME | Variable.IMPORT)) == 0;
    }
}
