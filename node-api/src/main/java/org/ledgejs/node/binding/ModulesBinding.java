package org.ledgejs.node.binding;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Comparison;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ModuleLoading;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.library.NodeLibrary;
import org.ledgejs.node.loader.FileUrls;
import org.ledgejs.node.loader.LoaderHooks;
import org.ledgejs.node.loader.ModuleFormat;
import org.ledgejs.node.loader.Modules;
import org.ledgejs.node.loader.PackageJson;
import org.ledgejs.node.loader.RequireTargets;

import com.oracle.truffle.api.source.Source;

/** Binding {@code modules}: what the CommonJS loader in JavaScript asks of the host. */
final class ModulesBinding {
    private static final PropertyTable TABLE = new PropertyTable()
            // 0 file, 1 folder, negative otherwise.
            .method("stat", 1, (realm, thisValue, args) -> {
                Modules modules = modules(realm);
                String path = string(args, 0);
                return modules.files().isFile(path) ? 0 : modules.files().isDirectory(path) ? 1 : -2;
            })
            .method("realpath", 1, (realm, thisValue, args) -> {
                try {
                    return Strings.of(modules(realm).files().realPath(string(args, 0)));
                } catch (IOException e) {
                    return args.get(0);
                }
            })
            .method("readText", 1, (realm, thisValue, args) -> {
                try {
                    return Strings.of(modules(realm).files().readText(string(args, 0)));
                } catch (IOException e) {
                    throw FileErrors.unreadable(e, string(args, 0));
                }
            })
            .method("readPackage", 1, ModulesBinding::readPackage)
            // These three and defaultResolve take the conditions of a hook last, if there are others than usual.
            .method("packageExports", 3, (realm, thisValue, args) -> Strings.of(under(realm, args,
                    () -> RequireTargets.exports(NodeRuntime.of(realm), string(args, 0), string(args, 1)))))
            .method("packageImports", 3, (realm, thisValue, args) -> optional(under(realm, args,
                    () -> RequireTargets.imports(NodeRuntime.of(realm), string(args, 0), string(args, 1)))))
            .method("packageSelf", 3, (realm, thisValue, args) -> optional(under(realm, args,
                    () -> RequireTargets.self(NodeRuntime.of(realm), string(args, 0), string(args, 1)))))
            .method("formatOf", 1, (realm, thisValue, args) ->
                    Strings.of(ModuleFormat.of(string(args, 0), modules(realm).packages()).nodeName()))
            .method("isModuleSyntax", 2, (realm, thisValue, args) -> modules(realm).isModuleSyntax(string(args, 0), string(args, 1)))
            .method("compileFunction", 3, ModulesBinding::compileFunction)
            .method("compileScript", 2, (realm, thisValue, args) -> modules(realm).runScript(string(args, 0), string(args, 1)))
            .method("compileFile", 2, ModulesBinding::compileFile)
            .method("setImportListener", 1, (realm, thisValue, args) -> {
                modules(realm).esm().setImportListener(args.get(0));
                return Undefined.INSTANCE;
            })
            // requireEsm(path, text?, parent?): the namespace.
            .method("requireEsm", 3, (realm, thisValue, args) -> modules(realm).esm().require(string(args, 0), optionalString(args, 1), optionalString(args, 2)))
            // requireNamespace(namespace, path): as compiled CommonJS code wants to see it.
            .method("requireNamespace", 2, (realm, thisValue, args) -> modules(realm).esm().requireNamespace((JSObject) args.get(0), string(args, 1)))
            .method("importedJson", 1, (realm, thisValue, args) -> ObjectBuilder.value(modules(realm).esm().translators().importedJson(string(args, 0))))
            .method("setHooks", 2, (realm, thisValue, args) -> {
                modules(realm).esm().hooks().set(args.get(0), args.get(1));
                return Undefined.INSTANCE;
            })
            .method("syncBuiltinExports", 0, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).builtins().syncExports();
                return Undefined.INSTANCE;
            })
            .method("conditions", 1, (realm, thisValue, args) -> strings(realm, modules(realm).conditionsOf(string(args, 0))))
            .method("defaultResolve", 3, (realm, thisValue, args) -> Strings.of(under(realm, args,
                    () -> modules(realm).esm().resolver().resolve(string(args, 0), parent(realm, args)))))
            .method("defaultFormat", 2, (realm, thisValue, args) -> Strings.of(modules(realm).esm().format(string(args, 0), LoaderHooks.attributes(args.get(1), Map.of()))))
            .method("defaultSource", 3, ModulesBinding::defaultSource)
            .method("runUntilSettled", 1, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).runUntilSettled((JSPromise) args.get(0));
                return Undefined.INSTANCE;
            })
            .method("importModule", 2, (realm, thisValue, args) -> ModuleLoading.dynamicImport(realm,
                    Source.newBuilder(LedgeLanguage.ID, "", parent(realm, args)).build(), string(args, 0), Map.of()))
            .method("builtinId", 1, (realm, thisValue, args) -> optional(NodeRuntime.of(realm).builtins().url(string(args, 0))))
            .method("requireBuiltin", 1, (realm, thisValue, args) -> NodeRuntime.of(realm).builtins().requireUrl(string(args, 0)))
            .method("findPackageJSON", 2, ModulesBinding::findPackageJson);

    private ModulesBinding() { }

    static void define(NodeRuntime node, JSObject target) {
        TABLE.define(node.realm(), target);
        List<Object> ids = new ArrayList<>();
        for (String id : NodeLibrary.get().publicIds()) {
            ids.add(Strings.of(id));
        }
        target.define(PropertyKey.of("preservesLinks"), modules(node.realm()).preservesLinks(), PropertyFlags.DEFAULT);
        target.define(PropertyKey.of("preservesMainLink"), modules(node.realm()).preservesMainLink(), PropertyFlags.DEFAULT);
        target.define(PropertyKey.of("builtinIds"), ObjectOperations.createArrayFromList(node.realm(), ids), PropertyFlags.DEFAULT);
    }

    private static Modules modules(Realm realm) {
        return NodeRuntime.of(realm).modules();
    }

    private static String string(Args args, int index) {
        return Conversions.toJavaString(args.get(index));
    }

    private static Object optional(String text) {
        return text == null ? Undefined.INSTANCE : Strings.of(text);
    }

    private static String under(Realm realm, Args args, Supplier<String> work) {
        if (Comparison.isNullish(args.get(2))) {
            return work.get();
        }
        Set<String> conditions = new LinkedHashSet<>();
        for (Object name : ObjectOperations.createListFromArrayLike(args.get(2))) {
            conditions.add(Conversions.toJavaString(name));
        }
        return modules(realm).under(conditions, work);
    }

    private static String optionalString(Args args, int index) {
        return Comparison.isNullish(args.get(index)) ? null : string(args, index);
    }

    /** The URL of an importer, or that of the working folder. */
    private static String parent(Realm realm, Args args) {
        return Comparison.isNullish(args.get(1)) ? FileUrls.ofPath(modules(realm).files().absolute(".") + "/") : string(args, 1);
    }

    private static Object strings(Realm realm, Collection<String> texts) {
        return ObjectOperations.createArrayFromList(realm, texts.stream().map(text -> (Object) Strings.of(text)).toList());
    }

    /** defaultSource(url, format, attributes): the bytes of a file, the text of a data: URL, undefined for built-in modules. */
    private static Object defaultSource(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        String url = string(args, 0);
        modules(realm).esm().translators().checkType(url, string(args, 1), LoaderHooks.attributes(args.get(2), Map.of()));
        return modules(realm).esm().source(url);
    }

    private static Object readPackage(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        PackageJson json = modules(realm).packages().read(string(args, 0));
        if (json == null) {
            return Undefined.INSTANCE;
        }
        JSObject result = JSObject.create(realm);
        result.define(PropertyKey.of("name"), optional(json.name()), PropertyFlags.DEFAULT);
        result.define(PropertyKey.of("main"), optional(json.main()), PropertyFlags.DEFAULT);
        result.define(PropertyKey.of("type"), Strings.of(json.type()), PropertyFlags.DEFAULT);
        result.define(PropertyKey.of("hasExports"), json.exports() != null && json.exports() != PackageJson.NULL, PropertyFlags.DEFAULT);
        return result;
    }

    private static Object compileFunction(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<String> parameters = new ArrayList<>();
        for (Object name : ObjectOperations.createListFromArrayLike(args.get(2))) {
            parameters.add(Conversions.toJavaString(name));
        }
        return modules(realm).compileFunction(string(args, 0), string(args, 1), parameters);
    }

    /** compileFile(path, detect): a CommonJS module's function; undefined if the text is to be looked at and is an ES module. */
    private static Object compileFile(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        try {
            JSFunction function = modules(realm).compileFile(string(args, 0), Conversions.toBoolean(args.get(1)));
            return function == null ? Undefined.INSTANCE : function;
        } catch (IOException e) {
            throw FileErrors.unreadable(e, string(args, 0));
        }
    }

    private static Object findPackageJson(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        String base = args.get(1) == Undefined.INSTANCE ? modules(realm).files().absolute(".") + "/" : string(args, 1);
        return optional(RequireTargets.findPackageJson(NodeRuntime.of(realm), string(args, 0), base));
    }
}
