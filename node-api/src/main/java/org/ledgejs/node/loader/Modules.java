package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeOptions;
import org.ledgejs.node.NodeRuntime;

import com.oracle.truffle.api.source.Source;

/** The two loaders of a context and what they share: files, package.json, sources. */
public final class Modules {
    private final NodeRuntime node;
    private final ModuleFiles files;
    private final PackageJsonReader packages;
    private final EsmLoader esm;
    private Settings settings;
    private Set<String> hooksConditions;
    /** The program's own file, compiled to find out what it is; null if it is none, or was asked for. */
    private Compiled main;

    /** What the command line says, read when first asked for. */
    private record Settings(boolean preservesLinks, boolean preservesMainLink, boolean detects, Conditions conditions) { }

    private record Compiled(String path, FunctionData function) { }

    public Modules(NodeRuntime node) {
        this.node = node;
        this.files = new ModuleFiles(node.agent());
        this.packages = new PackageJsonReader(node.realm(), files);
        this.esm = new EsmLoader(node, files, packages);
    }

    public ModuleFiles files() {
        return files;
    }

    public PackageJsonReader packages() {
        return packages;
    }

    public EsmLoader esm() {
        return esm;
    }

    private Settings settings() {
        if (settings == null) {
            NodeOptions options = NodeOptions.of(node.agent());
            settings = new Settings(options.isOn("--preserve-symlinks", false), options.isOn("--preserve-symlinks-main", false),
                    options.isOn("--experimental-detect-module", true), Conditions.of(options));
        }
        return settings;
    }

    /** Whether symbolic links are files of their own. */
    public boolean preservesLinks() {
        return settings().preservesLinks();
    }

    /** Whether the program's own file is not looked for behind its symbolic link. */
    public boolean preservesMainLink() {
        return settings().preservesMainLink();
    }

    /** @param kind "import" or "require" */
    public Set<String> conditionsOf(String kind) {
        return kind.equals("import") ? conditions().ofImport() : conditions().ofRequire();
    }

    /** Does something under other conditions than the command line's. @param given null for these */
    public <T> T under(Set<String> given, Supplier<T> work) {
        Set<String> before = hooksConditions;
        hooksConditions = given;
        try {
            return work.get();
        } finally {
            hooksConditions = before;
        }
    }

    /** The conditions a hook gave, or null. */
    Set<String> hooksConditions() {
        return hooksConditions;
    }

    Set<String> requireConditions() {
        return hooksConditions != null ? hooksConditions : conditions().ofRequire();
    }

    Conditions conditions() {
        return settings().conditions();
    }

    /** A source for the engine. @param name what stacks and import.meta show: a URL */
    Source source(String name, String text) {
        return Source.newBuilder(LedgeLanguage.ID, text, name).mimeType(LedgeLanguage.MODULE_MIME_TYPE).build();
    }

    /** Whether a text can only be a module: it does not parse as CommonJS but does as a module. */
    public boolean isModuleSyntax(String text, String path) {
        return settings().detects() && ModuleSyntax.isModule(node.agent().language(), text, path);
    }

    private JSObject cjs() {
        return (JSObject) node.builtins().require("internal/modules/cjs");
    }

    /**
     * A file as the function of a CommonJS module.
     *
     * @param detect whether it may be an ES module
     * @return null if it is one
     * @throws JSException SyntaxError
     */
    public JSFunction compileFile(String path, boolean detect) throws IOException {
        FunctionData function;
        if (main != null && main.path().equals(path)) {
            function = main.function();
            main = null;
        } else {
            function = compileText(files.readText(path), path, detect);
        }
        return function == null ? null : JSFunction.create(node.realm(), function, null);
    }

    private FunctionData compileText(String text, String path, boolean detect) {
        try {
            return compile(text, path, ModuleSyntax.COMMON_JS);
        } catch (JSException e) {
            if (detect && settings().detects() && ModuleSyntax.mayBeModule(text) && ModuleSyntax.parsesAsModule(node.agent().language(), text, path)) {
                return null;
            }
            throw e;
        }
    }

    private FunctionData compile(String text, String path, List<String> parameters) {
        return node.agent().compiler().functionBody(Source.newBuilder(LedgeLanguage.ID, text, path).build(), parameters);
    }

    /** require() of a file by its absolute path, from nowhere. */
    public Object requireFile(String path) {
        JSObject module = (JSObject) cjs().get(PropertyKey.of("Module"));
        return ObjectOperations.invoke(module, PropertyKey.of("_load"), Strings.of(path), Undefined.INSTANCE, false);
    }

    /** Runs a file as the program. @param path absolute */
    public void runMain(String path) {
        String real = preservesMainLink() ? path : realPath(path);
        ModuleFormat format = ModuleFormat.of(real, packages, files);
        if (esm.hooks().isActive()) {
            // Hooks see the program as an import; what loads it decides what it is.
            if (format == ModuleFormat.MODULE || format == ModuleFormat.WASM) {
                node.setMainUrl(FileUrls.ofPath(real));
                esm.run(esm.loadHooked(FileUrls.ofPath(real), null, Map.of()));
                return;
            }
        }
        if (format == ModuleFormat.UNKNOWN) {
            format = compileMain(real) ? ModuleFormat.COMMONJS : ModuleFormat.MODULE;
        }
        if (format == ModuleFormat.MODULE || format == ModuleFormat.WASM) {
            esm.runMain(FileUrls.ofPath(real));
        } else {
            JSObject module = (JSObject) cjs().get(PropertyKey.of("Module"));
            try {
                ObjectOperations.invoke(module, PropertyKey.of("runMain"), Strings.of(path));
            } finally {
                main = null;
            }
        }
    }

    /** Compiles the program's file as CommonJS; what is wrong with it is said when it is loaded. @return false if it is an ES module */
    private boolean compileMain(String real) {
        try {
            FunctionData function = compileText(files.readText(real), real, true);
            main = function == null ? null : new Compiled(real, function);
            return function != null;
        } catch (IOException | JSException e) {
            return true;
        }
    }

    private String realPath(String path) {
        try {
            return files.realPath(path);
        } catch (IOException | SecurityException e) {
            return path;
        }
    }

    /** The completion value of a script. */
    public Object runScript(String text, String path) {
        return node.agent().compiler().script(Source.newBuilder(LedgeLanguage.ID, text, path).build())
                .call(Arguments.create(node.realm().globalObject(), Undefined.INSTANCE));
    }

    /** A function of a text with these parameters, in the main realm. @throws org.ledgejs.language.runtime.JSException SyntaxError */
    public JSFunction compileFunction(String text, String path, List<String> parameters) {
        return JSFunction.create(node.realm(), compile(text, path, parameters), null);
    }
}
