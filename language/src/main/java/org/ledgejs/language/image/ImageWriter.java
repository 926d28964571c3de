package org.ledgejs.language.image;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.CodeVerifier;

/** Writes images; one image gives the same bytes each time. See the package for the format. */
public final class ImageWriter {
    private final StringTable.Writer strings = new StringTable.Writer();
    private final Image image;

    private ImageWriter(Image image) {
        this.image = image;
    }

    /**
     * @throws IllegalArgumentException if the image names a module or asset that it has not
     * @throws org.ledgejs.language.code.MalformedCodeException if a unit is nothing that a reader would accept
     */
    public static byte[] write(Image image) {
        return new ImageWriter(image).bytes();
    }

    private byte[] bytes() {
        ImageOutput sources = new ImageOutput();
        ImageOutput code = new ImageOutput();
        ImageOutput modules = new ImageOutput();
        List<ImageModule> units = image.modules().stream().filter(ImageModule::isCode).toList();
        sources.number(units.size());
        code.number(units.size());
        for (ImageModule module : units) {
            source(module.source(), sources);
            unit(module.unit(), code);
        }
        modules(modules);
        ImageOutput assets = assets();
        ImageOutput out = new ImageOutput();
        out.bytes(ImageFormat.PREAMBLE);
        ImageOutput header = new ImageOutput();
        header.number(CodeUnit.SCHEMA_VERSION);
        header.number(0);
        out.section(ImageFormat.HEADER, header);
        out.section(ImageFormat.STRINGS, strings.section());
        out.section(ImageFormat.SOURCES, sources);
        out.section(ImageFormat.CODE, code);
        out.section(ImageFormat.MODULES, modules);
        out.section(ImageFormat.ASSETS, assets);
        if (image.permissions() != null) {
            ImageOutput permissions = new ImageOutput();
            permissions.name(image.permissions());
            out.section(ImageFormat.PERMISSIONS, permissions);
        }
        out.section(ImageFormat.PRODUCERS, producers());
        ImageOutput digest = new ImageOutput();
        digest.octet(ImageFormat.SHA_256);
        digest.bytes(ImageFormat.digest(out.toByteArray()));
        out.section(ImageFormat.DIGEST, digest);
        return out.toByteArray();
    }

    private void unit(CodeUnit unit, ImageOutput out) {
        CodeVerifier.verify(unit);
        byte[] bytes = UnitOutput.write(unit, strings).toByteArray();
        out.number(bytes.length);
        out.bytes(bytes);
    }

    private void source(ImageSource source, ImageOutput out) {
        out.number(strings.index(source.name()));
        out.number(source.length());
        ImageOutput lines = new ImageOutput();
        int[] starts = source.lineStarts();
        lines.number(starts.length);
        int last = 0;
        for (int start : starts) {
            lines.number(start - last);
            last = start;
        }
        byte[] table = lines.toByteArray();
        out.number(table.length);
        out.bytes(table);
        if (source.hasText()) {
            byte[] text = Wtf8.encode(source.text());
            out.number(text.length + 1);
            out.bytes(text);
        } else {
            out.number(0);
        }
    }

    private void modules(ImageOutput out) {
        Map<String, Integer> bySpecifier = new HashMap<>();
        for (ImageModule module : image.modules()) {
            if (bySpecifier.put(module.specifier(), bySpecifier.size()) != null) {
                throw new IllegalArgumentException("module " + module.specifier() + " twice");
            }
        }
        Integer entry = image.entry() == null ? null : bySpecifier.get(image.entry());
        if (image.entry() != null && entry == null) {
            throw new IllegalArgumentException("no module " + image.entry());
        }
        out.number(image.modules().size());
        out.number(entry == null ? 0 : entry + 1);
        for (ImageModule module : image.modules()) {
            out.number(strings.index(module.specifier()));
            out.octet(module.kind().ordinal());
            if (module.isCode()) {
                out.number(0);
            } else {
                if (image.asset(module.asset()).isEmpty()) {
                    throw new IllegalArgumentException("no asset " + module.asset());
                }
                out.number(strings.index(module.asset()) + 1);
            }
            out.number(module.resolutions().size());
            for (ImageModule.Resolution r : module.resolutions()) {
                out.number(strings.index(r.request()));
                out.number(strings.index(r.condition()));
                out.number(strings.index(r.target()));
            }
        }
    }

    private ImageOutput assets() {
        ImageOutput out = new ImageOutput();
        out.number(image.assets().size());
        for (Image.Asset asset : image.assets()) {
            out.number(strings.index(asset.name()));
            out.number(strings.index(asset.mediaType()));
            out.number(asset.bytes().remaining());
            out.bytes(asset.bytes());
        }
        return out;
    }

    /** See the ProducersSection page of the WebAssembly tool conventions. */
    private ImageOutput producers() {
        ImageOutput out = new ImageOutput();
        out.number(2);
        field(out, "language", "JavaScript", "ES2026");
        field(out, "processed-by", "Ledge", image.producer());
        return out;
    }

    private static void field(ImageOutput out, String field, String name, String version) {
        out.name(field);
        out.number(1);
        out.name(name);
        out.name(version);
    }
}
