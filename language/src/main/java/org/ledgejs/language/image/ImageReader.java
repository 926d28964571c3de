package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ledgejs.language.code.CodeUnit;

/**
 * Reads images. The structure and the digest are checked at once, code when a module's unit is first asked for, texts when they are
 * used; whatever the bytes are, nothing but an {@link ImageException} comes of it.
 */
public final class ImageReader {
    private final ByteBuffer bytes;
    private final boolean trusted;
    private final Map<String, ImageCursor> sections = new HashMap<>();
    private StringTable.Reader strings;

    private ImageReader(ByteBuffer bytes, boolean trusted) {
        this.bytes = bytes.slice().asReadOnlyBuffer();
        this.trusted = trusted;
    }

    /**
     * Reads an image from outside.
     *
     * @param bytes the file, mapped or in memory; kept, and not written to
     * @throws ImageException if it is no whole, unaltered image of this version
     */
    public static Image read(ByteBuffer bytes) {
        return new ImageReader(bytes, false).image();
    }

    /** Reads an image that came with this Ledge: digest and code are taken as they are. */
    public static Image readTrusted(ByteBuffer bytes) {
        return new ImageReader(bytes, true).image();
    }

    /** Whether the bytes look like an image: a WebAssembly module whose first Ledge section is there; nothing is checked. */
    public static boolean isImage(ByteBuffer bytes) {
        try {
            ImageReader reader = new ImageReader(bytes, true);
            reader.sections();
            return reader.sections.containsKey(ImageFormat.HEADER);
        } catch (ImageException _) {
            return false;
        }
    }

    // Sections.

    /** Finds the sections; returns the digest's start, or -1 if there is none. */
    private int sections() {
        ImageCursor in = new ImageCursor(bytes, "image", 0, bytes.limit());
        for (byte b : ImageFormat.PREAMBLE) {
            if (in.octet() != b) {
                throw new ImageException("Not an image: no WebAssembly module");
            }
        }
        int digest = -1;
        int signed = in.at();
        while (!in.atEnd()) {
            int start = in.at();
            if (in.octet() != 0) {
                throw new ImageException("Not an image: WebAssembly section at " + start);
            }
            ImageCursor section = in.part("section", in.number());
            String name = section.name();
            if (digest >= 0) {
                throw new ImageException("Image malformed: section " + name + " behind the digest at " + start);
            }
            if (name.equals(ImageFormat.SIGNATURE)) {
                if (start != signed) {
                    throw new ImageException("Image malformed: signature section at " + start + " is not the first");
                }
            } else if (name.equals(ImageFormat.DIGEST)) {
                digest = start;
            }
            ImageCursor content = new ImageCursor(bytes, name, section.at(), section.end());
            if (sections.put(name, content) != null) {
                throw new ImageException("Image malformed: section " + name + " twice at " + start);
            }
        }
        return digest;
    }

    private ImageCursor section(String name) {
        ImageCursor section = sections.get(name);
        if (section == null) {
            throw new ImageException("Image malformed: no section " + name);
        }
        return section.copy();
    }

    private void digest(int digestStart) {
        if (digestStart < 0) {
            throw new ImageException("Image truncated: no digest at " + bytes.limit());
        }
        ImageCursor stored = section(ImageFormat.DIGEST);
        if (stored.octet() != ImageFormat.SHA_256) {
            throw stored.malformed("unknown digest");
        }
        byte[] expected = new byte[ImageFormat.DIGEST_LENGTH];
        stored.slice(expected.length).get(expected);
        stored.requireEnd();
        ImageCursor signature = sections.get(ImageFormat.SIGNATURE);
        int from = signature == null ? ImageFormat.PREAMBLE.length : signature.end();
        byte[] actual = ImageFormat.digest(bytes.slice(0, ImageFormat.PREAMBLE.length), bytes.slice(from, digestStart - from));
        if (!MessageDigest.isEqual(expected, actual)) {
            throw new ImageException("Image altered: digest mismatch");
        }
    }

    // Content.

