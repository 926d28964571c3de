package org.ledgejs.language.nodes.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ActiveModule;
import org.ledgejs.language.nodes.function.ClosureScopeNode;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.runtime.DynamicImport;
import org.ledgejs.language.runtime.ImportPhase;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.runtime.Undefined;

/** {@code import(specifier, options)} (ECMA-262 §13.3.10). */
public final class ImportCallNode extends JSNode {
    @Child private JSNode specifier;
    @Child private JSNode options;
    private final ImportPhase phase;
    private final LoadedUnit unit;

    /** @param options null for none */
    public ImportCallNode(JSNode specifier, JSNode options, ImportPhase phase, LoadedUnit unit) {
        this.specifier = specifier;
        this.options = options;
        this.phase = phase;
        this.unit = unit;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object name = specifier.execute(frame);
        Object attributes = options == null ? Undefined.INSTANCE : options.execute(frame);
        return load(Realm.get(this), ClosureScopeNode.scope(frame), name, attributes);
    }

    @TruffleBoundary
    private Object load(Realm realm, Scope closure, Object name, Object attributes) {
        return DynamicImport.evaluate(realm, ActiveModule.referrer(closure, unit), name, attributes, phase);
    }
}
