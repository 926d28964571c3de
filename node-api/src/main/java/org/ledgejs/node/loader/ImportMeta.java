package org.ledgejs.node.loader;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeRuntime;

/** What Node puts on import.meta. */
final class ImportMeta {
    private static final Builtin RESOLVE = Builtin.function("resolve", 1, (realm, thisValue, args) -> {
        String parent = args.state();
        return Strings.of(NodeRuntime.of(realm).modules().esm().metaResolve(Conversions.toJavaString(args.get(0)), parent));
    });

    private ImportMeta() { }

    static void fill(NodeRuntime node, String url, JSObject meta) {
        Realm realm = node.realm();
        if (FileUrls.isFileUrl(url)) {
            String path = FileUrls.toPath(url);
            put(meta, "dirname", Strings.of(path.substring(0, Math.max(1, path.lastIndexOf('/')))));
            put(meta, "filename", Strings.of(path));
        }
        put(meta, "main", url.equals(node.mainUrl()));
        put(meta, "resolve", BuiltinData.closure(realm, RESOLVE, url));
        put(meta, "url", Strings.of(url));
    }

    private static void put(JSObject meta, String name, Object value) {
        meta.define(PropertyKey.of(name), value, PropertyFlags.DEFAULT);
    }
}
