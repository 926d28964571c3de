package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.ledgejs.language.runtime.CyclicModule;
import org.ledgejs.language.runtime.HostHooks;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ModuleLoading;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeOptions;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.script.ScriptRealms;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.FileErrors;

import com.oracle.truffle.api.source.Source;

/** Loads ES modules as Node does: resolution, hooks, one module for each URL, evaluation, and what require() of one means. */
public final class EsmLoader implements HostHooks {
    private final NodeRuntime node;
    private final ModuleFiles files;
    private final PackageJsonReader packages;
    /** Made when first asked for: the command line has its say in it. */
    private EsmResolver resolver;
    private final LoaderHooks hooks;
    private final Translators translators;
    /** By URL, and import type where that is not JavaScript's. */
    private final Map<String, ModuleRecord> modules = new HashMap<>();
    /** URLs by importer and specifier. */
    private final Map<String, String> resolved = new HashMap<>();
    /** A function that is told of {@code import()}, or null. */
    private Object importListener;
    /** Texts that are no modules: whoever imports them again gets the same error. */
    private final Map<String, JSException> failures = new HashMap<>();
    /** How many calls of require() are loading a graph. */
    private int requiring;

    EsmLoader(NodeRuntime node, ModuleFiles files, PackageJsonReader packages) {
        this.node = node;
        this.files = files;
        this.packages = packages;
        this.hooks = new LoaderHooks(node.realm());
        this.translators = new Translators(node, files);
    }

    public EsmResolver resolver() {
        Set<String> others = node.modules().hooksConditions();
        if (others != null) {
            return new EsmResolver(node, others);
        }
        if (resolver == null) {
            resolver = new EsmResolver(node, node.modules().conditions().ofImport());
        }
        return resolver;
    }

    public LoaderHooks hooks() {
        return hooks;
    }

    /** Modules by the formats' names. */
    public Translators translators() {
        return translators;
    }

    @Override
    public boolean canCompileStrings() {
        return !NodeOptions.of(node.agent()).isOn("--disallow-code-generation-from-strings", false)
                && ScriptRealms.of(node.agent()).compilesStrings(node.agent().currentRealm());
    }

    @Override
    public void promiseRejection(JSObject promise, Rejection operation, Object value) {
        node.uncaught().promiseRejection(promise, operation, value);
    }

    @Override
    public ModuleRecord loadModule(Object referrer, String specifier, Map<String, String> attributes) {
        String parent = urlOf(referrer);
        requireKnown(attributes, parent);
        if (hooks.isActive()) {
            return loadHooked(specifier, parent, attributes);
        }
        String url = resolveOnce(specifier, parent);
        if (requiring > 0 && FileUrls.isFileUrl(url) && translators.isExecuting(FileUrls.toPath(url))) {
            throw CommonJsModules.cycle(node, specifier, FileUrls.isFileUrl(parent) ? FileUrls.toPath(parent) : parent);
        }
        return load(url, null, attributes);
    }

    /** @param parent null for the program's entry, which nobody imports */
    ModuleRecord loadHooked(String specifier, String parent, Map<String, String> attributes) {
        LoaderHooks.Resolved answer = hooks.resolve(specifier, parent, attributes);
        return load(answer.url(), answer.format(), answer.attributes());
    }

    /** What an importer's specifier led to it leads to again, also when the file is gone. */
    private String resolveOnce(String specifier, String parent) {
        String key = parent + "\0" + specifier;
        String url = resolved.get(key);
        if (url == null) {
            url = resolver().resolve(specifier, parent);
            resolved.put(key, url);
        }
        return url;
    }

    @Override
    public boolean supportsImportAttribute(String key) {
        // Node's error for another one has a code.
        return true;
    }

