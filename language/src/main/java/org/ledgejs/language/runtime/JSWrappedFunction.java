package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.object.Shape;

/**
 * A wrapped function exotic object (ShadowRealm proposal): a function of another realm, to which only primitive values and
 * functions, wrapped in turn, pass.
 */
public final class JSWrappedFunction extends JSObject {
    private static final Shape WRAPPED_ROOT = shapeBuilder().build();

    private final Realm realm;
    private final JSObject target;

    private JSWrappedFunction(Realm realm, JSObject target) {
        super(WRAPPED_ROOT, realm.intrinsic(Intrinsic.FUNCTION_PROTOTYPE));
        this.realm = realm;
        this.target = target;
    }

    /** GetWrappedValue. @param realm the one the value is to be seen in. @throws JSException TypeError for an object that is no function */
    @TruffleBoundary
    public static Object wrap(Realm realm, Object value) {
        if (!ObjectOperations.isObject(value)) {
            return value;
        }
        if (!(value instanceof JSObject target) || !target.isCallable()) {
            throw Errors.typeError("Only primitive values and functions pass between realms");
        }
        JSWrappedFunction wrapped = new JSWrappedFunction(realm, target);
        try {
            JSBoundFunction.copyNameAndLength(wrapped, target, null, 0);
        } catch (AbstractTruffleException e) {
            throw copy(e);
        }
        return wrapped;
    }

    /** CreateTypeErrorCopy: what failed in the other realm, told by an error of the current one. */
    public static JSException copy(AbstractTruffleException thrown) {
        return Errors.typeError("The other realm threw: " + Errors.describe(Thrown.valueOf(thrown)));
    }

    /** The realm of whoever sees the function. */
    public Realm realm() {
        return realm;
    }

    @Override
    public String className() {
        return "Function";
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    /** OrdinaryWrappedFunctionCall. */
    @Override
    @TruffleBoundary
    public Object call(Object thisValue, Object... arguments) {
        Realm previous = realm.agent().switchRealm(realm);
        try {
            Realm targetRealm = ObjectOperations.functionRealm(target);
            Object[] wrapped = new Object[arguments.length];
            for (int i = 0; i < wrapped.length; i++) {
                wrapped[i] = wrap(targetRealm, arguments[i]);
            }
            Object wrappedThis = wrap(targetRealm, thisValue);
            Object result;
            try {
                result = target.call(wrappedThis, wrapped);
            } catch (AbstractTruffleException e) {
                throw copy(e);
            }
            return wrap(realm, result);
        } finally {
            realm.agent().switchRealm(previous);
        }
    }
}
