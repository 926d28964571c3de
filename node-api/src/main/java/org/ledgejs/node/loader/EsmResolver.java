package org.ledgejs.node.loader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;

/** ESM_RESOLVE of Node's documentation: from a specifier and the URL of its importer to a URL. */
public final class EsmResolver {
    private final Realm realm;
    private final ModuleFiles files;
    private final PackageJsonReader packages;
    private final Set<String> conditions;
    private final BuiltinNames builtins;
    private final boolean preservesLinks;
    private final BiConsumer<String, String> deprecation;

    /** Which names are built-in modules. */
    @FunctionalInterface
    public interface BuiltinNames {
        /** The URL of a built-in module ("node:fs", "embedded:io/i2c"), or null. */
        String find(String specifier);
    }

    EsmResolver(NodeRuntime node, Set<String> conditions) {
        this.realm = node.realm();
        this.files = node.modules().files();
        this.packages = node.modules().packages();
        this.conditions = conditions;
        this.builtins = node.builtins()::url;
        this.preservesLinks = node.modules().preservesLinks();
        this.deprecation = (code, text) -> ObjectOperations.invoke(node.builtins().process(), PropertyKey.of("emitWarning"),
                Strings.of(text), Strings.of("DeprecationWarning"), Strings.of(code));
    }

