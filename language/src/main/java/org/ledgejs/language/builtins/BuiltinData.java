package org.ledgejs.language.builtins;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;

/** A builtin in one engine: holds its call target. */
public final class BuiltinData extends FunctionData {
    private final LedgeLanguage language;
    private final Builtin builtin;

    public BuiltinData(LedgeLanguage language, Builtin builtin) {
        super(builtin.name(), builtin.length(), builtin.kind(), true);
        this.language = language;
        this.builtin = builtin;
    }

    /** A function object of the builtin in the realm. */
    public static JSFunction function(Realm realm, Builtin builtin) {
        return JSFunction.create(realm, realm.agent().language().builtin(builtin), null);
    }

    @Override
    protected RootCallTarget createCallTarget() {
        return BuiltinRootNode.create(language, builtin).getCallTarget();
    }

    @Override
    public SourceSection sourceSection() {
        return null;
    }
}
