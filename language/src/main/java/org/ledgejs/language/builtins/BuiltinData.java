package org.ledgejs.language.builtins;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.ClosureFunction;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.FunctionShapes;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** A builtin in one engine: holds its call target. */
public final class BuiltinData extends FunctionData {
    private final LedgeLanguage language;
    private final Builtin builtin;

    public BuiltinData(LedgeLanguage language, Builtin builtin) {
        super(builtin.length(), builtin.kind(), true);
        this.language = language;
        this.builtin = builtin;
    }

    @Override
    public TruffleString name() {
        return builtin.name();
    }

    @Override
    public boolean isPassingOn() {
        return builtin.isPassingOn();
    }

    /** A function object of the builtin in the realm. */
    public static JSFunction function(Realm realm, Builtin builtin) {
        return JSFunction.create(realm, realm.agent().language().builtin(builtin), null);
    }

    /** A function object with a prototype of its own: for Function.prototype, and constructors that inherit from another. */
    public static JSFunction function(Realm realm, Builtin builtin, JSObject prototype) {
        BuiltinData data = realm.agent().language().builtin(builtin);
        return new JSFunction(FunctionShapes.of(data), prototype, data, null, realm);
    }

    /** A function object of the builtin that carries state, which its body reads with {@link Args#state}. */
    public static JSFunction closure(Realm realm, Builtin builtin, Object state) {
        return new ClosureFunction(realm, realm.agent().language().builtin(builtin), state);
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
