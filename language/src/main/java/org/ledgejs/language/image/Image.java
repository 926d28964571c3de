package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A program with all it needs: modules, assets, what it may do.
 *
 * @param modules in the order they were found; each specifier once
 * @param assets files that the program reads by name
 * @param entry specifier of the module that the program starts with; null for a library
 * @param permissions what the program asks for, as JSON; null for nothing said
 * @param producer version of the Ledge that wrote the image
 */
public record Image(List<ImageModule> modules, List<Asset> assets, String entry, String permissions, String producer) {

    public Image {
        modules = List.copyOf(modules);
        assets = List.copyOf(assets);
    }

    public Optional<ImageModule> module(String specifier) {
        return modules.stream().filter(m -> m.specifier().equals(specifier)).findFirst();
    }

    public Optional<Asset> asset(String name) {
        return assets.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /**
     * A file in an image.
     *
     * @param mediaType its MIME type; may be empty
     * @param bytes the content, read only
     */
    public record Asset(String name, String mediaType, ByteBuffer bytes) {

        public Asset {
            bytes = bytes.slice().asReadOnlyBuffer();
        }
    }
}