    private void requireKnown(Map<String, String> attributes, String parent) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!attribute.getKey().equals("type")) {
                throw NodeErrors.create(node.realm(), Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_UNSUPPORTED", "Import attribute \""
                        + attribute.getKey() + "\" with value \"" + attribute.getValue() + "\" is not supported in " + parent);
            }
        }
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
        return name.indexOf(':') > 1 ? name : FileUrls.ofPath(files.absolute(".") + "/" + (name.startsWith("[") ? name : ""));
    }

    /** The module of a resolved URL, loaded once. */
    public ModuleRecord load(String url, Map<String, String> attributes) {
        return load(url, null, attributes);
    }

    private ModuleRecord load(String url, String format, Map<String, String> attributes) {
        String type = attributes.get("type");
        String key = type == null ? url : url + "\0" + type;
        ModuleRecord module = modules.get(key);
        if (module == null && failures.containsKey(key)) {
            throw failures.get(key);
        }
        if (module == null) {
            try {
                module = hooks.isActive() ? hooked(url, format, attributes) : read(url, attributes);
            } catch (JSException e) {
                if (Translators.isSyntaxError(e)) {
                    failures.put(key, e);
                }
                throw e;
            }
            modules.put(key, module);
        }
        return module;
    }

    private ModuleRecord hooked(String url, String format, Map<String, String> attributes) {
        LoaderHooks.Loaded loaded = hooks.load(url, format, attributes);
        return translators.translate(url, loaded.format(), loaded.source());
    }

    private ModuleRecord read(String url, Map<String, String> attributes) {
        if (!FileUrls.isFileUrl(url) && !url.startsWith("data:")) {
            translators.checkType(url, "builtin", attributes);
            return node.builtins().module(url);
        }
        String format = format(url, attributes);
        translators.checkType(url, format, attributes);
        if (url.startsWith("data:")) {
            return translators.translate(url, format, DataUrls.text(node.realm(), url));
        }
        String path = FileUrls.toPath(url);
        try {
            return format.equals("wasm") ? translators.wasm(url, files.read(path)) : translators.ofText(url, format, files.readText(path));
        } catch (IOException e) {
            throw FileErrors.unreadable(e, path);
        }
    }

    /**
     * The name of the format a URL is in, as hooks see it.
     *
     * @return "unknown" for a text that has to be looked at
     * @throws JSException ERR_UNKNOWN_FILE_EXTENSION, ERR_UNKNOWN_MODULE_FORMAT
     */
    public String format(String url, Map<String, String> attributes) {
        if (url.startsWith("data:")) {
            return DataUrls.format(node.realm(), url);
        }
        if (!FileUrls.isFileUrl(url)) {
            return "builtin";
        }
        String path = FileUrls.toPath(url);
        if ("text".equals(attributes.get("type"))) {
            return "text";
        }
        ModuleFormat format = ModuleFormat.of(path, packages, files);
        if (format == ModuleFormat.UNSUPPORTED || format == ModuleFormat.TEXT) {
            throw NodeErrors.create(node.realm(), Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_UNKNOWN_FILE_EXTENSION",
                    "Unknown file extension \"" + path.substring(path.lastIndexOf('.')) + "\" for " + path);
        }
        return format.nodeName();
    }

    /** What a URL's module is made from: bytes, for a data: URL its text; undefined for built-in modules. */
    public Object source(String url) {
        if (url.startsWith("data:")) {
            return DataUrls.text(node.realm(), url);
        }
        if (!FileUrls.isFileUrl(url)) {
            if (node.builtins().url(url) != null) {
                return Undefined.INSTANCE;
            }
            throw NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_UNSUPPORTED_ESM_URL_SCHEME", "Only URLs with a scheme in: file and data are"
                    + " supported by the default ESM loader. Received protocol '" + url.substring(0, url.indexOf(':') + 1) + "'");
        }
        String path = FileUrls.toPath(url);
        try {
            return Bytes.toBuffer(node.realm(), files.read(path));
        } catch (IOException e) {
            throw FileErrors.unreadable(e, path);
        }
    }

    /** import.meta.resolve: a file that is not there has a URL all the same. */
    String metaResolve(String specifier, String parent) {
        if (hooks.isActive()) {
            return hooks.resolve(specifier, parent, Map.of()).url();
        }
        try {
            return resolver().resolve(specifier, parent);
        } catch (JSException e) {
            String url = NodeErrors.missingUrl(e);
            if (url == null) {
                throw e;
            }
            return url;
        }
    }

    @Override
    public void importMeta(ModuleRecord module, JSObject meta) {
        ImportMeta.fill(node, module.name(), meta);
    }

    /** Runs a module as the program's entry: rejections of its evaluation become uncaught exceptions. */
    public void runMain(String url) {
        node.setMainUrl(url);
        run(load(url, null, Map.of()));
    }

    /** Links and evaluates a module that nobody imports; what it throws is an uncaught exception. */
    public void run(ModuleRecord module) {
        JSPromise evaluation = (JSPromise) ModuleLoading.run(module);
        node.setMainEvaluation(evaluation);
        Promises.then(evaluation, unused -> { }, reason -> node.mainFailed(reason));
        // A module is evaluated by a promise job: jobs it leaves come before ticks it asks for.
        node.ticks().runMicrotasks();
    }

    /** import() of a specifier from the working folder, begun at once. @throws JSException if it cannot be loaded */
    public JSPromise importNow(String specifier) {
        ModuleRecord module = loadModule(null, specifier, Map.of());
        return (JSPromise) ModuleLoading.run(module);
    }

    /** A module from a text of the command line: of the working folder, with a name of its own. */
    public ModuleRecord ofEval(String text, String name) {
        String url = FileUrls.ofPath(files.absolute(".") + "/" + name);
        node.setMainUrl(url);
        ModuleRecord module = translators.module(url, text);
        modules.put(url, module);
        return module;
    }

    /**
     * require() of an ES module.
     *
     * @param source its text where a hook gave one, else null
     * @param parent the path of who requires it, or null
     * @throws JSException ERR_REQUIRE_ASYNC_MODULE if it or what it imports awaits at top level, ERR_REQUIRE_CYCLE_MODULE
     */
    public JSObject require(String path, String source, String parent) {
        String url = FileUrls.ofPath(path);
        if (source != null && !modules.containsKey(url)) {
            modules.put(url, translators.module(url, source));
        }
        ModuleRecord module = load(url, null, Map.of());
        if (module instanceof CyclicModule cyclic && cyclic.isUnderWay()) {
            throw NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_REQUIRE_CYCLE_MODULE", "Cannot require() ES Module " + path + " in a cycle."
                    + (parent == null ? "" : " (from " + parent + ")") + " A cycle involving require(esm) is not allowed to maintain invariants mandated by the"
                    + " ECMAScript specification. Try making at least part of the dependency in the graph lazily loaded.");
        }
        requiring++;
        try {
            module.loadRequestedModules();
            module.link();
        } finally {
            requiring--;
        }
        if (CyclicModule.isAsyncGraph(module)) {
            throw asyncGraph(path, parent);
        }
        return evaluateNow(module);
    }

    /** What require() gives: with __esModule if there is a default export and no word about it. */
    public JSObject requireNamespace(JSObject namespace, String path) {
        ModuleRecord module = modules.get(FileUrls.ofPath(path));
        return module == null ? namespace : new EsModuleFacade(module).namespace();
    }

    private JSException asyncGraph(String path, String parent) {
        return NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_REQUIRE_ASYNC_MODULE", "require() cannot be used on an ESM graph with top-level await."
                + " Use import() instead. To see where the top-level await comes from, use --experimental-print-required-tla."
                + (parent == null ? "" : "\n  From " + parent + " ") + (path == null ? "" : "\n  Requiring " + path + " "));
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
            case PENDING -> throw asyncGraph(null, null);
        }
        return module.namespace();
    }
}
