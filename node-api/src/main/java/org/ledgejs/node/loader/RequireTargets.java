package org.ledgejs.node.loader;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;

/** Package targets as require() asks for them: the algorithms of {@link PackageTargets} under the conditions of CommonJS. */
public final class RequireTargets {
    private RequireTargets() { }

    private static PackageTargets targets(NodeRuntime node, PackageJson json, String base) {
        EsmResolver bare = new EsmResolver(node, node.modules().requireConditions());
        return new PackageTargets(node.realm(), json, node.modules().requireConditions(), base, (specifier, folder) -> {
            String url = bare.resolve(specifier, FileUrls.ofPath(folder + "/package.json"));
            return FileUrls.isFileUrl(url) ? FileUrls.toPath(url) : url;
        });
    }

    /** PACKAGE_EXPORTS_RESOLVE of a package folder that has exports. @param subpath "." or "./…" */
    public static String exports(NodeRuntime node, String folder, String subpath) {
        return targets(node, node.modules().packages().read(folder), null).exports(subpath);
    }

    /** LOAD_PACKAGE_IMPORTS. @param specifier starts with # @param from the requiring file @return null if its package has no imports */
    public static String imports(NodeRuntime node, String specifier, String from) {
        PackageJson json = node.modules().packages().scopeOf(from);
        return json == null || json.imports() == null ? null : targets(node, json, from).imports(specifier);
    }

    /** require.resolve as a URL: a built-in's, or a file's. @param from the requiring file */
    public static String resolve(NodeRuntime node, String request, String from) {
        String builtin = node.builtins().url(request);
        if (builtin != null) {
            return builtin;
        }
        JSObject cjs = (JSObject) node.builtins().require("internal/modules/cjs");
        Object module = cjs.get(PropertyKey.of("Module"));
        Object require = ObjectOperations.invoke(module, PropertyKey.of("createRequire"), Strings.of(from));
        return FileUrls.ofPath(Conversions.toJavaString(ObjectOperations.invoke(require, PropertyKey.of("resolve"), Strings.of(request))));
    }

    /** LOAD_PACKAGE_SELF: a path, or null if the request does not name the requiring file's own package. */
    public static String self(NodeRuntime node, String request, String from) {
        PackageJson json = node.modules().packages().scopeOf(from);
        if (json == null || json.name() == null || json.exports() == null || json.exports() == PackageJson.NULL) {
            return null;
        }
        if (!request.equals(json.name()) && !request.startsWith(json.name() + "/")) {
            return null;
        }
        return targets(node, json, from).exports("." + request.substring(json.name().length()));
    }

    /** module.findPackageJSON: of the package a specifier leads to, seen from a path or file URL; null if there is none. */
    public static String findPackageJson(NodeRuntime node, String specifier, String base) {
        String parent = FileUrls.isFileUrl(base) ? base : FileUrls.ofPath(base);
        boolean relative = specifier.startsWith(".") || specifier.startsWith("/") || FileUrls.isFileUrl(specifier);
        String path = relative ? FileUrls.toPath(FileUrls.isFileUrl(specifier) ? specifier : FileUrls.resolve(specifier, parent))
                : FileUrls.toPath(node.modules().esm().resolver().resolve(specifier, parent));
        PackageJson json = node.modules().packages().scopeOf(path);
        return json == null ? null : json.path();
    }
}
