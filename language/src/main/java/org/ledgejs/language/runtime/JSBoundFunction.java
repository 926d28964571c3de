package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/** A bound function exotic object (ECMA-262 §10.4.1). */
@ExportLibrary(InteropLibrary.class)
public final class JSBoundFunction extends JSObject {
    private static final Shape BOUND_ROOT = shapeBuilder().build();

    private final JSObject target;
    private final Object boundThis;
    @CompilationFinal(dimensions = 0) private final Object[] boundArguments;

    private JSBoundFunction(JSObject target, Object boundThis, Object[] boundArguments) {
        super(BOUND_ROOT, target.getPrototypeOf());
        this.target = target;
        this.boundThis = boundThis;
        this.boundArguments = boundArguments;
    }

    /** BoundFunctionCreate (§10.4.1.3). Its length and name are Function.prototype.bind's to give. */
    @TruffleBoundary
    public static JSBoundFunction create(JSObject target, Object boundThis, Object... boundArguments) {
        JSBoundFunction function = new JSBoundFunction(target, boundThis, boundArguments);
        copyNameAndLength(function, target, "bound", boundArguments.length);
        return function;
    }

    /** CopyNameAndLength (ShadowRealm proposal; §20.2.3.2 does the same). @param prefix of the name, or null */
    static void copyNameAndLength(JSObject function, JSObject target, String prefix, int argumentCount) {
        Object length = 0;
        if (target.getOwnProperty(FunctionShapes.LENGTH_KEY) != null) {
            Object declared = target.get(FunctionShapes.LENGTH_KEY);
            if (declared instanceof Integer || declared instanceof Double) {
                length = Conversions.number(Math.max(0, Conversions.toIntegerOrInfinity(declared) - argumentCount));
            }
        }
        function.define(FunctionShapes.LENGTH_KEY, length, PropertyFlags.CONFIGURABLE_ONLY);
        Object name = target.get(FunctionShapes.NAME_KEY);
        ObjectOperations.setFunctionName(function, name instanceof TruffleString ? name : Strings.EMPTY, prefix);
    }

    public JSObject target() {
        return target;
    }

    public Object boundThis() {
        return boundThis;
    }

    /** Not to be changed. */
    public Object[] boundArguments() {
        return boundArguments;
    }

    /** The bound arguments, then these. */
    public Object[] withArguments(Object[] arguments) {
        Object[] all = new Object[boundArguments.length + arguments.length];
        System.arraycopy(boundArguments, 0, all, 0, boundArguments.length);
        System.arraycopy(arguments, 0, all, boundArguments.length, arguments.length);
        return all;
    }

    @Override
    public String className() {
        return "Function";
    }

    @Override
    public boolean isCallable() {
        return true;
    }

    @Override
    public boolean isConstructor() {
        return target.isConstructor();
    }

    @Override
    public Object call(Object thisValue, Object... arguments) {
        return target.call(boundThis, withArguments(arguments));
    }

    @Override
    public Object construct(Object[] arguments, JSObject newTarget) {
        return target.construct(withArguments(arguments), newTarget == this ? target : newTarget);
    }

    // To the polyglot world the meta object of its target's instances, as it is for instanceof.

    @ExportMessage
    boolean isMetaObject() {
        return InteropLibrary.getUncached().isMetaObject(target);
    }

    @ExportMessage(name = "getMetaQualifiedName")
    @ExportMessage(name = "getMetaSimpleName")
    @TruffleBoundary
    Object metaName() throws UnsupportedMessageException {
        return InteropLibrary.getUncached().getMetaSimpleName(target);
    }

    @ExportMessage
    @TruffleBoundary
    boolean isMetaInstance(Object instance) throws UnsupportedMessageException {
        return InteropLibrary.getUncached().isMetaInstance(target, instance);
    }
}
