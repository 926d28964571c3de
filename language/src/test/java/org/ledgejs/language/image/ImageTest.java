package org.ledgejs.language.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ledgejs.language.code.CodePrinter;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.source.Position;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;

/** Images: what is written comes back, and nothing that is damaged does. */
class ImageTest {
    private static final String MAIN = """
            import data from './data.json' with { type: 'json' };
            import { help as h } from './lib.mjs';
            export * as lib from './lib.mjs';
            const odd = '\\ud800 lone, \\ud83d\\ude00 pair, ünïcödé';
            export class Main extends h { #x = 1; run() { return odd + data + 1e300 + 12n + this.#x; } }
            export default await h();
            """;
    private static final String LIB = "export function help() { for (let i = 0; i < 3; i++) f(() => i); }";
    private static final String COMMON = "(function (exports, require) { exports.x = require('node:fs'); })";

    private static CodeUnit module(SourceText text) {
        return Resolver.resolve(Parser.parseModule(text, ParseOptions.DEFAULT));
    }

    private static Image image() {
        SourceText main = new SourceText("/app/main.mjs", MAIN);
        SourceText lib = new SourceText("/app/lib.mjs", LIB);
        SourceText common = new SourceText("/app/common.cjs", COMMON);
        CodeUnit commonUnit = Resolver.resolve(Parser.parseScript(common, ParseOptions.DEFAULT));
        List<ImageModule> modules = List.of(
                ImageModule.code("/app/main.mjs", ImageModule.Kind.ESM, module(main), ImageSource.of(main, true), List.of(
                        new ImageModule.Resolution("./data.json", "import", "/app/data.json"),
                        new ImageModule.Resolution("./lib.mjs", "import", "/app/lib.mjs"))),
                ImageModule.code("/app/lib.mjs", ImageModule.Kind.ESM, module(lib), ImageSource.of(lib, false), List.of()),
                ImageModule.code("/app/common.cjs", ImageModule.Kind.CJS, commonUnit, ImageSource.of(common, false),
                        List.of(new ImageModule.Resolution("node:fs", "require", "node:fs"))),
                ImageModule.asset("/app/data.json", ImageModule.Kind.JSON, "data.json"));
        List<Image.Asset> assets = List.of(new Image.Asset("data.json", "application/json", utf8("{\"a\": 1}")),
                new Image.Asset("empty", "", utf8("")));
        return new Image(modules, assets, "/app/main.mjs", "{\"net\": [\"example.org:443\"]}", "0.1.0");
    }

    private static ByteBuffer utf8(String s) {
        return ByteBuffer.wrap(s.getBytes(StandardCharsets.UTF_8));
    }

    private static Image read(byte[] bytes) {
        return ImageReader.read(ByteBuffer.wrap(bytes));
    }

    /** Reads everything, so that nothing is left to be decoded. */
    private static String everything(Image image) {
        StringBuilder all = new StringBuilder().append(image.entry()).append(image.permissions()).append(image.producer());
        for (ImageModule m : image.modules()) {
            all.append(m).append(m.asset()).append(m.resolutions()).append('\n');
            if (m.isCode()) {
                all.append(CodePrinter.print(m.unit(), true)).append(m.source().name()).append(m.source().text());
                all.append(m.source().position(m.source().length()));
            }
        }
        for (Image.Asset asset : image.assets()) {
            all.append(asset.name()).append(asset.mediaType()).append(StandardCharsets.UTF_8.decode(asset.bytes().duplicate()));
        }
        return all.toString();
    }

    @Test
    void bringsBackWhatWasWritten() {
        Image image = image();
        assertEquals(everything(image), everything(read(ImageWriter.write(image))));
    }

    @Test
    void writesTheSameBytesAgain() {
        byte[] bytes = ImageWriter.write(image());
        assertArrayEquals(bytes, ImageWriter.write(read(bytes)));
        assertArrayEquals(bytes, ImageWriter.write(ImageReader.readTrusted(ByteBuffer.wrap(bytes))));
    }

    @Test
    void readsFromMappedMemory() {
        byte[] bytes = ImageWriter.write(image());
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        assertEquals(everything(image()), everything(ImageReader.read(direct)));
    }

    @Test
    void keepsLinesWithoutTheText() {
        Image image = read(ImageWriter.write(image()));
        ImageSource main = image.module("/app/main.mjs").orElseThrow().source();
        assertEquals(new Position(2, 1), main.position(MAIN.indexOf("import {")));
        assertEquals(MAIN, main.text());
        ImageSource lib = image.module("/app/lib.mjs").orElseThrow().source();
        assertNull(lib.text());
        assertEquals(new Position(1, 8), lib.position(7));
    }

