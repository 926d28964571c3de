package org.ledgejs.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ledgejs.language.LedgeContext;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.host.HostModule;
import org.ledgejs.language.host.HostModuleLoader;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackRoom;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.library.NodeLibrary;

import com.oracle.truffle.api.strings.TruffleString;

/** The built-in modules of a context: Node's in JavaScript, and those of the other parts of the runtime. Each is evaluated when first required. */
public final class BuiltinModules {
    private static final Object EXPORTS = PropertyKey.of("exports");
    private static final Builtin REQUIRE = Builtin.function("require", 1,
            (realm, thisValue, args) -> NodeRuntime.of(realm).builtins().require(
                    NodeLibrary.get().resolve(Conversions.toJavaString(args.get(0)), args.state())));
    private static final Builtin INTERNAL_BINDING = Builtin.function("internalBinding", 1,
            (realm, thisValue, args) -> NodeRuntime.of(realm).bindings().get(Conversions.toJavaString(args.get(0))));

    private final NodeRuntime node;
    /** Module objects by id; there from the start of a module's evaluation, so that cycles see what is exported so far. */
    private final Map<String, JSObject> modules = new HashMap<>();
    private final Map<String, Object> hostExports = new HashMap<>();
    /** For each built-in module that was imported, what sets its exports anew. */
    private final List<Runnable> imported = new ArrayList<>();
    private JSFunction internalBinding;

    BuiltinModules(NodeRuntime node) {
        this.node = node;
    }

    /** The modules of ours that have been required. */
    public List<String> loadedIds() {
        return List.copyOf(modules.keySet());
    }

    /** Whether a module of ours has been required. */
    public boolean isLoaded(String id) {
        return modules.containsKey(id);
    }

    /** The global {@code process}. */
    public JSObject process() {
        node.boot();
        return node.process();
    }

    /** The exports of one of our own modules. @param id as "fs" or "internal/errors" */
    public Object require(String id) {
        node.boot();
        JSObject module = modules.get(id);
        if (module == null) {
            module = load(id);
        }
        return module.get(EXPORTS);
    }

    private JSObject load(String id) {
        if (!NodeLibrary.get().contains(id)) {
            throw Errors.typeError("No such built-in module: " + id);
        }
        Realm realm = node.realm();
        StackRoom.require();
        if (internalBinding == null) {
            internalBinding = BuiltinData.function(realm, INTERNAL_BINDING);
        }
        JSObject module = JSObject.create(realm);
        JSObject exports = JSObject.create(realm);
        module.define(PropertyKey.of("id"), Strings.of(id), PropertyFlags.DEFAULT);
        module.define(EXPORTS, exports, PropertyFlags.DEFAULT);
        modules.put(id, module);
        boolean done = false;
        try {
            JSFunction function = JSFunction.create(realm, NodeLibrary.get().function(node.agent().language(), id), null);
            function.call(Undefined.INSTANCE, exports, BuiltinData.closure(realm, REQUIRE, id), module, node.process(), internalBinding);
            done = true;
        } finally {
            if (!done) {
                modules.remove(id);
            }
        }
        return module;
    }

    /** The URL of a built-in module users may name ("node:fs", "embedded:io/i2c"), or null. */
    public String url(String specifier) {
        boolean scheme = specifier.startsWith("node:");
        String id = scheme ? specifier.substring("node:".length()) : specifier;
        if (scheme ? NodeLibrary.get().isPublic(id) : NodeLibrary.get().isPublicWithoutScheme(id)) {
            return "node:" + id;
        }
        return hostModule(specifier) == null ? null : specifier;
    }

    private HostModule hostModule(String specifier) {
        for (HostExtension extension : ((LedgeContext) node.agent()).extensions()) {
            HostModule module = extension.modules().get(specifier);
            if (module != null) {
                return module;
            }
        }
        return null;
    }

    /** What require() of a built-in gives. @param url from {@link #url} */
    public Object requireUrl(String url) {
        if (url.startsWith("node:")) {
            return require(url.substring("node:".length()));
        }
        return hostExports.computeIfAbsent(url, unused -> {
            Map<String, Object> exports = hostModule(url).evaluate(node.realm());
            JSObject object = JSObject.create(node.realm());
            exports.forEach((name, value) -> object.define(PropertyKey.of(name), value, PropertyFlags.DEFAULT));
            return object;
        });
    }

    /** A built-in as an ES module: its members by name, and itself as default unless it has one. */
    public ModuleRecord module(String url) {
        Object exports = requireUrl(url);
        List<String> names = new ArrayList<>();
        boolean ownDefault = !url.startsWith("node:") && exports instanceof JSObject o && o.getOwnProperty(PropertyKey.of("default")) != null;
        if (exports instanceof JSObject object) {
            for (Object key : object.ownPropertyKeys()) {
                if (key instanceof TruffleString name && object.getOwnProperty(key).isEnumerable()) {
                    names.add(Strings.java(name));
                }
            }
        }
        if (!names.contains("default")) {
            names.add("default");
        }
        SyntheticModule module = new SyntheticModule(node.realm(), url, names, made -> setExports(made, exports, names, ownDefault));
        imported.add(() -> setExports(module, exports, names, ownDefault));
        return module;
    }

    private static void setExports(SyntheticModule module, Object exports, List<String> names, boolean ownDefault) {
        for (String name : names) {
            boolean itself = name.equals("default") && !ownDefault;
            module.setExport(name, itself ? exports : ObjectOperations.get(exports, PropertyKey.of(Strings.of(name))));
        }
    }

    /** Gives the built-in modules that were imported the members that their objects have now. */
    public void syncExports() {
        imported.forEach(Runnable::run);
    }

    /** A file of a kind another part of the runtime reads. @param extension without the dot */
    public ModuleRecord foreign(String extension, String url, byte[] bytes) {
        for (HostExtension host : ((LedgeContext) node.agent()).extensions()) {
            HostModuleLoader loader = host.loaders().get(extension);
            if (loader != null) {
                return loader.load(node.realm(), url, bytes);
            }
        }
        throw Errors.typeError("Nothing here loads ." + extension + " files: " + url);
    }
}
