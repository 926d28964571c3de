package org.ledgejs.node.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.ledgejs.language.builtins.JSONParser;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.runtime.HostHooks;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.SyntheticModule;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.loader.EsmLoader;
import org.ledgejs.node.loader.NodeErrors;

/** A program that comes as an image: its modules are found in it, its code is decoded and never parsed. */
public final class ImageProgram implements HostHooks {
    /** What the names of an image's modules start with in stacks and import.meta.url. */
    private static final String SCHEME = "ledge-image:///";

    private final NodeRuntime node;
    private final Image image;
    private final Map<String, ImageModule> byName = new HashMap<>();
    private final Map<String, ModuleRecord> records = new HashMap<>();
    private final Map<String, JSObject> commonJs = new HashMap<>();

    public ImageProgram(NodeRuntime node, Image image) {
        this.node = node;
        this.image = image;
        for (ImageModule module : image.modules()) {
            byName.put(module.specifier(), module);
        }
    }

    public void runMain() {
        node.agent().setHooks(this);
        node.setMainUrl(SCHEME + image.entry());
        ImageModule entry = byName.get(image.entry());
        if (entry.kind() == ImageModule.Kind.CJS) {
            require(entry);
        } else {
            esm().run(record(entry));
        }
    }

    private EsmLoader esm() {
        return node.modules().esm();
    }

    @Override
    public void promiseRejection(JSObject promise, Rejection operation, Object value) {
        esm().promiseRejection(promise, operation, value);
    }

    @Override
    public void importMeta(ModuleRecord module, JSObject meta) {
        esm().importMeta(module, meta);
    }

    @Override
    public ModuleRecord loadModule(Object referrer, String specifier, Map<String, String> attributes) {
        if (referrer instanceof ModuleRecord module && module.name().startsWith(SCHEME)) {
            String from = module.name().substring(SCHEME.length());
            String target = target(byName.get(from), specifier, "import");
            if (target != null) {
                ImageModule inside = byName.get(target);
                return inside != null ? record(inside) : esm().load(target, attributes);
            }
        }
        return esm().loadModule(null, specifier, attributes);
    }

    private static String target(ImageModule module, String request, String condition) {
        for (ImageModule.Resolution resolution : module.resolutions()) {
            if (resolution.request().equals(request) && resolution.condition().equals(condition)) {
                return resolution.target();
            }
        }
        return null;
    }

    private ModuleRecord record(ImageModule module) {
        ModuleRecord record = records.get(module.specifier());
        if (record == null) {
            record = create(module);
            records.put(module.specifier(), record);
        }
        return record;
    }

    private ModuleRecord create(ImageModule module) {
        String url = SCHEME + module.specifier();
        return switch (module.kind()) {
            case ESM -> node.agent().language().imageModule(node.realm(), url, module);
            case CJS -> SyntheticModule.ofDefault(node.realm(), url, require(module));
            case JSON -> SyntheticModule.ofDefault(node.realm(), url, json(module));
            case TEXT -> SyntheticModule.ofDefault(node.realm(), url, Strings.of(text(module)));
            case WASM -> node.builtins().foreign("wasm", url, bytes(module));
            case BUILTIN -> throw NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "ERR_UNKNOWN_BUILTIN_MODULE",
                    "No such built-in module: " + module.specifier());
        };
    }

    private byte[] bytes(ImageModule module) {
        ByteBuffer content = image.asset(module.asset()).orElseThrow().bytes().duplicate();
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    private String text(ImageModule module) {
        return new String(bytes(module), StandardCharsets.UTF_8);
    }

    private Object json(ImageModule module) {
        return new JSONParser(node.realm(), text(module)).parse();
    }

    /** Evaluates a CommonJS module of the image once. @return its exports */
    private Object require(ImageModule module) {
        JSObject record = commonJs.get(module.specifier());
        if (record == null) {
            record = evaluate(module);
        }
        return record.get(PropertyKey.of("exports"));
    }

    private JSObject evaluate(ImageModule module) {
        JSObject cjs = (JSObject) node.builtins().require("internal/modules/cjs");
        String filename = "/" + module.specifier();
        JSFunction code = JSFunction.create(node.realm(), node.agent().language().imageFunction(module), null);
        JSObject record = (JSObject) ObjectOperations.invoke(cjs, PropertyKey.of("imageModule"), Strings.of(filename),
                ImageRequire.function(node.realm(), request -> requireFrom(module, request)));
        commonJs.put(module.specifier(), record);
        boolean done = false;
        try {
            ObjectOperations.call(code, record.get(PropertyKey.of("exports")), record.get(PropertyKey.of("exports")), record.get(PropertyKey.of("require")),
                    record, Strings.of(filename), Strings.of(filename.substring(0, Math.max(1, filename.lastIndexOf('/')))));
            done = true;
        } finally {
            if (!done) {
                commonJs.remove(module.specifier());
            }
        }
        return record;
    }

    private Object requireFrom(ImageModule from, String request) {
        String target = target(from, request, "require");
        if (target == null) {
            target = node.builtins().url(request);
        }
        if (target == null) {
            throw NodeErrors.create(node.realm(), Intrinsic.ERROR_PROTOTYPE, "MODULE_NOT_FOUND",
                    "Cannot find module '" + request + "'\nRequire stack:\n- " + from.specifier());
        }
        ImageModule inside = byName.get(target);
        if (inside == null) {
            return node.builtins().requireUrl(target);
        }
        return switch (inside.kind()) {
            case CJS -> require(inside);
            case JSON -> json(inside);
            default -> esm().evaluateNow(record(inside));
        };
    }
}
