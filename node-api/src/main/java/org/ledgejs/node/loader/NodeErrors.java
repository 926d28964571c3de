package org.ledgejs.node.loader;

import java.util.Set;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Errors with Node's codes: {@code code} is a property, and the stack's first line shows it. */
public final class NodeErrors {
    private NodeErrors() { }

    /** As Node's own errors: with the code. */
    private static final Builtin TO_STRING = Builtin.function("toString", 0, (realm, thisValue, args) -> Strings.of(
            Conversions.toJavaString(ObjectOperations.get(thisValue, PropertyKey.of("name"))) + " ["
            + Conversions.toJavaString(ObjectOperations.get(thisValue, PropertyKey.of("code"))) + "]: "
            + Conversions.toJavaString(ObjectOperations.get(thisValue, PropertyKey.of("message")))));

    /** @param prototype ERROR_PROTOTYPE, TYPE_ERROR_PROTOTYPE … */
    public static JSException create(Realm realm, Intrinsic prototype, String code, String message) {
        JSError error = JSError.create(realm, prototype, message);
        String name = Strings.java((TruffleString) error.get(PropertyKey.of("name")));
        // The stack's heading is made from the name at capture, as Node's own errors do it.
        error.define(PropertyKey.of("name"), Strings.of(name + " [" + code + "]"), PropertyFlags.METHOD);
        error.captureStack(null, null);
        ObjectOperations.get(error, PropertyKey.of("stack"));
        error.delete(PropertyKey.of("name"));
        error.define(PropertyKey.of("code"), Strings.of(code), PropertyFlags.DEFAULT);
        error.define(PropertyKey.of("toString"), BuiltinData.function(realm, TO_STRING), PropertyFlags.METHOD);
        return new JSException(error, null);
    }

    /** The URL of an error that says a file is not there, or a folder; null for other errors. */
    static String missingUrl(JSException e) {
        if (e.value() instanceof JSError error && error.get(PropertyKey.of("url")) instanceof TruffleString url
                && error.get(PropertyKey.of("code")) instanceof TruffleString code && Set.of("ERR_MODULE_NOT_FOUND", "ERR_UNSUPPORTED_DIR_IMPORT").contains(Strings.java(code))) {
            return Strings.java(url);
        }
        return null;
    }

    /** The error with the URL it is about. */
    static JSException withUrl(JSException e, String url) {
        ((JSError) e.value()).define(PropertyKey.of("url"), Strings.of(url), PropertyFlags.DEFAULT);
        return e;
    }

    /** Cannot find …, with the importer as Node words it. */
    static JSException moduleNotFound(Realm realm, String what, String specifier, String base, String url) {
        JSException e = create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_MODULE_NOT_FOUND",
                "Cannot find " + what + " '" + specifier + "'" + (base == null ? "" : " imported from " + base));
        if (url != null) {
            ((JSError) e.value()).define(PropertyKey.of("url"), Strings.of(url), PropertyFlags.DEFAULT);
        }
        return e;
    }
}
