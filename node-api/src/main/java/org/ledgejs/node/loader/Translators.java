package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.ledgejs.language.builtins.JSONParser;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;

import com.oracle.truffle.api.strings.TruffleString;

/** From a source and the name of its format to a module. */
public final class Translators {
    private static final String CJS = "internal/modules/cjs";

    private final NodeRuntime node;
    private final CommonJsModules commonJs;
    /** What JSON files hold that were imported: require() gives the same objects. */
    private final Map<String, Object> json = new HashMap<>();

    Translators(NodeRuntime node, ModuleFiles files) {
        this.node = node;
        this.commonJs = new CommonJsModules(node, files);
    }

    /** @param source a string, bytes, or nothing @throws JSException ERR_UNKNOWN_MODULE_FORMAT, SyntaxError */
    ModuleRecord translate(String url, String format, Object source) {
        if ("wasm".equals(format)) {
            return wasm(url, Bytes.of(source).copy());
        }
        if ("builtin".equals(format)) {
            return node.builtins().module(url);
        }
        if ("commonjs".equals(format) && !(source instanceof TruffleString) && FileUrls.isFileUrl(url)) {
            return fromFile(url);
        }
        return ofText(url, format, source instanceof TruffleString s ? Strings.java(s) : source instanceof String s ? s : "", source instanceof TruffleString);
    }

    /** A CommonJS module that require() loads. */
    private ModuleRecord fromFile(String url) {
        String path = FileUrls.toPath(url);
        String text = "";
        try {
            text = node.modules().files().readText(path);
        } catch (IOException e) {
            // Running it says so.
        }
        return ofText(url, "commonjs", text);
    }

    ModuleRecord ofText(String url, String format, String text) {
        return ofText(url, format, text, false);
    }

    /** @param given whether the text came from a hook, not from the file */
    private ModuleRecord ofText(String url, String format, String text, boolean given) {
        String path = FileUrls.isFileUrl(url) ? FileUrls.toPath(url) : url;
        return switch (format == null ? "" : format) {
            case "module" -> module(url, text);
            case "commonjs" -> commonJs(url, path, text, given);
            case "unknown" -> node.modules().isModuleSyntax(text, path) ? module(url, text) : commonJs(url, path, text, given);
            case "json" -> SyntheticModule.ofDefault(node.realm(), url, json(url, path, text));
            case "text" -> SyntheticModule.ofDefault(node.realm(), url, Strings.of(text));
            case "addon" -> throw NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_DLOPEN_FAILED", "Native addons are not supported: " + path);
            default -> throw NodeErrors.create(node.realm(), Intrinsic.RANGE_ERROR_PROTOTYPE, "ERR_UNKNOWN_MODULE_FORMAT",
                    "Unknown module format: " + format + " for URL " + url);
        };
    }

    ModuleRecord module(String url, String text) {
        return node.agent().compiler().module(node.modules().source(url, text));
    }

    private ModuleRecord commonJs(String url, String path, String text, boolean given) {
        return commonJs.module(url, path, text, () -> given
                ? ObjectOperations.invoke(cjs(), PropertyKey.of("loadSource"), Strings.of(path), Strings.of(text))
                : node.modules().requireFile(path));
    }

    ModuleRecord wasm(String url, byte[] bytes) {
        return node.builtins().foreign("wasm", url, bytes);
    }

    private JSObject cjs() {
        return (JSObject) node.builtins().require(CJS);
    }

    /** Whether a CommonJS module has begun and not ended. */
    boolean isExecuting(String path) {
        return node.builtins().isLoaded(CJS) && Boolean.TRUE.equals(ObjectOperations.invoke(cjs(), PropertyKey.of("isExecuting"), Strings.of(path)));
    }

    /** The object a JSON file was imported as, or null. */
    public Object importedJson(String path) {
        return json.get(path);
    }

    private Object json(String url, String path, String text) {
        boolean isFile = FileUrls.isFileUrl(url) && url.indexOf('?') < 0 && url.indexOf('#') < 0;
        if (isFile && node.builtins().isLoaded(CJS)) {
            Object required = ObjectOperations.invoke(cjs(), PropertyKey.of("requiredJson"), Strings.of(path));
            if (required != Undefined.INSTANCE) {
                return ((JSObject) required).get(PropertyKey.of("exports"));
            }
        }
        Object value = parse(path, text);
        if (isFile) {
            json.put(path, value);
        }
        return value;
    }

    private Object parse(String path, String text) {
        try {
            return new JSONParser(node.realm(), text.startsWith("\uFEFF") ? text.substring(1) : text).parse();
        } catch (JSException e) {
            throw Errors.syntaxError(path + ": " + Errors.keyText(ObjectOperations.get(e.value(), PropertyKey.of("message"))));
        }
    }

    /** The import attributes that a format has to come with. @throws JSException ERR_IMPORT_ATTRIBUTE_… */
    public void checkType(String url, String format, Map<String, String> attributes) {
        Realm realm = node.realm();
        String given = attributes.get("type");
        String needed = format.equals("json") || format.equals("text") ? format : null;
        if (needed != null && given == null) {
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_MISSING",
                    "Module \"" + url + "\" needs an import attribute of \"type: " + needed + "\"");
        }
        if (given != null && !given.equals("json") && !given.equals("text")) {
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED",
                    "Import attribute \"type\" with value \"" + given + "\" is not supported");
        }
        if (given != null && !given.equals(needed)) {
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
                    "Module \"" + url + "\" is not of type \"" + given + "\"");
        }
    }

    static boolean isSyntaxError(JSException e) {
        return e.value() instanceof JSError error && error.get(PropertyKey.of("name")) instanceof TruffleString name && Strings.java(name).equals("SyntaxError");
    }
}
