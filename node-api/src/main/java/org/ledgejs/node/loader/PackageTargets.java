package org.ledgejs.node.loader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.Realm;

/**
 * The {@code exports} and {@code imports} fields: PACKAGE_EXPORTS_RESOLVE, PACKAGE_IMPORTS_RESOLVE and their kin of Node's
 * documentation (esm, "Resolution algorithm specification"). Shared by {@code import} and {@code require}.
 */
final class PackageTargets {
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern ENCODED_SLASH = Pattern.compile("%2f|%5c", Pattern.CASE_INSENSITIVE);

    private final Realm realm;
    private final PackageJson json;
    private final Set<String> conditions;
    /** A path or URL of who asks, for messages; null if nobody. */
    private final String base;
    private final Bare bare;

    /** Resolves what an import target names that is no path: another package, or a built-in module. */
    @FunctionalInterface
    interface Bare {
        String resolve(String specifier, String baseFolder);
    }

    PackageTargets(Realm realm, PackageJson json, Set<String> conditions, String base, Bare bare) {
        this.realm = realm;
        this.json = json;
        this.conditions = conditions;
        this.base = base;
        this.bare = bare;
    }

    /** PACKAGE_EXPORTS_RESOLVE. @param subpath "." or "./…" @return an absolute path */
    String exports(String subpath) {
        Object exports = json.exports();
        Map<String, Object> map = PackageJson.object(exports);
        boolean dots = map != null && map.keySet().stream().anyMatch(key -> key.startsWith("."));
        if (dots && !map.keySet().stream().allMatch(key -> key.startsWith("."))) {
            throw error("ERR_INVALID_PACKAGE_CONFIG", "Invalid package config " + json.path()
                    + ". \"exports\" cannot contain some keys starting with '.' and some not. The exports object must either be an object of"
                    + " package subpath keys or an object of main entry condition name keys only.", Intrinsic.ERROR_PROTOTYPE);
        }
        Object found = null;
        if (!dots) {
            found = subpath.equals(".") ? target(exports, null, subpath, false) : null;
        } else {
            found = match(subpath, map, false);
        }
        if (found instanceof String path) {
            return path;
        }
        throw error("ERR_PACKAGE_PATH_NOT_EXPORTED", (subpath.equals(".") ? "No \"exports\" main defined in " + json.path()
                : "Package subpath '" + subpath + "' is not defined by \"exports\" in " + json.path()) + importedFrom(), Intrinsic.ERROR_PROTOTYPE);
    }

    /** PACKAGE_IMPORTS_RESOLVE. @param specifier starts with # */
    String imports(String specifier) {
        if (!specifier.equals("#") && !specifier.startsWith("#/") && json != null && json.imports() != null) {
            if (match(specifier, json.imports(), true) instanceof String path) {
                return path;
            }
        }
        if (specifier.equals("#") || specifier.startsWith("#/")) {
            throw error("ERR_INVALID_MODULE_SPECIFIER", "Invalid module \"" + specifier
                    + "\" is not a valid internal imports specifier name" + importedFrom(), Intrinsic.TYPE_ERROR_PROTOTYPE);
        }
        throw error("ERR_PACKAGE_IMPORT_NOT_DEFINED", "Package import specifier \"" + specifier + "\" is not defined"
                + (json == null ? "" : " in package " + json.path()) + importedFrom(), Intrinsic.TYPE_ERROR_PROTOTYPE);
    }

    /** PACKAGE_IMPORTS_EXPORTS_RESOLVE. @return a path, NULL for a target that forbids, or null */
    private Object match(String key, Map<String, Object> map, boolean internal) {
        if (map.containsKey(key) && key.indexOf('*') < 0 && !key.endsWith("/")) {
            return target(map.get(key), null, key, internal);
        }
        String best = null;
        for (String pattern : map.keySet()) {
            int star = pattern.indexOf('*');
            if (star >= 0 && pattern.indexOf('*', star + 1) < 0 && key.startsWith(pattern.substring(0, star)) && !key.equals(pattern)
                    && key.length() >= pattern.length() && key.endsWith(pattern.substring(star + 1)) && isBetter(pattern, best)) {
                best = pattern;
            }
        }
        if (best == null) {
            return null;
        }
        int star = best.indexOf('*');
        String matched = key.substring(star, key.length() - (best.length() - star - 1));
        return target(map.get(best), matched, best, internal);
    }

    /** PATTERN_KEY_COMPARE: the longer base first, then the longer key. */
    private static boolean isBetter(String pattern, String than) {
        if (than == null) {
            return true;
        }
        int base = pattern.indexOf('*') + 1;
        int other = than.indexOf('*') + 1;
        return base != other ? base > other : pattern.length() > than.length();
    }

