package org.ledgejs.node.loader;

import java.util.Locale;

/** What a file's name and package say it is: ESM_FILE_FORMAT of Node's documentation. */
public enum ModuleFormat {
    MODULE, COMMONJS,
    /** A .js file of a package that does not say: its syntax decides. */
    UNKNOWN,
    JSON, WASM, ADDON,
    /** What an import can ask for as text, and an image keeps. */
    TEXT, UNSUPPORTED;

    private static final byte[] WASM_MAGIC = {0, 'a', 's', 'm'};

    /** The name hooks know it by. */
    public String nodeName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As {@link #of(String, PackageJsonReader)}, looking into a file without extension: in a package of modules it may be WebAssembly. */
    static ModuleFormat of(String path, PackageJsonReader packages, ModuleFiles files) {
        ModuleFormat format = of(path, packages);
        return format == MODULE && extension(path).isEmpty() && files.startsWith(path, WASM_MAGIC) ? WASM : format;
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }

    public static ModuleFormat of(String path, PackageJsonReader packages) {
        return switch (extension(path)) {
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
