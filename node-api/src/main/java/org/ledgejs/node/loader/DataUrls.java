package org.ledgejs.node.loader;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.builtins.JSONParser;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.SyntheticModule;

import com.oracle.truffle.api.source.Source;

/** Modules whose text is in their {@code data:} URL (RFC 2397): JavaScript and JSON. */
final class DataUrls {
    private DataUrls() { }

    static ModuleRecord module(Realm realm, String url, String type) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_INVALID_URL", "Invalid URL");
        }
        String[] parameters = url.substring("data:".length(), comma).split(";");
        String data = FileUrls.decode(url.substring(comma + 1));
        boolean base64 = parameters[parameters.length - 1].equals("base64");
        String text = base64 ? new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8) : data;
        return switch (parameters[0]) {
            case "text/javascript" -> realm.agent().compiler().module(Source.newBuilder(LedgeLanguage.ID, text, url).mimeType(LedgeLanguage.MODULE_MIME_TYPE).build());
            case "application/json" -> {
                if (!"json".equals(type)) {
                    throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_IMPORT_ATTRIBUTE_MISSING",
                            "Module \"" + url + "\" needs an import attribute of \"type: json\"");
                }
                yield SyntheticModule.ofDefault(realm, url, new JSONParser(realm, text).parse());
            }
            default -> throw NodeErrors.create(realm, Intrinsic.TYPE_ERROR_PROTOTYPE, "ERR_UNKNOWN_MODULE_FORMAT",
                    "Unknown module format: " + parameters[0] + " for URL " + url);
        };
    }
}
