package org.ledgejs.node.loader;

/** What a file's name and package say it is: ESM_FILE_FORMAT of Node's documentation. */
public enum ModuleFormat {
    MODULE, COMMONJS,
    /** A .js file of a package that does not say: its syntax decides. */
    UNKNOWN,
    JSON, WASM, ADDON, TEXT, UNSUPPORTED;

    public static ModuleFormat of(String path, PackageJsonReader packages) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String extension = dot <= 0 ? "" : name.substring(dot);
        return switch (extension) {
            case ".mjs" -> MODULE;
            case ".cjs" -> COMMONJS;
            case ".js", "" -> ofPackage(packages.scopeOf(path), path);
            case ".json" -> JSON;
            case ".wasm" -> WASM;
            case ".node" -> ADDON;
            case ".txt", ".text" -> TEXT;
            default -> UNSUPPORTED;
        };
    }

    private static ModuleFormat ofPackage(PackageJson json, String path) {
        if (json == null || json.type().equals("none")) {
            return path.contains("/node_modules/") ? COMMONJS : UNKNOWN;
        }
        return json.isModule() ? MODULE : COMMONJS;
    }
}
