package org.ledgejs.node.loader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a package.json says to a loader. Values are strings, booleans, null ({@link #NULL}), lists and maps in source order.
 *
 * @param folder where it stands, without a slash at the end
 * @param type "module", "commonjs" or "none"
 * @param main may be null
 * @param exports null if absent
 * @param imports null if absent or no object
 */
public record PackageJson(String folder, String name, String type, String main, Object exports, Map<String, Object> imports) {
    /** JSON's null. */
    public static final Object NULL = new Object();

    public String path() {
        return folder + "/package.json";
    }

    public boolean isModule() {
        return type.equals("module");
    }

    static PackageJson of(String folder, Map<String, Object> json) {
        String type = json.get("type") instanceof String s && (s.equals("module") || s.equals("commonjs")) ? s : "none";
        return new PackageJson(folder, string(json, "name"), type, string(json, "main"), json.get("exports"), object(json.get("imports")));
    }

    private static String string(Map<String, Object> json, String key) {
        return json.get(key) instanceof String s ? s : null;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return value instanceof LinkedHashMap<?, ?> map ? (Map<String, Object>) map : null;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : null;
    }
}
