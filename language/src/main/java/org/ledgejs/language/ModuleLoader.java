package org.ledgejs.language;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;
import com.oracle.truffle.api.source.Source;

import org.ledgejs.language.builtins.Test262Host;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.host.HostModule;
import org.ledgejs.language.host.HostModuleLoader;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ModuleTypes;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.SyntheticModule;

/**
 * The language's own loader of modules, for embedders without a host: the modules of extensions by name, others from files by
 * relative path or URL. Each file is one module of a realm.
 */
final class ModuleLoader {
    private final LedgeContext context;
    private final Map<Realm, Map<String, ModuleRecord>> modules = new HashMap<>();

    ModuleLoader(LedgeContext context) {
        this.context = context;
    }

    /** What a module of the source is called: its path if it has one. */
    static String nameOf(Source source) {
        return source.getPath() != null ? source.getPath() : source.getURI() != null && source.getURL() != null ? source.getURI().toString() : source.getName();
    }

    /** Makes a module that was evaluated from text known to those that import its file. */
    void register(Realm realm, ModuleRecord module) {
        modules.computeIfAbsent(realm, r -> new HashMap<>()).put(module.name(), module);
    }

    /**
     * HostLoadImportedModule (ECMA-262 §16.2.1.10) where the host's hooks had no answer.
     *
     * @param referrer a ModuleRecord, a Source, or null
     */
    ModuleRecord load(Realm realm, Object referrer, String specifier, Map<String, String> attributes) {
        Map<String, ModuleRecord> known = modules.computeIfAbsent(realm, r -> new HashMap<>());
        for (HostExtension extension : context.extensions()) {
            HostModule builtin = extension.modules().get(specifier);
            if (builtin != null) {
                ModuleRecord module = known.get(specifier);
                if (module == null) {
                    module = builtin(realm, specifier, builtin);
                    known.put(specifier, module);
                }
                return module;
            }
        }
        if (specifier.equals(Test262Host.MODULE_SOURCE) && context.hasTest262Host()) {
            return known.computeIfAbsent(specifier, s -> Test262Host.moduleSource(realm));
        }
        TruffleFile file = resolve(referrer, specifier);
        String type = attributes.getOrDefault("type", "");
        String key = type.isEmpty() ? file.getPath() : file.getPath() + "\0" + type;
        ModuleRecord module = known.get(key);
        if (module == null) {
            module = read(realm, file, specifier, type);
            known.put(key, module);
        }
        return module;
    }

    private static ModuleRecord builtin(Realm realm, String specifier, HostModule builtin) {
        Map<String, Object> exports = builtin.evaluate(realm);
        return new SyntheticModule(realm, specifier, List.copyOf(exports.keySet()), module -> exports.forEach(module::setExport));
    }

    private TruffleFile resolve(Object referrer, String specifier) {
        Env env = context.env();
        try {
            if (specifier.startsWith("file:")) {
                return env.getPublicTruffleFile(new URI(specifier)).normalize();
            }
            if (specifier.startsWith("/")) {
                return env.getPublicTruffleFile(specifier).normalize();
            }
            if (!specifier.startsWith("./") && !specifier.startsWith("../")) {
                throw notFound(specifier);
            }
            String base = switch (referrer) {
                case ModuleRecord module -> module.name();
                case Source source -> nameOf(source);
                case null, default -> "";
            };
            TruffleFile from = base.startsWith("file:") ? env.getPublicTruffleFile(new URI(base)) : env.getPublicTruffleFile(base);
            TruffleFile directory = base.isEmpty() ? env.getCurrentWorkingDirectory() : from.getAbsoluteFile().getParent();
            return (directory == null ? env.getCurrentWorkingDirectory() : directory).resolve(specifier).normalize();
        } catch (URISyntaxException | IllegalArgumentException | UnsupportedOperationException e) {
            throw notFound(specifier);
        } catch (SecurityException e) {
            throw Errors.typeError("Access to module '" + specifier + "' is denied");
        }
    }

    private ModuleRecord read(Realm realm, TruffleFile file, String specifier, String type) {
        try {
            byte[] bytes = file.readAllBytes();
            if (!type.isEmpty()) {
                return ModuleTypes.create(realm, file.getPath(), type, bytes);
            }
            String extension = file.getName().substring(file.getName().lastIndexOf('.') + 1);
            for (HostExtension host : context.extensions()) {
                HostModuleLoader loader = host.loaders().get(extension);
                if (loader != null) {
                    return loader.load(realm, file.getPath(), bytes);
                }
            }
            if (extension.equals("json")) {
                throw Errors.typeError("Module '" + specifier + "' needs an import attribute of type: json");
            }
            Source source = Source.newBuilder(LedgeLanguage.ID, file).content(ModuleTypes.text(bytes)).mimeType(LedgeLanguage.MODULE_MIME_TYPE).build();
            return context.compiler().module(source);
        } catch (SecurityException e) {
            throw Errors.typeError("Access to module '" + specifier + "' is denied");
        } catch (IOException e) {
            throw notFound(specifier);
        }
    }

    private static RuntimeException notFound(String specifier) {
        return Errors.typeError("Cannot find module '" + specifier + "'");
    }
}
