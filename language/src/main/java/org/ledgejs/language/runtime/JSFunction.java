package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.object.Shape;

/** A function object (ECMA-262 §10.2, §10.3): shared code, closure scope, home object. */
public class JSFunction extends JSObject {
    private final FunctionData data;
    private final Scope scope;
    private final Realm realm;
    /** [[HomeObject]], or null. */
    private JSObject homeObject;

    /** @param shape one of {@link FunctionShapes}: it decides which of length, name and prototype the function starts with */
    public JSFunction(Shape shape, JSObject prototype, FunctionData data, Scope scope, Realm realm) {
        super(shape, prototype);
        this.data = data;
        this.scope = scope;
        this.realm = realm;
    }

    /** A function object with the prototype, shape and own properties its kind asks for. */
    public static JSFunction create(Realm realm, FunctionData data, Scope scope) {
        return new JSFunction(FunctionShapes.of(data), realm.intrinsic(data.prototypeIntrinsic()), data, scope, realm);
    }

    public final FunctionData data() {
        return data;
    }

    public final Scope scope() {
        return scope;
    }

    public final Realm realm() {
        return realm;
    }

    public final JSObject homeObject() {
        return homeObject;
    }

    public final void setHomeObject(JSObject object) {
        homeObject = object;
    }

    @Override
    public String className() {
        return "Function";
    }

    @Override
    public final boolean isCallable() {
        return true;
    }

    @Override
    public final boolean isConstructor() {
        return data.isConstructor();
    }

    @Override
    @TruffleBoundary
    public final Object call(Object thisValue, Object... arguments) {
        return data.callTarget().call(Arguments.create(thisValue, this, arguments));
    }

    @Override
    @TruffleBoundary
    public final Object construct(Object[] arguments, JSObject newTarget) {
        if (!data.isConstructor()) {
            throw Errors.typeError(Strings.java(data.name()) + " is not a constructor");
        }
        if (!data.allocatesThis()) {
            return data.callTarget().call(Arguments.construct(Undefined.INSTANCE, this, newTarget, arguments));
        }
        JSObject thisValue = JSObject.create(ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.OBJECT_PROTOTYPE));
        Object result = data.callTarget().call(Arguments.construct(thisValue, this, newTarget, arguments));
        return ObjectOperations.isObject(result) ? result : thisValue;
    }
}
