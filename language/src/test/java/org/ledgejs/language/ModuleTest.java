package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageSource;
import org.ledgejs.language.image.ImageWriter;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;

/** Modules from files and from images, without a host. */
class ModuleTest {
    @TempDir
    private Path folder;

    private Value run(String main) throws IOException {
        Files.writeString(folder.resolve("main.mjs"), main);
        try (Context context = Context.newBuilder("ledge").allowIO(IOAccess.ALL).build()) {
            Source source = Source.newBuilder("ledge", folder.resolve("main.mjs").toFile()).mimeType(LedgeLanguage.MODULE_MIME_TYPE).build();
            Value result = context.eval(source).getMember("result");
            return Value.asValue(result.isNumber() ? (Object) result.asDouble() : result.asString());
        }
    }

    @Test
    void importsAreLiveBindingsOfOtherFiles() throws IOException {
        Files.writeString(folder.resolve("counter.mjs"), "export let n = 0; export function inc() { n++ } export default 'd'; export * as self from './counter.mjs'");
        assertEquals("2d2", run("import d, {n, inc, self} from './counter.mjs'; inc(); inc(); export const result = n + d + self.n").asString());
    }

    @Test
    void modulesInACycleSeeEachOthersFunctions() throws IOException {
        Files.writeString(folder.resolve("odd.mjs"), "import {even} from './main.mjs'; export function odd(n) { return n == 0 ? 0 : even(n - 1) }");
        assertEquals(1, run("import {odd} from './odd.mjs'; export function even(n) { return n == 0 ? 1 : odd(n - 1) } export const result = even(10)").asInt());
    }

    @Test
    void topLevelAwaitHoldsTheImporterBack() throws IOException {
        Files.writeString(folder.resolve("slow.mjs"), "export let v = 1; await Promise.resolve(); v = 2");
        assertEquals(2, run("import {v} from './slow.mjs'; export const result = v").asInt());
    }

    @Test
    void dynamicImportGivesTheNamespaceAndJsonNeedsItsType() throws IOException {
        Files.writeString(folder.resolve("data.json"), "{\"a\": [1, 2, 3]}");
        assertEquals(3, run("const m = await import('./data.json', {with: {type: 'json'}}); export const result = m.default.a.length").asInt());
        assertEquals("TypeError", run("export const result = await import('./data.json').catch(e => e.name)").asString());
    }

    @Test
    void anImportNobodyExportsIsASyntaxError() throws IOException {
        Files.writeString(folder.resolve("empty.mjs"), "");
        PolyglotException e = assertThrows(PolyglotException.class, () -> run("import {x} from './empty.mjs'"));
        assertTrue(e.getMessage().contains("The requested module './empty.mjs' does not provide an export named 'x'"), e.getMessage());
    }

    @Test
    void filesAreOutOfReachWithoutPermission() {
        try (Context context = Context.create("ledge")) {
            Value name = context.eval("ledge", "var n; import('/etc/passwd').catch(e => n = e.message); 0");
            assertEquals(0, name.asInt());
            assertEquals("Access to module '/etc/passwd' is denied", context.eval("ledge", "n").asString());
        }
    }

    private static ImageModule module(String specifier, String text, ImageModule.Resolution... resolutions) {
        SourceText source = new SourceText(specifier, text);
        CodeUnit unit = Resolver.resolve(Parser.parseModule(source, ParseOptions.DEFAULT));
        return ImageModule.code(specifier, ImageModule.Kind.ESM, unit, ImageSource.of(source, false), List.of(resolutions));
    }

    @Test
    void anImageRunsWithoutParsing() throws IOException {
        ImageModule main = module("app/main", "import {f} from './lib.js'; export const result = f(20)", new ImageModule.Resolution("./lib.js", "import", "app/lib"));
        ImageModule lib = module("app/lib", "export function f(n) { return n * 2 + 2 }");
        byte[] bytes = ImageWriter.write(new Image(List.of(main, lib), List.of(), "app/main", null, "test"));
        try (Context context = Context.create("ledge")) {
            Source image = Source.newBuilder("ledge", ByteSequence.create(bytes), "app.wasm").mimeType(LedgeLanguage.IMAGE_MIME_TYPE).build();
            assertEquals(42, context.eval(image).getMember("result").asInt());
        }
    }

    @Test
    void errorsOfAnImageWithoutTextSayLineAndColumn() throws IOException {
        ImageModule main = module("app/main", "let stack\ntry {\n  missing()\n} catch (e) {\n  stack = e.stack\n}\nexport const result = stack");
        byte[] bytes = ImageWriter.write(new Image(List.of(main), List.of(), "app/main", null, "test"));
        try (Context context = Context.create("ledge")) {
            Source image = Source.newBuilder("ledge", ByteSequence.create(bytes), "app.wasm").mimeType(LedgeLanguage.IMAGE_MIME_TYPE).build();
            String stack = context.eval(image).getMember("result").asString();
            assertEquals("ReferenceError: missing is not defined\n    at app/main:3:3", stack);
        }
    }

    @Test
    void whatIsNoImageIsRefused() {
        try (Context context = Context.create("ledge")) {
            Source image = Source.newBuilder("ledge", ByteSequence.create(new byte[] {0, 'a', 's', 'm', 1, 0, 0}), "bad.wasm")
                    .mimeType(LedgeLanguage.IMAGE_MIME_TYPE).buildLiteral();
            assertThrows(PolyglotException.class, () -> context.eval(image));
        }
    }

    @Test
    void deferredModulesRunWhenAnExportIsFirstRead() throws IOException {
        Files.writeString(folder.resolve("late.mjs"), "globalThis.log += 'late '; export const v = 1");
        Files.writeString(folder.resolve("log.mjs"), "globalThis.log = ''");
        assertEquals("main late 1", run("""
                import './log.mjs'; import defer * as late from './late.mjs';
                globalThis.log += 'main '; const v = late.v; export const result = globalThis.log + v""").asString());
    }

    @Test
    void deferredImportsRunWhatAwaitsAtOnce() throws IOException {
        Files.writeString(folder.resolve("waits.mjs"), "globalThis.log = 'waits '; await 0; export const v = 1");
        Files.writeString(folder.resolve("late.mjs"), "import './waits.mjs'; globalThis.log += 'late '; export const v = 1");
        assertEquals("waits main late ", run("""
                const late = await import.defer('./late.mjs');
                globalThis.log += 'main '; late.v; export const result = globalThis.log""").asString());
    }

    @Test
    void bytesAreImportedAsAnImmutableArray() throws IOException {
        Files.writeString(folder.resolve("data.bin"), "abc");
        assertEquals("97,98,99true", run("import data from './data.bin' with { type: 'bytes' }; export const result = data + String(data.buffer.immutable)").asString());
    }
}
