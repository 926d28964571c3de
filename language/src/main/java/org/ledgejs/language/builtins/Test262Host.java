package org.ledgejs.language.builtins;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.oracle.truffle.api.source.Source;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSHTMLDDA;
import org.ledgejs.language.runtime.JSModuleSource;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.language.runtime.Undefined;

/** What a host of the conformance suite test262 defines (its INTERPRETING.md, Host-Defined Functions): print and $262. */
public final class Test262Host {
    public static final String MODULE_SOURCE = "<module source>";

    private static final Builtin HTMLDDA = Builtin.function("", 0, (realm, thisValue, args) -> Null.INSTANCE);
    private static final PropertyTable GLOBALS = new PropertyTable()
            .method("print", 1, Test262Host::print)
            .lazy("$262", Test262Host::create, PropertyFlags.METHOD);
    private static final PropertyTable TABLE = new PropertyTable()
            .lazy("IsHTMLDDA", realm -> new JSHTMLDDA(realm, realm.agent().language().builtin(HTMLDDA)), PropertyFlags.METHOD)
            .lazy("agent", Test262Agents::createObject, PropertyFlags.METHOD)
            .intrinsic("AbstractModuleSource", Intrinsic.ABSTRACT_MODULE_SOURCE)
            .method("createRealm", 0, Test262Host::createRealm)
            .method("detachArrayBuffer", 1, Test262Host::detachArrayBuffer)
            .method("evalScript", 1, Test262Host::evalScript)
            .method("gc", 0, Test262Host::gc);

    private Test262Host() { }

    /** Adds them to a realm's global object. */
    public static void define(Realm realm) {
        GLOBALS.define(realm, realm.globalObject());
    }

    private static JSObject create(Realm realm) {
        JSObject host = JSObject.create(realm);
        host.define(PropertyKey.of("global"), realm.globalObject(), PropertyFlags.METHOD);
        TABLE.define(realm, host);
        return host;
    }

    /** What the suite imports as {@code <module source>}: a module of which there is nothing but the source. */
    public static ModuleRecord moduleSource(Realm realm) {
        SyntheticModule module = new SyntheticModule(realm, MODULE_SOURCE, List.of(), unused -> { });
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ABSTRACT_MODULE_SOURCE_PROTOTYPE));
        module.setSource(() -> new JSModuleSource(prototype, "Test262.ModuleSource"));
        return module;
    }

    private static Object print(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        String line = Strings.java(Conversions.toString(args.get(0))) + "\n";
        try {
            OutputStream out = realm.agent().env().out();
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Undefined.INSTANCE;
    }

    private static Object createRealm(Realm realm, @SuppressWarnings("unused") Object thisValue, @SuppressWarnings("unused") Args args) {
        return ObjectOperations.get(realm.agent().createRealm().globalObject(), PropertyKey.of("$262"));
    }

    private static Object detachArrayBuffer(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (!(args.get(0) instanceof JSArrayBuffer buffer)) {
            throw Errors.typeError(Errors.describe(args.get(0)) + " is not an ArrayBuffer");
        }
        buffer.detach(null);
        return Null.INSTANCE;
    }

    private static Object evalScript(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Source source = Source.newBuilder(LedgeLanguage.ID, Strings.java(Conversions.toString(args.get(0))), "evalScript").build();
        return realm.agent().compiler().script(source).call(Arguments.create(realm.globalObject(), Undefined.INSTANCE));
    }

    private static Object gc(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, @SuppressWarnings("unused") Args args) {
        System.gc();
        return Undefined.INSTANCE;
    }
}
