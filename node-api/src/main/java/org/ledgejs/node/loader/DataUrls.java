package org.ledgejs.node.loader;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** Modules whose text is in their {@code data:} URL (RFC 2397): JavaScript and JSON. */
final class DataUrls {
    private DataUrls() { }

    private static int comma(Realm realm, String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw invalid(realm);
        }
        return comma;
    }

    private static JSException invalid(Realm realm) {
        return NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_INVALID_URL", "Invalid URL");
    }

    /** @throws JSException ERR_INVALID_URL, ERR_UNKNOWN_MODULE_FORMAT */
    static String format(Realm realm, String url) {
        String type = url.substring("data:".length(), comma(realm, url)).split(";", 2)[0];
        return switch (type) {
            case "text/javascript" -> "module";
            case "application/json" -> "json";
            case "application/wasm" -> "wasm";
            default -> throw NodeErrors.create(realm, Intrinsic.RANGE_ERROR_PROTOTYPE, "ERR_UNKNOWN_MODULE_FORMAT",
                    "Unknown module format: " + type + " for URL " + url);
        };
    }

    /** The text, as a value of the language. */
    static Object text(Realm realm, String url) {
        int comma = comma(realm, url);
        String head = url.substring("data:".length(), comma);
        String data = FileUrls.decode(url.substring(comma + 1));
        if (!head.endsWith(";base64")) {
            int fragment = url.indexOf('#', comma);
            return Strings.of(fragment < 0 ? data : FileUrls.decode(url.substring(comma + 1, fragment)));
        }
        return Strings.of(new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8));
    }
}
