package org.ledgejs.node.binding.script;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code script}: scripts that run in this realm or another one of the context; what the prompt of a REPL has to know of its input. */
public final class ScriptBinding {
    private static final Symbol INTERRUPTED = new Symbol(Strings.constant("interrupted"));
    private static final Symbol TIMED_OUT = new Symbol(Strings.constant("timed out"));

    private static final PropertyTable TABLE = new PropertyTable()
            .method("compile", 4, ScriptBinding::compile)
            .method("run", 4, ScriptBinding::run)
            .method("createGlobal", 0, (realm, thisValue, args) -> ScriptRealms.of(realm.agent()).create())
            // createContext(object or undefined, strings): an object by which a new realm without Node's globals is known.
            .method("createContext", 2, (realm, thisValue, args) -> ScriptRealms.of(realm.agent()).createContext(args.get(0), Conversions.toBoolean(args.get(1))))
            .method("compileFunction", 6, ScriptBinding::compileFunction)
            .method("isGlobal", 1, (realm, thisValue, args) -> ScriptRealms.of(realm.agent()).find(args.get(0)) != null)
            .method("isContext", 1, (realm, thisValue, args) -> ScriptRealms.isContext(args.get(0)))
            .method("lexicalNames", 1, ScriptBinding::lexicalNames)
            .method("syntax", 1, (realm, thisValue, args) -> Strings.of(syntax(realm, Conversions.toJavaString(args.get(0)))))
            .method("transformAwait", 1, ScriptBinding::transformAwait);

    private ScriptBinding() { }

    public static void define(NodeRuntime node, JSObject target) {
        TABLE.define(node.realm(), target);
        target.define(PropertyKey.of("interrupted"), INTERRUPTED, PropertyFlags.DEFAULT);
        target.define(PropertyKey.of("timedOut"), TIMED_OUT, PropertyFlags.DEFAULT);
    }

    /** compile(text, filename, lineOffset, columnOffset): an opaque script; early errors are thrown. Offsets are kept by empty lines and spaces. */
    private static Object compile(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Source source = source(args);
        return new CompiledScript(source, realm.agent().compiler().script(source));
    }

    /** (text, filename, lineOffset, columnOffset) as a source. */
    private static Source source(Args args) {
        int lines = Math.max(0, Conversions.toInt32(args.get(2)));
        int columns = Math.max(0, Conversions.toInt32(args.get(3)));
        String text = "\n".repeat(lines) + " ".repeat(columns) + Conversions.toJavaString(args.get(0));
        return Source.newBuilder(LedgeLanguage.ID, text, Conversions.toJavaString(args.get(1))).build();
    }

    /** compileFunction(text, filename, lineOffset, columnOffset, parameters, global?): a function of that realm with the text as its body. */
    private static Object compileFunction(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<String> parameters = new ArrayList<>();
        for (Object name : ObjectOperations.createListFromArrayLike(args.get(4))) {
            parameters.add(Conversions.toJavaString(name));
        }
        Realm target = args.get(5) == Undefined.INSTANCE ? NodeRuntime.of(realm).realm() : ScriptRealms.of(realm.agent()).find(args.get(5));
        Realm previous = realm.agent().switchRealm(target);
        try {
            return JSFunction.create(target, realm.agent().compiler().functionBody(source(args), parameters), null);
        } finally {
            realm.agent().switchRealm(previous);
        }
    }

    /** run(script, global?, breakOnSigint, timeout, jobs): the completion value, or one of the two marks; with the jobs it leaves if so wanted. */
    private static Object run(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (!(args.get(0) instanceof CompiledScript script)) {
            return Undefined.INSTANCE;
        }
        Realm target = args.get(1) == Undefined.INSTANCE ? NodeRuntime.of(realm).realm() : ScriptRealms.of(realm.agent()).find(args.get(1));
        boolean breakOnSigint = Conversions.toBoolean(args.get(2));
        double timeout = args.get(3) == Undefined.INSTANCE ? 0 : Conversions.toNumber(args.get(3));
        boolean jobs = Conversions.toBoolean(args.get(4));
        if (!breakOnSigint && timeout <= 0) {
            return runIn(target, script, jobs);
        }
        try (Interruption.Watch _ = Interruption.watch(realm.agent(), breakOnSigint, (long) timeout)) {
            return runIn(target, script, jobs);
        } catch (Interruption e) {
            return e.isTimeout() ? TIMED_OUT : INTERRUPTED;
        }
    }

    private static Object runIn(Realm realm, CompiledScript script, boolean jobs) {
        Realm previous = realm.agent().switchRealm(realm);
        try {
            Object value = script.target().call(Arguments.create(realm.globalObject(), Undefined.INSTANCE));
            if (jobs) {
                realm.agent().runJobs();
            }
            return value;
        } finally {
            realm.agent().switchRealm(previous);
        }
    }

    /** lexicalNames(global?): the top-level let, const and class of scripts. */
    private static Object lexicalNames(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Realm target = args.get(0) == Undefined.INSTANCE ? NodeRuntime.of(realm).realm() : ScriptRealms.of(realm.agent()).find(args.get(0));
        List<Object> names = new ArrayList<>();
        for (Object key : target.globalScope().ownPropertyKeys()) {
            if (key instanceof TruffleString) {
                names.add(key);
            }
        }
        return ObjectOperations.createArrayFromList(realm, names);
    }

    private static String syntax(Realm realm, String text) {
        realm.agent().language().countParse("REPL");
        try {
            Parser.parseScript(new SourceText("REPL", text), ParseOptions.DEFAULT);
            return "valid";
        } catch (SyntaxException e) {
            return e.incomplete() ? "incomplete" : "invalid";
        }
    }

    /** transformAwait(text): a script whose value is a promise for { value }; null if more input may come; undefined if there is nothing to transform. */
    private static Object transformAwait(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        String text = Conversions.toJavaString(args.get(0));
        realm.agent().language().countParse("REPL");
        try {
            String changed = TopLevelAwait.transform(text);
            return changed == null ? Undefined.INSTANCE : Strings.of(changed);
        } catch (SyntaxException e) {
            if (TopLevelAwait.isIncomplete(text)) {
                return Null.INSTANCE;
            }
            int offset = e.offset() - TopLevelAwait.PREFIX.length();
            if (offset < text.indexOf("await")) {
                return Undefined.INSTANCE;
            }
            throw earlyError(e, text, offset);
        }
    }

    /** The error at its place in the text as it was typed. */
    private static JSException earlyError(SyntaxException e, String text, int offset) {
        Source source = Source.newBuilder(LedgeLanguage.ID, text, "REPL").build();
        SourceSection section = source.createSection(Math.clamp(offset, 0, text.length()), 0);
        JSException exception = Errors.syntaxError(e.getMessage());
        exception.markEarlyError(section, e.incomplete());
        ((JSError) exception.value()).setEarlyErrorSection(section);
        return exception;
    }
}
