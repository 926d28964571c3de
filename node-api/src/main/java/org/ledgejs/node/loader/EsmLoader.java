package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.ledgejs.language.builtins.JSONParser;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.HostHooks;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ModuleLoading;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.FileErrors;

import com.oracle.truffle.api.source.Source;

/** Loads ES modules as Node does: resolution, formats, CommonJS and built-in modules as modules, import.meta. */
public final class EsmLoader implements HostHooks {
    private final NodeRuntime node;
    private final ModuleFiles files;
    private final PackageJsonReader packages;
    private final EsmResolver resolver;
    /** By URL, and import type where that is not JavaScript's. */
    private final Map<String, ModuleRecord> modules = new HashMap<>();
    /** A function that is told of {@code import()}, or null. */
    private Object importListener;

    public EsmLoader(NodeRuntime node, ModuleFiles files, PackageJsonReader packages) {
        this.node = node;
        this.files = files;
        this.packages = packages;
        this.resolver = new EsmResolver(node.realm(), files, packages, Conditions.IMPORT, node.builtins()::url);
    }

    public EsmResolver resolver() {
        return resolver;
    }

    @Override
    public void promiseRejection(JSObject promise, Rejection operation, Object value) {
        node.uncaught().promiseRejection(promise, operation, value);
    }

    @Override
    public ModuleRecord loadModule(Object referrer, String specifier, Map<String, String> attributes) {
        return load(resolver.resolve(specifier, urlOf(referrer)), attributes);
    }

    /** @param listener gets a promise, a specifier and the importer's URL, and gives the promise {@code import()} shall give */
    public void setImportListener(Object listener) {
        importListener = listener;
    }

    @Override
    public JSPromise imported(Object referrer, String specifier, JSPromise promise) {
        if (importListener == null) {
            return promise;
        }
        Object other = ObjectOperations.call(importListener, Undefined.INSTANCE, promise, Strings.of(specifier), Strings.of(urlOf(referrer)));
        return other instanceof JSPromise p ? p : promise;
    }

    /** The URL a module or script was loaded from, or that of the working folder. */
    private String urlOf(Object referrer) {
        String name = referrer instanceof ModuleRecord module ? module.name() : referrer instanceof Source source ? source.getName() : "";
        if (name.startsWith("/")) {
            return FileUrls.ofPath(name);
        }
        return name.indexOf(':') > 1 ? name : FileUrls.ofPath(files.absolute(".") + "/");
    }

    /** The module of a resolved URL, loaded once. */
    public ModuleRecord load(String url, Map<String, String> attributes) {
        String type = attributes.get("type");
        String key = type == null ? url : url + "\0" + type;
        ModuleRecord module = modules.get(key);
        if (module == null) {
            module = read(url, type);
            modules.put(key, module);
        }
        return module;
    }

    private ModuleRecord read(String url, String type) {
        Realm realm = node.realm();
        if (url.startsWith("data:")) {
            return DataUrls.module(realm, url, type);
        }
        if (!FileUrls.isFileUrl(url)) {
            return node.builtins().module(url);
        }
        String path = FileUrls.toPath(url);
        ModuleFormat format = type != null && type.equals("text") ? ModuleFormat.TEXT : ModuleFormat.of(path, packages);
        requireType(format == ModuleFormat.JSON ? "json" : format == ModuleFormat.TEXT ? "text" : null, type, url);
        try {
            return switch (format) {
                case MODULE -> module(url, files.readText(path));
                case COMMONJS -> CommonJsModules.module(node, url, path, files.readText(path));
                case UNKNOWN -> {
                    String text = files.readText(path);
                    yield node.modules().isModuleSyntax(text, path) ? module(url, text) : CommonJsModules.module(node, url, path, text);
                }
                case JSON -> SyntheticModule.ofDefault(realm, url, json(path, files.readText(path)));
                case TEXT -> SyntheticModule.ofDefault(realm, url, Strings.of(files.readText(path)));
                case WASM -> node.builtins().foreign("wasm", url, files.read(path));
                case ADDON -> throw NodeErrors.create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_DLOPEN_FAILED", "Native addons are not supported: " + path);
                case UNSUPPORTED -> throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_UNKNOWN_FILE_EXTENSION",
                        "Unknown file extension \"" + path.substring(path.lastIndexOf('.')) + "\" for " + path);
            };
        } catch (IOException e) {
            throw FileErrors.unreadable(e, path);
        }
    }

    private void requireType(String needed, String given, String url) {
        if (needed != null && given == null) {
            throw NodeErrors.create(node.realm(), Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_MISSING",
                    "Module \"" + url + "\" needs an import attribute of \"type: " + needed + "\"");
        }
        if (given != null && !given.equals(needed)) {
            throw NodeErrors.create(node.realm(), Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_TYPE_INCOMPATIBLE",
                    "Module \"" + url + "\" is not of type \"" + given + "\"");
        }
    }

    private ModuleRecord module(String url, String text) {
        return node.agent().compiler().module(node.modules().source(FileUrls.toPath(url), url, text));
    }

    private Object json(String path, String text) {
        try {
            return new JSONParser(node.realm(), text.startsWith("\uFEFF") ? text.substring(1) : text).parse();
        } catch (JSException e) {
            throw Errors.syntaxError(path + ": " + Errors.keyText(ObjectOperations.get(e.value(), PropertyKey.of("message"))));
        }
    }

    @Override
    public void importMeta(ModuleRecord module, JSObject meta) {
        ImportMeta.fill(node, module.name(), meta);
    }

    /** Runs a module as the program's entry: rejections of its evaluation become uncaught exceptions. */
    public void runMain(String url) {
        node.setMainUrl(url);
        run(load(url, Map.of()));
    }

    /** Links and evaluates a module that nobody imports; what it throws is an uncaught exception. */
    public void run(ModuleRecord module) {
        JSPromise evaluation = (JSPromise) ModuleLoading.run(module);
        Promises.then(evaluation, unused -> { }, reason -> node.mainFailed(reason));
    }

    /** require() of an ES module: its namespace. @throws JSException ERR_REQUIRE_ASYNC_MODULE if it awaits at top level */
    public JSObject require(String path) {
        return evaluateNow(load(FileUrls.ofPath(path), Map.of()));
    }

    /** The namespace of a module, evaluated without waiting. @throws JSException ERR_REQUIRE_ASYNC_MODULE if it would have to wait */
    public JSObject evaluateNow(ModuleRecord module) {
        JSPromise evaluation = (JSPromise) ModuleLoading.run(module);
        switch (evaluation.state()) {
            case FULFILLED -> { }
            case REJECTED -> {
                evaluation.setHandled();
                throw new JSException(evaluation.result(), null);
            }
            case PENDING -> throw NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_REQUIRE_ASYNC_MODULE",
                    "require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the top-level await comes from, use --experimental-print-required-tla.");
        }
        return module.namespace();
    }
}