    /** PACKAGE_TARGET_RESOLVE. @param matched what the pattern's star stands for, or null */
    private Object target(Object target, String matched, String key, boolean internal) {
        if (target instanceof String text) {
            return stringTarget(text, matched, key, internal);
        }
        Map<String, Object> map = PackageJson.object(target);
        if (map != null) {
            return conditionalTarget(map, matched, key, internal);
        }
        List<Object> list = PackageJson.list(target);
        if (list != null) {
            return firstTarget(list, matched, key, internal);
        }
        if (target == PackageJson.NULL) {
            return PackageJson.NULL;
        }
        throw invalidTarget(String.valueOf(target), key, internal);
    }

    private Object conditionalTarget(Map<String, Object> map, String matched, String key, boolean internal) {
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            if (entry.getKey().matches("0|[1-9][0-9]*")) {
                throw error("ERR_INVALID_PACKAGE_CONFIG", "Invalid package config " + json.path()
                        + ". \"exports\" cannot contain numeric property keys.", Intrinsic.ERROR_PROTOTYPE);
            }
            if (entry.getKey().equals("default") || conditions.contains(entry.getKey())) {
                Object resolved = target(entry.getValue(), matched, key, internal);
                if (resolved != null) {
                    return resolved;
                }
            }
        }
        return null;
    }

    private Object firstTarget(List<Object> list, String matched, String key, boolean internal) {
        JSException last = null;
        Object lastResult = PackageJson.NULL;
        for (Object item : list) {
            try {
                Object resolved = target(item, matched, key, internal);
                if (resolved instanceof String) {
                    return resolved;
                }
                if (resolved != null) {
                    lastResult = resolved;
                    last = null;
                }
            } catch (JSException e) {
                last = e;
            }
        }
        if (last != null) {
            throw last;
        }
        return lastResult;
    }

    private Object stringTarget(String target, String matched, String key, boolean internal) {
        if (!target.startsWith("./")) {
            if (!internal || target.startsWith("../") || target.startsWith("/") || URL.matcher(target).lookingAt()) {
                throw invalidTarget(target, key, internal);
            }
            return bare.resolve(matched == null ? target : target.replace("*", matched), json.folder());
        }
        if (hasInvalidSegment(target.substring(2))) {
            throw invalidTarget(target, key, internal);
        }
        if (matched != null && hasInvalidSegment(matched)) {
            throw error("ERR_INVALID_MODULE_SPECIFIER", "Invalid module \"" + (internal ? key : key.replace("*", matched))
                    + "\" request is not a valid match in pattern \"" + key + "\" for the \"" + (internal ? "imports" : "exports")
                    + "\" resolution of " + json.path() + importedFrom(), Intrinsic.TYPE_ERROR_PROTOTYPE);
        }
        String encoded = matched == null ? target : target.replace("*", matched);
        if (ENCODED_SLASH.matcher(encoded).find()) {
            throw error("ERR_INVALID_MODULE_SPECIFIER", "Invalid module \"" + FileUrls.normalize(json.folder() + "/" + encoded.substring(2))
                    + "\" must not include encoded \"/\" or \"\\\" characters" + importedFrom(), Intrinsic.TYPE_ERROR_PROTOTYPE);
        }
        String resolved = FileUrls.decode(matched == null ? target : target.replace("*", matched));
        return FileUrls.normalize(json.folder() + "/" + resolved.substring(2));
    }

    /** A segment "", ".", ".." or "node_modules", percent-encoded or not. */
    private static boolean hasInvalidSegment(String path) {
        for (String segment : path.split("[/\\\\]", -1)) {
            String decoded = FileUrls.decode(segment).toLowerCase(Locale.ROOT);
            if (decoded.equals(".") || decoded.equals("..") || decoded.equals("node_modules")) {
                return true;
            }
        }
        return false;
    }

    private JSException invalidTarget(String target, String key, boolean internal) {
        String field = internal ? "imports" : "exports";
        boolean relative = !target.startsWith("./") && !internal;
        String text = key.equals(".") && !internal
                ? "Invalid \"exports\" main target \"" + target + "\" defined in the package config " + json.path()
                : "Invalid \"" + field + "\" target \"" + target + "\" defined for '" + key + "' in the package config " + json.path();
        return error("ERR_INVALID_PACKAGE_TARGET", text + importedFrom() + (relative ? "; targets must start with \"./\"" : ""), Intrinsic.ERROR_PROTOTYPE);
    }

    private String importedFrom() {
        return base == null ? "" : " imported from " + base;
    }

    private JSException error(String code, String message, Intrinsic prototype) {
        return NodeErrors.create(realm, prototype, code, message);
    }
}