    @Test
    void isAWebAssemblyModuleOfCustomSections() {
        byte[] bytes = ImageWriter.write(image());
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] preamble = new byte[8];
        in.get(preamble);
        assertArrayEquals(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0}, preamble);
        List<String> names = new ArrayList<>();
        while (in.hasRemaining()) {
            assertEquals(0, in.get(), "section id");
            int end = leb(in) + in.position();
            byte[] name = new byte[leb(in)];
            in.get(name);
            names.add(new String(name, StandardCharsets.UTF_8));
            in.position(end);
        }
        assertEquals(List.of("ledge.header", "ledge.strings", "ledge.sources", "ledge.code", "ledge.modules", "ledge.assets",
                "ledge.permissions", "producers", "ledge.digest"), names);
    }

    private static int leb(ByteBuffer in) {
        int n = 0;
        for (int shift = 0;; shift += 7) {
            byte b = in.get();
            n |= (b & 0x7F) << shift;
            if (b >= 0) {
                return n;
            }
        }
    }

    @Test
    void refusesEveryTruncation() {
        byte[] bytes = ImageWriter.write(image());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(ImageException.class, () -> read(cut), "length " + length);
        }
    }

    @Test
    void refusesEveryAlteredByte() {
        byte[] bytes = ImageWriter.write(image());
        Random random = new Random(1);
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= (byte) (1 << random.nextInt(8));
            assertThrows(ImageException.class, () -> read(altered), "byte " + i);
        }
    }

    @Test
    void throwsNothingElseForImagesMadeToDoHarm() {
        byte[] bytes = ImageWriter.write(image());
        Random random = new Random(2);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] altered = bytes.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                altered[8 + random.nextInt(bytes.length - 8 - 48)] ^= (byte) (1 << random.nextInt(8));
            }
            sign(altered);
            try {
                everything(read(altered));
                read++;
            } catch (ImageException _) {
                // What is expected of most.
            }
        }
        assertTrue(read > 0, "some alterations are harmless");
    }

    /** Makes the digest right again. */
    private static void sign(byte[] bytes) {
        int section = bytes.length - 33 - "ledge.digest".length() - 3;
        byte[] digest = ImageFormat.digest(Arrays.copyOf(bytes, section));
        System.arraycopy(digest, 0, bytes, bytes.length - 32, 32);
    }

    @Test
    void saysWhichVersionItReads() {
        byte[] bytes = ImageWriter.write(image());
        int version = 8 + 2 + 1 + "ledge.header".length();
        assertEquals(CodeUnit.SCHEMA_VERSION, bytes[version]);
        bytes[version] = 99;
        assertEquals("Image altered: digest mismatch", assertThrows(ImageException.class, () -> read(bytes)).getMessage());
        sign(bytes);
        assertEquals("Image of schema version 99, this Ledge reads " + CodeUnit.SCHEMA_VERSION,
                assertThrows(ImageException.class, () -> read(bytes)).getMessage());
        bytes[version] = CodeUnit.SCHEMA_VERSION;
        bytes[version + 1] = 4;
        sign(bytes);
        assertEquals("Image needs features that this Ledge does not have: 4",
                assertThrows(ImageException.class, () -> read(bytes)).getMessage());
    }

    @Test
    void leavesRoomForASignatureInFront() {
        byte[] bytes = ImageWriter.write(image());
        ImageOutput signed = new ImageOutput();
        signed.bytes(Arrays.copyOf(bytes, 8));
        ImageOutput signature = new ImageOutput();
        signature.bytes(new byte[64]);
        signed.section("signature", signature);
        signed.bytes(Arrays.copyOfRange(bytes, 8, bytes.length));
        assertEquals(everything(image()), everything(read(signed.toByteArray())));
        ImageOutput behind = new ImageOutput();
        behind.bytes(bytes);
        behind.section("signature", signature);
        assertThrows(ImageException.class, () -> read(behind.toByteArray()));
    }

    @Test
    void tellsImagesFromOtherFiles() {
        byte[] bytes = ImageWriter.write(image());
        assertTrue(ImageReader.isImage(ByteBuffer.wrap(bytes)));
        assertFalse(ImageReader.isImage(utf8("import 'x'")));
        assertFalse(ImageReader.isImage(ByteBuffer.wrap(ImageFormat.PREAMBLE)));
        assertEquals("Not an image: no WebAssembly module",
                assertThrows(ImageException.class, () -> read("console.log(1)".getBytes(StandardCharsets.UTF_8))).getMessage());
    }

    @Test
    void refusesImagesThatNameWhatTheyHaveNot() {
        Image noEntry = new Image(List.of(), List.of(), "main", null, "");
        assertThrows(IllegalArgumentException.class, () -> ImageWriter.write(noEntry));
        Image noAsset = new Image(List.of(ImageModule.asset("a", ImageModule.Kind.TEXT, "b")), List.of(), null, null, "");
        assertThrows(IllegalArgumentException.class, () -> ImageWriter.write(noAsset));
    }

    @Test
    void holdsALibraryWithoutAnEntry() {
        Image empty = new Image(List.of(), List.of(), null, null, "0.1.0");
        Image again = read(ImageWriter.write(empty));
        assertEquals(empty, again);
        assertTrue(MessageDigest.isEqual(ImageWriter.write(empty), ImageWriter.write(again)));
    }

    @Test
    void sendsSingleUnitsThroughAnImage() {
        CodeUnit unit = module(new SourceText("m", MAIN));
        assertEquals(CodePrinter.print(unit, true), CodePrinter.print(RoundTrip.of(unit), true));
    }

    @Test
    void refusesModulesOfTheWrongKind() {
        CodeUnit script = Resolver.resolve(Parser.parseScript(new SourceText("s", "1"), ParseOptions.DEFAULT));
        ImageSource source = ImageSource.of(new SourceText("s", "1"), true);
        Image scriptAsModule = new Image(List.of(ImageModule.code("s", ImageModule.Kind.ESM, script, source, List.of())), List.of(), "s", null, "");
        ImageModule read = read(ImageWriter.write(scriptAsModule)).module("s").orElseThrow();
        assertThrows(ImageException.class, read::unit);
        Image codeAsAsset = new Image(List.of(ImageModule.code("s", ImageModule.Kind.JSON, script, source, List.of())), List.of(), "s", null, "");
        byte[] bytes = ImageWriter.write(codeAsAsset);
        assertThrows(ImageException.class, () -> read(bytes));
    }
}
