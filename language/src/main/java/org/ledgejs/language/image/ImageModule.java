package org.ledgejs.language.image;

import java.util.List;
import java.util.function.Supplier;
import org.ledgejs.language.code.CodeUnit;

/** A module of an image. What is code was resolved when the image was written; nothing is parsed when it runs. */
public final class ImageModule {

    /** How a module is loaded. */
    public enum Kind {
        /** An ECMAScript module. */
        ESM,
        /** A CommonJS module: a unit whose script returns the wrapper function. */
        CJS,
        /** A JSON file: an asset. */
        JSON,
        /** A text file: an asset. */
        TEXT,
        /** A WebAssembly module: an asset. */
        WASM,
        /** A part of the host written in JavaScript. */
        BUILTIN;

        /** Modules of this kind are code; those of others are assets. */
        boolean isCode() {
            return this == ESM || this == CJS || this == BUILTIN;
        }
    }

    /**
     * What a specifier that the module asks for means.
     *
     * @param request the specifier as written
     * @param condition how it is asked for: {@code import}, {@code require} or another word of the host
     * @param target specifier of a module in the image, or of one that the host brings
     */
    public record Resolution(String request, String condition, String target) { }

    private final String specifier;
    private final Kind kind;
    private final String asset;
    private final ImageSource source;
    private final List<Resolution> resolutions;
    private final Supplier<CodeUnit> decoder;
    private CodeUnit unit;

    private ImageModule(String specifier, Kind kind, Supplier<CodeUnit> decoder, String asset, ImageSource source,
            List<Resolution> resolutions) {
        this.specifier = specifier;
        this.kind = kind;
        this.decoder = decoder;
        this.asset = asset;
        this.source = source;
        this.resolutions = List.copyOf(resolutions);
    }

    /** A module that is code. */
    public static ImageModule code(String specifier, Kind kind, CodeUnit unit, ImageSource source, List<Resolution> resolutions) {
        return new ImageModule(specifier, kind, () -> unit, null, source, resolutions);
    }

    static ImageModule lazy(String specifier, Kind kind, Supplier<CodeUnit> decoder, ImageSource source, List<Resolution> resolutions) {
        return new ImageModule(specifier, kind, decoder, null, source, resolutions);
    }

    /** A module whose content is an asset of the image. */
    public static ImageModule asset(String specifier, Kind kind, String asset) {
        return new ImageModule(specifier, kind, null, asset, null, List.of());
    }

    public String specifier() {
        return specifier;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isCode() {
        return decoder != null;
    }

    /**
     * The module's code, decoded and verified when first asked for.
     *
     * @throws ImageException if the code is malformed
     */
    public synchronized CodeUnit unit() {
        if (unit == null) {
            if (decoder == null) {
                throw new IllegalStateException(specifier + " is no code");
            }
            unit = decoder.get();
        }
        return unit;
    }

    /** Name of the asset with the content; null for code. */
    public String asset() {
        return asset;
    }

    /** Where the code came from; null for assets. */
    public ImageSource source() {
        return source;
    }

    public List<Resolution> resolutions() {
        return resolutions;
    }

    @Override
    public String toString() {
        return kind + " " + specifier;
    }
}
