package org.ledgejs.language.runtime;

/** A builtin function with captured state: promise resolving functions, a proxy's revoker. The code is shared, the state is its own. */
public final class ClosureFunction extends JSFunction {
    private final Object state;

    public ClosureFunction(Realm realm, FunctionData data, Object state) {
        super(FunctionShapes.of(data), realm.intrinsic(data.prototypeIntrinsic()), data, null, realm);
        this.state = state;
    }

    public Object state() {
        return state;
    }
}