    /**
     * @param parent URL of the importer
     * @return a file:, node: or other built-in URL, or data:
     * @throws JSException with Node's code
     */
    public String resolve(String specifier, String parent) {
        String builtin = builtins.find(specifier);
        if (builtin != null) {
            return builtin;
        }
        if (specifier.startsWith("node:")) {
            throw NodeErrors.create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: " + specifier);
        }
        if (specifier.startsWith("data:")) {
            return specifier;
        }
        if (isPath(specifier)) {
            requireFileParent(specifier, parent);
            refuseEncodedSlash(specifier, parent);
            return checked(FileUrls.resolve(specifier, parent), specifier, parent);
        }
        if (FileUrls.isFileUrl(specifier)) {
            String path = specifier.substring("file://".length());
            if (path.startsWith("localhost/")) {
                path = path.substring("localhost".length());
            }
            requireNoHost(path, specifier, parent);
            refuseEncodedSlash(path, parent);
            return checked(FileUrls.resolve(path, parent), specifier, parent);
        }
        if (specifier.startsWith("#")) {
            requireFileParent(specifier, parent);
            PackageJson json = packages.scopeOf(FileUrls.toPath(parent));
            return checkedPath(targets(json, parent).imports(specifier), specifier, parent);
        }
        int colon = specifier.indexOf(':');
        if (colon > 0 && specifier.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")) {
            throw NodeErrors.create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_UNSUPPORTED_ESM_URL_SCHEME",
                    "Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. Received protocol '"
                            + specifier.substring(0, colon + 1) + "'");
        }
        requireFileParent(specifier, parent);
        return checkedPath(packagePath(specifier, FileUrls.toPath(parent), parent), specifier, parent);
    }

    private static boolean isPath(String specifier) {
        return specifier.startsWith("./") || specifier.startsWith("../") || specifier.startsWith("/") || specifier.equals(".") || specifier.equals("..");
    }

    /** Nothing is relative to a data: URL. */
    private void requireFileParent(String specifier, String parent) {
        if (!FileUrls.isFileUrl(parent)) {
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_UNSUPPORTED_RESOLVE_REQUEST", "Failed to resolve module specifier \"" + specifier
                    + "\" from \"" + parent + "\": Invalid relative URL or base scheme is not hierarchical.");
        }
    }

    private void requireNoHost(String path, String specifier, String parent) {
        if (!path.startsWith("/")) {
            JSException e = NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_INVALID_FILE_URL_HOST", "File URL host must be \"localhost\" or empty on linux");
            JSObject error = (JSObject) e.value();
            error.define(PropertyKey.of("input"), Strings.of(specifier), PropertyFlags.DEFAULT);
            error.define(PropertyKey.of("module"), Strings.of(parent), PropertyFlags.DEFAULT);
            throw e;
        }
    }

    private void refuseEncodedSlash(String specifier, String parent) {
        String lower = specifier.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c")) {
            String joined = specifier.startsWith("/") ? specifier : FileUrls.normalize(PackageJsonReader.parent(FileUrls.toPath(parent)) + "/" + specifier);
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_INVALID_MODULE_SPECIFIER", "Invalid module \"" + joined
                    + "\" must not include encoded \"/\" or \"\\\" characters imported from " + FileUrls.toPath(parent));
        }
    }

    private PackageTargets targets(PackageJson json, String parent) {
        String from = FileUrls.isFileUrl(parent) ? FileUrls.toPath(parent) : parent;
        return new PackageTargets(realm, json, conditions, from, (specifier, folder) -> {
            String builtin = builtins.find(specifier);
            return builtin != null ? builtin : packagePath(specifier, folder + "/", parent);
        });
    }

    /** PACKAGE_RESOLVE. @param importer an absolute path @return an absolute path, not yet checked to exist */
    private String packagePath(String specifier, String importer, String parent) {
        int slash = specifier.indexOf('/');
        if (specifier.startsWith("@")) {
            slash = slash < 0 ? -2 : specifier.indexOf('/', slash + 1);
        }
        String name = slash < 0 ? specifier : specifier.substring(0, slash);
        if (slash == -2 || name.isEmpty() || name.startsWith(".") || name.indexOf('\\') >= 0 || name.indexOf('%') >= 0) {
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_INVALID_MODULE_SPECIFIER",
                    "Invalid module \"" + specifier + "\" is not a valid package name imported from " + FileUrls.toPath(parent));
        }
        String subpath = "." + specifier.substring(name.length());
        PackageJson self = packages.scopeOf(importer);
        if (self != null && self.exports() != null && self.exports() != PackageJson.NULL && name.equals(self.name())) {
            return targets(self, parent).exports(subpath);
        }
        for (String folder = PackageJsonReader.parent(importer); folder != null; folder = PackageJsonReader.parent(folder)) {
            String packageFolder = folder + "/node_modules/" + name;
            if (folder.endsWith("/node_modules") || !files.isDirectory(packageFolder)) {
                continue;
            }
            PackageJson json = packages.read(packageFolder);
            if (json != null && json.exports() != null && json.exports() != PackageJson.NULL) {
                return targets(json, parent).exports(subpath);
            }
            return subpath.equals(".") ? legacyMain(packageFolder, json, parent) : packageFolder + subpath.substring(1);
        }
        throw NodeErrors.moduleNotFound(realm, "package", name, FileUrls.toPath(parent), null);
    }

    /** A package may name its main file absolutely. */
    private static String resolved(String folder, String main) {
        return FileUrls.normalize(main.startsWith("/") ? main : folder + "/" + main);
    }

    /** LOAD_AS_DIRECTORY as ESM has it: main with or without extension, or index.js. */
    private String legacyMain(String folder, PackageJson json, String parent) {
        if (json != null && json.main() != null) {
            String main = resolved(folder, json.main());
            String stem = main.endsWith("/") ? main.substring(0, main.length() - 1) : main;
            for (String candidate : new String[] {main, stem + ".js", stem + ".json", stem + ".node", stem + "/index.js", stem + "/index.json"}) {
                if (files.isFile(candidate)) {
                    warnOfLookup(folder + "/", json.main(), candidate, candidate.equals(main), parent);
                    return candidate;
                }
            }
        }
        for (String candidate : new String[] {folder + "/index.js", folder + "/index.json", folder + "/index.node"}) {
            if (files.isFile(candidate)) {
                warnOfLookup(folder + "/", json == null ? null : json.main(), candidate, false, parent);
                return candidate;
            }
        }
        throw NodeErrors.moduleNotFound(realm, "package", folder, FileUrls.toPath(parent), null);
    }

    /** DEP0151: ES modules are to be named in full. */
    private void warnOfLookup(String folder, String main, String found, boolean isNamed, String parent) {
        if (isNamed || ModuleFormat.of(found, packages) != ModuleFormat.MODULE) {
            return;
        }
        String from = FileUrls.isFileUrl(parent) ? FileUrls.toPath(parent) : parent;
        String entry = found.substring(folder.length());
        deprecation.accept("DEP0151", main == null || main.isEmpty()
                ? "No \"main\" or \"exports\" field defined in the package.json for " + folder + " resolving the main entry point \"" + entry + "\", imported from " + from
                        + ".\nDefault \"index\" lookups for the main are deprecated for ES modules."
                : "Package " + folder + " has a \"main\" field set to \"" + main + "\", excluding the full filename and extension to the resolved file at \"" + entry
                        + "\", imported from " + from + ".\nAutomatic extension resolution of the \"main\" field is deprecated for ES modules.");
    }

    private String checkedPath(String path, String specifier, String parent) {
        return path.startsWith("/") ? checked(FileUrls.ofPath(path), specifier, parent) : path;
    }

    /** The end of ESM_RESOLVE: the file must be there, and its links are followed, unless the command line says not to. */
    private String checked(String url, String specifier, String parent) {
        String from = FileUrls.isFileUrl(parent) ? FileUrls.toPath(parent) : parent;
        String path = FileUrls.toPath(url);
        if (files.isDirectory(path)) {
            throw NodeErrors.withUrl(NodeErrors.create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_UNSUPPORTED_DIR_IMPORT",
                    "Directory import '" + path + "' is not supported resolving ES modules imported from " + from + hint(specifier, path, from)), url);
        }
        if (path.endsWith("/") || !files.isFile(path)) {
            throw NodeErrors.withUrl(NodeErrors.create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_MODULE_NOT_FOUND",
                    "Cannot find module '" + path + "' imported from " + from + hint(specifier, path, from)), url);
        }
        if (preservesLinks) {
            return url;
        }
        try {
            String real = files.realPath(path);
            return real.equals(path) ? url : FileUrls.ofPath(real) + url.substring(tailOf(url));
        } catch (IOException | SecurityException e) {
            return url;
        }
    }

    /** Where a URL's query or fragment begins. */
    private static int tailOf(String url) {
        int query = url.indexOf('?');
        int fragment = url.indexOf('#');
        int first = query < 0 ? fragment : fragment < 0 ? query : Math.min(query, fragment);
        return first < 0 ? url.length() : first;
    }

    /** What require() would have found, as a specifier for import. */
    private String hint(String specifier, String path, String from) {
        String stem = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        PackageJson json = files.isDirectory(stem) ? packages.read(stem) : null;
        if (json != null && json.main() != null) {
            String main = resolved(stem, json.main());
            for (String ending : new String[] {"", ".js", "/index.js"}) {
                if (files.isFile(main + ending)) {
                    return "\nDid you mean to import \"" + suggestion(specifier, main + ending, from, (main + ending).substring(stem.length())) + "\"?";
                }
            }
        }
        for (String ending : new String[] {".js", ".json", ".node", "/index.js", "/index.json", "/index.node"}) {
            if (files.isFile(stem + ending)) {
                return "\nDid you mean to import \"" + suggestion(specifier, stem + ending, from, ending) + "\"?";
            }
        }
        return "";
    }

    private static String suggestion(String specifier, String found, String from, String ending) {
        if (FileUrls.isFileUrl(specifier)) {
            return FileUrls.ofPath(found);
        }
        if (isPath(specifier) && !specifier.startsWith("/")) {
            String relative = Path.of(PackageJsonReader.parent(from) + "/").relativize(Path.of(found)).toString();
            return relative.startsWith("../") ? relative : "./" + relative;
        }
        return (specifier.endsWith("/") ? specifier.substring(0, specifier.length() - 1) : specifier) + ending;
    }
}
