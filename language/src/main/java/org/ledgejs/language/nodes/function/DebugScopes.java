package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.code.ScopeInfo.Variable;
import org.ledgejs.language.interop.LocalScope;
import org.ledgejs.language.nodes.module.GuestModule;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Scope;

/**
 * Scopes as debuggers see them: the variables of the blocks around a place, innermost first, of their function, then of the scopes it
 * closes over.
 */
public final class DebugScopes {
    private final CodeRootNode root;
    private final CodeUnit unit;
    private final int function;
    /** Null for the static view: names without values. */
    private final MaterializedFrame frame;

    private DebugScopes(CodeRootNode root, MaterializedFrame frame) {
        this.root = root;
        this.unit = root.unit().code();
        this.function = root.data().code().index();
        this.frame = frame;
    }

    /** @param offset where in the source it stands @param frame null for the static view: names without values */
    @TruffleBoundary
    public static LocalScope of(CodeRootNode root, int offset, MaterializedFrame frame) {
        DebugScopes scopes = new DebugScopes(root, frame);
        return scopes.chain(scopes.innermost(offset));
    }

    /** The index of the innermost scope of the function around an offset, or -1. Scopes are numbered from the outside in. */
    private int innermost(int offset) {
        int found = -1;
        for (int i = 0; i < unit.scopeCount(); i++) {
            ScopeInfo info = unit.scope(i);
            if (info.function() == function && info.contains(offset) && (found < 0 || isWithin(i, found))) {
                found = i;
            }
        }
        return found;
    }

    private boolean isWithin(int scope, int outer) {
        int at = scope;
        while (at >= 0 && at != outer) {
            at = unit.scope(at).parent();
        }
        return at >= 0;
    }

    private LocalScope chain(int index) {
        ScopeInfo info = index < 0 ? null : unit.scope(index);
        if (info == null || info.function() != function) {
            return functionScope(-1);
        }
        if (info.end() == 0) {
            return functionScope(index);
        }
        SourceSection section = root.unit().section(info.start(), info.end() - info.start());
        LocalScope scope = new LocalScope("block", section, chain(info.parent()));
        addVariables(scope, index);
        return scope;
    }

    /** All scopes of the function itself as one. @param index of the innermost, or -1 */
    private LocalScope functionScope(int index) {
        LocalScope outer = frame == null ? null : closures(closureScope());
        LocalScope scope = new LocalScope(root.getName().isEmpty() ? "local" : root.getName(), root.getSourceSection(), outer);
        for (int i = index; i >= 0 && unit.scope(i).function() == function; i = unit.scope(i).parent()) {
            addVariables(scope, i);
        }
        if (frame != null && frame.getArguments().length > Arguments.THIS && frame.getArguments()[Arguments.THIS] != null) {
            scope.addThis(frame.getArguments()[Arguments.THIS]);
        }
        return scope;
    }

    private void addVariables(LocalScope scope, int index) {
        ScopeInfo info = unit.scope(index);
        Scope captured = frame == null || info.size() == 0 ? null : scopeObject(index);
        for (Variable variable : info.variables()) {
            if (!isVisible(variable)) {
                continue;
            }
            if (frame == null) {
                scope.addName(variable.name());
            } else if (!variable.captured()) {
                scope.addLocal(variable.name(), frame, variable.slot(), isWritable(variable));
            } else if (captured != null) {
                scope.addCaptured(variable.name(), captured, variable.slot(), isWritable(variable));
            }
        }
    }

    /** The scope object that is in the frame, or null before it was made. */
    private Scope scopeObject(int index) {
        int slots = root.data().code().frameSlots();
        for (int slot = 0; slot < slots; slot++) {
            if (frame.getValue(slot) instanceof Scope candidate && candidate.info instanceof StaticScope known && known.index() == index && known.unit() == root.unit()) {
                return candidate;
            }
        }
        return null;
    }

    private Scope closureScope() {
        Object[] arguments = frame.getArguments();
        return arguments.length > Arguments.FUNCTION && arguments[Arguments.FUNCTION] instanceof JSFunction closure ? closure.scope() : null;
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
        for (Variable variable : info.variables()) {
            if (variable.captured() && isVisible(variable)) {
                result.addCaptured(variable.name(), scope, variable.slot(), isWritable(variable));
            }
        }
        return result;
    }

    private static boolean isVisible(Variable variable) {
        return (variable.flags() & (Variable.INTERNAL | Variable.PRIVATE_NAME)) == 0;
    }

    private static boolean isWritable(Variable variable) {
        return (variable.flags() & (Variable.CONST | Variable.FUNCTION_NAME | Variable.IMPORT)) == 0;
    }
}
