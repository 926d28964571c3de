package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.dsl.Idempotent;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

/**
 * What all function objects of one piece of code share, in all contexts of an engine. Guest functions and
 * builtins each have their subclass; the call target is made at the first call.
 */
public abstract class FunctionData {
    /** How instances of the function come about and what it may do. */
    public enum Kind {
        /** function: may be called and constructed. */
        NORMAL, ARROW, METHOD, ASYNC, ASYNC_ARROW, ASYNC_METHOD, GENERATOR, GENERATOR_METHOD, ASYNC_GENERATOR, ASYNC_GENERATOR_METHOD,
        /** class constructors: only constructed. */
        BASE_CONSTRUCTOR, DERIVED_CONSTRUCTOR,
        BUILTIN, BUILTIN_CONSTRUCTOR;

        public boolean isGenerator() {
            return this == GENERATOR || this == GENERATOR_METHOD || isAsyncGenerator();
        }

        public boolean isAsyncGenerator() {
            return this == ASYNC_GENERATOR || this == ASYNC_GENERATOR_METHOD;
        }

        public boolean isAsync() {
            return this == ASYNC || this == ASYNC_ARROW || this == ASYNC_METHOD;
        }

        public boolean isClassConstructor() {
            return this == BASE_CONSTRUCTOR || this == DERIVED_CONSTRUCTOR;
        }
    }

    private final int length;
    private final Kind kind;
    private final boolean strict;
    @CompilationFinal private volatile RootCallTarget callTarget;

    protected FunctionData(int length, Kind kind, boolean strict) {
        this.length = length;
        this.kind = kind;
        this.strict = strict;
    }

    public abstract TruffleString name();

    /** What stack traces call a function without a name, or "". */
    public String inferredName() {
        return "";
    }

    /** Whether it only hands a call on, and leaves no frame in stacks, as V8's functions of that kind jump on to what they call. */
    public boolean isPassingOn() {
        return false;
    }

    public final int length() {
        return length;
    }

    public final Kind kind() {
        return kind;
    }

    public final boolean isStrict() {
        return strict;
    }

    public final boolean isConstructor() {
        return allocatesThis() || makesThisItself();
    }

    /** [[Construct]] creates the this value before the body runs; others create it themselves. */
    @Idempotent
    public final boolean allocatesThis() {
        return kind == Kind.NORMAL || kind == Kind.BASE_CONSTRUCTOR;
    }

    /** A constructor that gets no this value: of a derived class, or a builtin. */
    @Idempotent
    public final boolean makesThisItself() {
        return kind == Kind.DERIVED_CONSTRUCTOR || kind == Kind.BUILTIN_CONSTRUCTOR;
    }

    /** [[Prototype]] of its function objects. */
    public final Intrinsic prototypeIntrinsic() {
        return kind.isAsyncGenerator() ? Intrinsic.ASYNC_GENERATOR_FUNCTION_PROTOTYPE
                : kind.isGenerator() ? Intrinsic.GENERATOR_FUNCTION_PROTOTYPE
                : kind.isAsync() ? Intrinsic.ASYNC_FUNCTION_PROTOTYPE
                : Intrinsic.FUNCTION_PROTOTYPE;
    }

    /** The target of calls and constructions, made when first asked for. */
    public final RootCallTarget callTarget() {
        RootCallTarget target = callTarget;
        if (target == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            target = makeCallTarget();
        }
        return target;
    }

    private synchronized RootCallTarget makeCallTarget() {
        if (callTarget == null) {
            callTarget = createCallTarget();
        }
        return callTarget;
    }

    protected abstract RootCallTarget createCallTarget();

    /** Where the function stands, or null for builtins. */
    public abstract SourceSection sourceSection();
}
