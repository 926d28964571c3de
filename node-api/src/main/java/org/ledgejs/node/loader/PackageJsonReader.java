package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.builtins.JSONParser;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Finds and reads package.json files; each is read once. */
public final class PackageJsonReader {
    private final Realm realm;
    private final ModuleFiles files;
    private final Map<String, Optional<PackageJson>> byFolder = new HashMap<>();

    PackageJsonReader(Realm realm, ModuleFiles files) {
        this.realm = realm;
        this.files = files;
    }

    /** READ_PACKAGE_JSON: the folder's own, or null. @throws JSException ERR_INVALID_PACKAGE_CONFIG */
    public PackageJson read(String folder) {
        return byFolder.computeIfAbsent(folder, this::load).orElse(null);
    }

    /** LOOKUP_PACKAGE_SCOPE: of the nearest folder around the file that has one, or null. */
    public PackageJson scopeOf(String path) {
        for (String folder = parent(path); folder != null; folder = parent(folder)) {
            if (folder.endsWith("/node_modules")) {
                return null;
            }
            PackageJson json = read(folder);
            if (json != null) {
                return json;
            }
        }
        return null;
    }

    /** The folder that holds the path, "" for one at the root, null above the root. */
    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? null : path.substring(0, slash);
    }

    private Optional<PackageJson> load(String folder) {
        String path = folder + "/package.json";
        if (!files.isFile(path) || !files.mayRead(path)) {
            return Optional.empty();
        }
        try {
            Object value = new JSONParser(realm, files.readText(path)).parse();
            Map<String, Object> json = PackageJson.object(toJava(value));
            return Optional.of(PackageJson.of(folder, json == null ? Map.of() : json));
        } catch (JSException e) {
            throw NodeErrors.create(realm, Intrinsic.ERROR_PROTOTYPE, "ERR_INVALID_PACKAGE_CONFIG",
                    "Invalid package config " + path + ".\n" + e.getMessage());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Object toJava(Object value) {
        if (value == Null.INSTANCE) {
            return PackageJson.NULL;
        }
        if (value instanceof TruffleString s) {
            return Strings.java(s);
        }
        if (!(value instanceof JSObject object)) {
            return value;
        }
        if (ObjectOperations.isArray(object)) {
            List<Object> list = new ArrayList<>();
            for (Object item : ObjectOperations.createListFromArrayLike(object)) {
                list.add(toJava(item));
            }
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object key : object.ownPropertyKeys()) {
            map.put(PropertyKey.toDisplay(key), toJava(object.get(key)));
        }
        return map;
    }
}
