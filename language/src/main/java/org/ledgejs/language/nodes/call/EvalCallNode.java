package org.ledgejs.language.nodes.call;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.function.ClosureScopeNode;
import org.ledgejs.language.nodes.function.EvalEnvironment;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

import com.oracle.truffle.api.source.Source;

/** {@code eval(…)}: a direct eval if the callee is the realm's own (ECMA-262 §13.3.6.1), else an ordinary call. */
public final class EvalCallNode extends JSNode {
    @Child private JSNode callee;
    @Child private ArgumentListNode arguments;
    @Child private CallNode call = CallNode.create();
    private final int scopeSlot;
    private final EvalEnvironment environment;

    /** @param scopeSlot slot of the scope where the eval stands; -1 for the closure scope */
    public EvalCallNode(JSNode callee, ArgumentListNode arguments, int scopeSlot, EvalEnvironment environment) {
        this.callee = callee;
        this.arguments = arguments;
        this.scopeSlot = scopeSlot;
        this.environment = environment;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object function = callee.execute(frame);
        Object[] values = arguments.execute(frame, Undefined.INSTANCE, function, Undefined.INSTANCE);
        Realm realm = Realm.get(this);
        if (function == realm.intrinsic(Intrinsic.EVAL)) {
            Object source = Arguments.get(values, 0);
            if (source instanceof TruffleString text) {
                Scope scope = scopeSlot < 0 ? ClosureScopeNode.scope(frame) : (Scope) frame.getObject(scopeSlot);
                return evaluate(realm, text, scope, frame.getArguments());
            }
            return source;
        }
        if (!(function instanceof JSFunction) && !CallExpressionNode.mayBeCalled(function)) {
            throw notAFunction();
        }
        return call.executeWithArguments(values);
    }

    @TruffleBoundary
    private JSException notAFunction() {
        return Errors.typeError("eval is not a function", this);
    }

    /** PerformEval (§19.2.1.1). */
    @TruffleBoundary
    private Object evaluate(Realm realm, TruffleString text, Scope scope, Object[] activation) {
        if (!realm.agent().hooks().canCompileStrings()) {
            throw Errors.error(Intrinsic.EVAL_ERROR_PROTOTYPE, "Code generation from strings disallowed for this context");
        }
        Source source = Source.newBuilder("ledge", Strings.java(text), "<eval>").build();
        FunctionData data = realm.agent().compiler().eval(source, environment.isStrict(), scope, environment);
        JSFunction function = JSFunction.create(realm, data, scope);
        return data.callTarget().call(Arguments.construct(activation[Arguments.THIS], function, Arguments.newTarget(activation),
                Arrays.copyOfRange(activation, Arguments.FIRST, activation.length)));
    }

    @Override
    public boolean hasTag(Class<? extends Tag> tag) {
        return tag == StandardTags.CallTag.class || super.hasTag(tag);
    }
}
