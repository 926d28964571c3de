package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/**
 * The Error constructor, those of the native errors, AggregateError and SuppressedError (ECMA-262 §20.5.1, §20.5.6.1, §20.5.7.1,
 * §20.5.8.1), with V8's captureStackTrace and stackTraceLimit.
 */
final class ErrorConstructor {
    private static final TruffleString CAUSE = Strings.constant("cause");
    private static final PropertyTable STATICS = new PropertyTable()
            .method("captureStackTrace", 2, ErrorConstructor::captureStackTrace)
            .method("isError", 1, (realm, thisValue, args) -> args.get(0) instanceof JSError)
            .value("stackTraceLimit", 10, PropertyFlags.DEFAULT);

    /** What a host may give a realm as Error.prepareStackTrace: as good as none, but there for programs that put theirs before it. */
    static final Builtin PREPARE_STACK_TRACE = Builtin.function("ErrorPrepareStackTrace", 2, ErrorConstructor::prepareStackTrace);

    /** The kinds of errors, which differ in name and in the arguments before the message. */
    enum Kind {
        ERROR("Error", Intrinsic.ERROR, Intrinsic.ERROR_PROTOTYPE),
        EVAL_ERROR("EvalError", Intrinsic.EVAL_ERROR, Intrinsic.EVAL_ERROR_PROTOTYPE),
        RANGE_ERROR("RangeError", Intrinsic.RANGE_ERROR, Intrinsic.RANGE_ERROR_PROTOTYPE),
        REFERENCE_ERROR("ReferenceError", Intrinsic.REFERENCE_ERROR, Intrinsic.REFERENCE_ERROR_PROTOTYPE),
        SYNTAX_ERROR("SyntaxError", Intrinsic.SYNTAX_ERROR, Intrinsic.SYNTAX_ERROR_PROTOTYPE),
        TYPE_ERROR("TypeError", Intrinsic.TYPE_ERROR, Intrinsic.TYPE_ERROR_PROTOTYPE),
        URI_ERROR("URIError", Intrinsic.URI_ERROR, Intrinsic.URI_ERROR_PROTOTYPE),
        AGGREGATE_ERROR("AggregateError", Intrinsic.AGGREGATE_ERROR, Intrinsic.AGGREGATE_ERROR_PROTOTYPE),
        SUPPRESSED_ERROR("SuppressedError", Intrinsic.SUPPRESSED_ERROR, Intrinsic.SUPPRESSED_ERROR_PROTOTYPE);

        final String name;
        final Intrinsic constructor;
        final Intrinsic prototype;
        private final int messageIndex;
        private final Builtin builtin;

        Kind(String name, Intrinsic constructor, Intrinsic prototype) {
            this.name = name;
            this.constructor = constructor;
            this.prototype = prototype;
            this.messageIndex = name.equals("SuppressedError") ? 2 : name.equals("AggregateError") ? 1 : 0;
            this.builtin = Builtin.constructor(name, messageIndex + 1, (realm, newTarget, args) -> construct(this, newTarget, args));
        }

        static Kind ofPrototype(Intrinsic prototype) {
            for (Kind kind : values()) {
                if (kind.prototype == prototype) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(prototype.name());
        }

        static Kind ofConstructor(Intrinsic constructor) {
            for (Kind kind : values()) {
                if (kind.constructor == constructor) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(constructor.name());
        }
    }

    private ErrorConstructor() { }

    /** @param which the constructor to make */
    static JSObject create(Realm realm, Intrinsic which) {
        Kind kind = Kind.ofConstructor(which);
        if (kind == Kind.ERROR) {
            JSFunction function = PropertyTable.constructor(realm, which, kind.prototype, kind.builtin, STATICS);
            realm.agent().errorConstructorMade(realm, function);
            return function;
        }
        JSFunction function = realm.register(which, BuiltinData.function(realm, kind.builtin, realm.intrinsic(Intrinsic.ERROR)));
        function.define(PropertyKey.of("prototype"), realm.intrinsic(kind.prototype), PropertyFlags.FIXED);
        return function;
    }

    private static Object construct(Kind kind, JSObject newTarget, Args args) {
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget == null ? args.callee() : newTarget, kind.prototype);
        JSError error = JSError.create(prototype);
        Object message = args.get(kind.messageIndex);
        if (message != Undefined.INSTANCE) {
            error.define(JSError.MESSAGE_KEY, Conversions.toString(message), PropertyFlags.METHOD);
        }
        if (kind != Kind.SUPPRESSED_ERROR) {
            installCause(error, args.get(kind.messageIndex + 1));
        }
        if (kind == Kind.AGGREGATE_ERROR) {
            Realm realm = args.callee().realm();
            error.define(PropertyKey.of("errors"), ObjectOperations.createArrayFromList(realm, Iteration.iterableToList(args.get(0))), PropertyFlags.METHOD);
        } else if (kind == Kind.SUPPRESSED_ERROR) {
            error.define(PropertyKey.of("error"), args.get(0), PropertyFlags.METHOD);
            error.define(PropertyKey.of("suppressed"), args.get(1), PropertyFlags.METHOD);
        }
        error.captureStack(null, args.callee());
        return error;
    }

    /** InstallErrorCause (§20.5.8.1). */
    private static void installCause(JSError error, Object options) {
        if (options instanceof JSObject object && object.hasProperty(CAUSE)) {
            error.define(CAUSE, object.get(CAUSE), PropertyFlags.METHOD);
        }
    }

    private static Object captureStackTrace(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (!(args.get(0) instanceof JSObject object)) {
            throw Errors.typeError("Invalid argument");
        }
        // Without a function to leave out, the frame of this builtin itself is left out.
        StackTrace.captureOn(object, args.get(1) instanceof JSFunction function ? function : args.callee());
        return Undefined.INSTANCE;
    }

    /** The stack as it is without any preparation. */
    private static Object prepareStackTrace(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        StringBuilder out = new StringBuilder(args.get(0) instanceof JSObject error ? StackTrace.header(error) : Conversions.toJavaString(args.get(0)));
        for (Object site : ObjectOperations.createListFromArrayLike(args.get(1))) {
            out.append("\n    at ").append(Conversions.toJavaString(site));
        }
        return Strings.of(out.toString());
    }
}
