package org.ledgejs.language.runtime;

import java.nio.charset.StandardCharsets;

/** Modules of the types that import attributes name: json (ECMA-262 §16.2.1.8.4), text and bytes (stage 3). */
public final class ModuleTypes {
    private static final Object PARSE = PropertyKey.of("parse");

    private ModuleTypes() { }

    /** @throws JSException SyntaxError for bad JSON, TypeError for an unknown type */
    public static ModuleRecord create(Realm realm, String name, String type, byte[] bytes) {
        Object value = switch (type) {
            case "json" -> ObjectOperations.invoke(realm.intrinsic(Intrinsic.JSON), PARSE, Strings.of(text(bytes)));
            case "text" -> Strings.of(text(bytes));
            case "bytes" -> JSTypedArray.create(realm.intrinsic(Intrinsic.UINT8_ARRAY_PROTOTYPE), ElementType.UINT8,
                    JSArrayBuffer.createImmutable(realm, bytes), 0, bytes.length);
            default -> throw Errors.typeError("Import attribute 'type' with value '" + type + "' is not supported");
        };
        return SyntheticModule.ofDefault(realm, name, value);
    }

    /** UTF-8 decode: malformed parts replaced, a byte order mark dropped. */
    public static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