    private Image image() {
        int digestStart = sections();
        if (!sections.containsKey(ImageFormat.HEADER)) {
            throw new ImageException("Not an image: no section " + ImageFormat.HEADER);
        }
        if (!trusted) {
            digest(digestStart);
        }
        header();
        strings = new StringTable.Reader(bytes, section(ImageFormat.STRINGS));
        List<Image.Asset> assets = assets();
        List<ImageSource> sources = sources();
        List<Supplier<CodeUnit>> units = units();
        if (sources.size() != units.size()) {
            throw new ImageException("Image malformed: " + sources.size() + " sources of " + units.size() + " units");
        }
        ImageCursor in = section(ImageFormat.MODULES);
        int count = in.count();
        int entry = in.index(count + 1) - 1;
        Set<String> assetNames = new HashSet<>();
        assets.forEach(a -> assetNames.add(a.name()));
        Set<String> specifiers = new HashSet<>();
        List<ImageModule> modules = new ArrayList<>(count);
        int unit = 0;
        for (int i = 0; i < count; i++) {
            String specifier = pooled(in);
            if (!specifiers.add(specifier)) {
                throw in.malformed("module " + specifier + " twice");
            }
            ImageModule.Kind kind = UnitInput.constant(in, ImageModule.Kind.values());
            int asset = in.index(strings.count() + 1) - 1;
            List<ImageModule.Resolution> resolutions = resolutions(in);
            if (kind.isCode() != asset < 0) {
                throw in.malformed("module " + specifier + " is " + kind + " and " + (asset < 0 ? "code" : "an asset"));
            }
            if (asset < 0) {
                if (unit == units.size()) {
                    throw in.malformed("module without a unit");
                }
                Supplier<CodeUnit> decoder = units.get(unit);
                modules.add(ImageModule.lazy(specifier, kind, () -> fitting(decoder.get(), kind, specifier), sources.get(unit), resolutions));
                unit++;
            } else {
                if (!assetNames.contains(strings.get(asset)) || !resolutions.isEmpty()) {
                    throw in.malformed("module of no asset");
                }
                modules.add(ImageModule.asset(specifier, kind, strings.get(asset)));
            }
        }
        in.requireEnd();
        if (unit != units.size()) {
            throw in.malformed("unit without a module");
        }
        return new Image(modules, assets, entry < 0 ? null : modules.get(entry).specifier(), permissions(), producer());
    }

    /** A unit with imports and exports is that of an ECMAScript module, others are not. */
    private static CodeUnit fitting(CodeUnit unit, ImageModule.Kind kind, String specifier) {
        if ((kind == ImageModule.Kind.ESM) != (unit.module() != null)) {
            throw new ImageException("Image malformed: the code of module " + specifier + " is none of kind " + kind);
        }
        return unit;
    }

    private void header() {
        ImageCursor in = section(ImageFormat.HEADER);
        int version = in.number();
        if (version != CodeUnit.SCHEMA_VERSION) {
            throw new ImageException("Image of schema version " + version + ", this Ledge reads " + CodeUnit.SCHEMA_VERSION);
        }
        int features = in.number();
        if (features != 0) {
            throw new ImageException("Image needs features that this Ledge does not have: " + Integer.toHexString(features));
        }
        in.requireEnd();
    }

    private String pooled(ImageCursor in) {
        return strings.get(in.index(strings.count()));
    }

    private List<ImageModule.Resolution> resolutions(ImageCursor in) {
        int count = in.count();
        List<ImageModule.Resolution> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(new ImageModule.Resolution(pooled(in), pooled(in), pooled(in)));
        }
        return list;
    }

    private List<ImageSource> sources() {
        ImageCursor in = section(ImageFormat.SOURCES);
        int count = in.count();
        List<ImageSource> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = pooled(in);
            int length = in.number();
            ImageCursor lines = in.part("line table", in.number());
            if (!trusted) {
                lineStarts(lines.copy(), length);
            }
            int textLength = in.number() - 1;
            ImageCursor text = textLength < 0 ? null : in.part("source text", textLength);
            list.add(new ImageSource(name, length, () -> lineStarts(lines.copy(), length), text == null ? null : () -> text.copy().text(textLength)));
        }
        in.requireEnd();
        return list;
    }

    private static int[] lineStarts(ImageCursor in, int length) {
        int[] starts = new int[in.count()];
        int last = 0;
        for (int line = 0; line < starts.length; line++) {
            last += in.number();
            if (last < 0 || last > length || line == 0 && last != 0) {
                throw in.malformed("line table");
            }
            starts[line] = last;
        }
        if (starts.length == 0) {
            throw in.malformed("line table");
        }
        in.requireEnd();
        return starts;
    }

    private List<Supplier<CodeUnit>> units() {
        ImageCursor in = section(ImageFormat.CODE);
        int count = in.count();
        List<Supplier<CodeUnit>> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ImageCursor unit = in.part("code unit " + i, in.number());
            list.add(() -> UnitInput.read(unit.copy(), strings, !trusted));
        }
        in.requireEnd();
        return list;
    }

    private List<Image.Asset> assets() {
        ImageCursor in = section(ImageFormat.ASSETS);
        int count = in.count();
        List<Image.Asset> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = pooled(in);
            String mediaType = pooled(in);
            list.add(new Image.Asset(name, mediaType, in.slice(in.number())));
        }
        in.requireEnd();
        return list;
    }

    private String permissions() {
        if (!sections.containsKey(ImageFormat.PERMISSIONS)) {
            return null;
        }
        ImageCursor in = section(ImageFormat.PERMISSIONS);
        String json = in.name();
        in.requireEnd();
        return json;
    }

    private String producer() {
        ImageCursor in = section(ImageFormat.PRODUCERS);
        int fields = in.count();
        String version = "";
        for (int i = 0; i < fields; i++) {
            in.name();
            int values = in.count();
            for (int k = 0; k < values; k++) {
                String name = in.name();
                String value = in.name();
                version = name.equals("Ledge") ? value : version;
            }
        }
        return version;
    }
}
