package org.ledgejs.language.builtins;

import java.util.List;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.DynamicImport;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.ImportPhase;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.JSShadowRealm;
import org.ledgejs.language.runtime.JSWrappedFunction;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PromiseCapability;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.StackTrace.CallSite;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The ShadowRealm constructor and prototype (proposal of ShadowRealm). */
final class ShadowRealmConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("ShadowRealm", 0, ShadowRealmConstructor::construct);
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.SHADOW_REALM)
            .method("evaluate", 1, ShadowRealmConstructor::evaluate)
            .method("importValue", 2, ShadowRealmConstructor::importValue)
            .toStringTag("ShadowRealm");
    /** ExportGetter functions; their state is the name. */
    private static final Builtin EXPORT_GETTER = Builtin.function("", 1, ShadowRealmConstructor::getExport);

    private ShadowRealmConstructor() { }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.SHADOW_REALM, Intrinsic.SHADOW_REALM_PROTOTYPE, CONSTRUCTOR, new PropertyTable());
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.SHADOW_REALM_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }

    private static Object construct(Realm realm, JSObject newTarget, @SuppressWarnings("unused") Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor ShadowRealm requires 'new'");
        }
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.SHADOW_REALM_PROTOTYPE);
        return new JSShadowRealm(prototype, realm.agent().createRealm());
    }

    private static Realm thisRealm(Object value, String method) {
        if (value instanceof JSShadowRealm object) {
            return object.realm();
        }
        throw Errors.typeError("Method ShadowRealm.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** ShadowRealm.prototype.evaluate. */
    private static Object evaluate(Realm realm, Object thisValue, Args args) {
        Realm evalRealm = thisRealm(thisValue, "evaluate");
        if (!(args.get(0) instanceof TruffleString text)) {
            throw Errors.typeError("The text to evaluate must be a string");
        }
        return performEval(realm, evalRealm, Strings.java(text));
    }

    /** PerformShadowRealmEval: early errors are the caller's, all others become copies. */
    private static Object performEval(Realm realm, Realm evalRealm, String text) {
        Agent agent = realm.agent();
        if (!agent.hooks().canCompileStrings()) {
            throw Errors.error(Intrinsic.EVAL_ERROR_PROTOTYPE, "Code generation from strings disallowed for this context");
        }
        FunctionData data = agent.compiler().eval(Source.newBuilder(LedgeLanguage.ID, text, "eval").build(), false, null, null);
        Object result;
        agent.switchRealm(evalRealm);
        try {
            result = data.callTarget().call(Arguments.create(evalRealm.globalObject(), JSFunction.create(evalRealm, data, null)));
        } catch (AbstractTruffleException e) {
            agent.switchRealm(realm);
            throw JSWrappedFunction.copy(e);
        } finally {
            agent.switchRealm(realm);
        }
        return JSWrappedFunction.wrap(realm, result);
    }

    /** ShadowRealm.prototype.importValue. */
    private static Object importValue(Realm realm, Object thisValue, Args args) {
        Realm evalRealm = thisRealm(thisValue, "importValue");
        Object specifier = Conversions.toString(args.get(0));
        if (!(args.get(1) instanceof TruffleString name)) {
            throw Errors.typeError("The name of the export must be a string");
        }
        // Relative to whoever asks.
        List<CallSite> callers = StackTrace.currentFrames(Integer.MAX_VALUE);
        Object referrer = null;
        for (CallSite caller : callers) {
            referrer = referrer == null && caller.position() != null ? caller.position().getSource() : referrer;
        }
        Agent agent = realm.agent();
        agent.switchRealm(evalRealm);
        JSPromise inner;
        try {
            inner = DynamicImport.evaluate(evalRealm, referrer, specifier, Undefined.INSTANCE, ImportPhase.EVALUATION);
        } finally {
            agent.switchRealm(realm);
        }
        PromiseCapability capability = PromiseCapability.create(realm);
        Promises.then(inner, BuiltinData.closure(realm, EXPORT_GETTER, PropertyKey.of(name)), realm.intrinsic(Intrinsic.THROW_TYPE_ERROR), capability);
        return capability.promise();
    }

    private static Object getExport(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        JSObject exports = (JSObject) args.get(0);
        Object name = args.state();
        if (exports.getOwnProperty(name) == null) {
            throw Errors.typeError("The module has no export named '" + PropertyKey.toDisplay(name) + "'");
        }
        return JSWrappedFunction.wrap(realm, exports.get(name));
    }
}
