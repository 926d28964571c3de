package org.ledgejs.language;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ModuleTypes;
import org.ledgejs.language.runtime.Realm;

/** A program that came as an image, running in a realm: its modules by specifier, each made when first imported. Nothing is parsed. */
final class ImageProgram {
    private final LedgeLanguage language;
    private final Realm realm;
    private final Image image;
    private final Map<String, ModuleRecord> modules = new HashMap<>();

    ImageProgram(LedgeLanguage language, Realm realm, Image image) {
        this.language = language;
        this.realm = realm;
        this.image = image;
    }

    /** The module the program starts with. */
    ModuleRecord entry() {
        if (image.entry() == null) {
            throw Errors.typeError("The image is a library: it has no module to start with");
        }
        return module(image.entry());
    }

    /** The module that a request of another one means; null if it is none of the image's. */
    ModuleRecord resolve(ModuleRecord referrer, String request) {
        ImageModule importer = image.module(referrer.name()).orElse(null);
        String target = request;
        if (importer != null) {
            for (ImageModule.Resolution resolution : importer.resolutions()) {
                if (resolution.request().equals(request) && resolution.condition().equals("import")) {
                    target = resolution.target();
                }
            }
        }
        return image.module(target).isPresent() ? module(target) : null;
    }

    private ModuleRecord module(String specifier) {
        ModuleRecord known = modules.get(specifier);
        if (known != null) {
            return known;
        }
        ImageModule module = image.module(specifier).orElseThrow(() -> Errors.typeError("Cannot find module '" + specifier + "' in the image"));
        ModuleRecord made = switch (module.kind()) {
            case ESM -> language.imageModule(realm, specifier, module);
            case JSON -> ModuleTypes.create(realm, specifier, "json", asset(module));
            case TEXT -> ModuleTypes.create(realm, specifier, "text", asset(module));
            default -> throw Errors.typeError("Module '" + specifier + "' of the image needs a host: it is of kind " + module.kind());
        };
        made.setHostDefined(this);
        modules.put(specifier, made);
        return made;
    }

    private byte[] asset(ImageModule module) {
        ByteBuffer bytes = image.asset(module.asset()).orElseThrow().bytes();
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        return content;
    }
}
