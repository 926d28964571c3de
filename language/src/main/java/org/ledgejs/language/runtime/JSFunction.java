package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.ops.CallNode;

/** A function object (ECMA-262 §10.2, §10.3): shared code, closure scope, home object. */
@ExportLibrary(InteropLibrary.class)
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

    // To the polyglot world: executables, and constructors are the meta objects of their instances.

    @Override
    @ExportMessage
    boolean isExecutable() {
        return !data.kind().isClassConstructor();
    }

    @ExportMessage
    Object execute(Object[] arguments, @Cached CallNode call) throws UnsupportedMessageException {
        if (!isExecutable()) {
            throw UnsupportedMessageException.create();
        }
        try {
            return call.execute(this, Undefined.INSTANCE, InteropMembers.toGuest(arguments));
        } finally {
            InteropMembers.settle();
        }
    }

    @ExportMessage
    final boolean isMetaObject() {
        return isConstructor();
    }

    @ExportMessage(name = "getMetaQualifiedName")
    @ExportMessage(name = "getMetaSimpleName")
    final Object metaName() throws UnsupportedMessageException {
        if (!isConstructor()) {
            throw UnsupportedMessageException.create();
        }
        String name = Inspector.dataText(this, FunctionShapes.NAME_KEY);
        return Strings.of(name == null ? "" : name);
    }

    @ExportMessage
    @TruffleBoundary
    final boolean isMetaInstance(Object instance) throws UnsupportedMessageException {
        if (!isConstructor()) {
            throw UnsupportedMessageException.create();
        }
        Object prototype = InteropMembers.peek(this, FunctionShapes.PROTOTYPE_KEY);
        for (JSObject o = InteropMembers.prototypeOf(ForeignValues.toGuest(instance)); o != null; o = o.prototype()) {
            if (o == prototype) {
                return true;
            }
        }
        return false;
    }

    /** The class it extends. */
    @ExportMessage
    final boolean hasMetaParents() {
        return isConstructor() && prototype() instanceof JSFunction parent && parent.isConstructor();
    }

    @ExportMessage
    final Object getMetaParents() throws UnsupportedMessageException {
        if (!hasMetaParents()) {
            throw UnsupportedMessageException.create();
        }
        return new InteropArray(prototype());
    }

    @ExportMessage
    final boolean hasSourceLocation() {
        return data.sourceSection() != null;
    }

    @ExportMessage(name = "getSourceLocation")
    final SourceSection sourceLocation() throws UnsupportedMessageException {
        if (data.sourceSection() == null) {
            throw UnsupportedMessageException.create();
        }
        return data.sourceSection();
    }
}
