package org.ledgejs.wasm.engine;

import run.endive.wasm.Parser;

import java.util.List;

/** The way from bytes to a {@link WasmModule}. */
public final class WasmEngine {

    /** When WebAssembly code becomes Java byte code. */
    public enum Tiering {
        /** Never: the smallest footprint. */
        INTERPRET,
        /** In the background, once a module has proved hot. */
        TIERED,
        /** Before the first instance of a module runs. */
        COMPILE
    }

    /**
     * What a host allows its modules.
     *
     * @param memoryPages the most pages of 64 KiB one memory may have; at most {@link #MAXIMUM_PAGES}
     * @param tableElements the most elements one table may have; at most {@link #MAXIMUM_TABLE_ELEMENTS}
     */
    public record Options(Tiering tiering, int memoryPages, int tableElements) {

        public static final Options DEFAULT = new Options(Tiering.TIERED, MAXIMUM_PAGES, MAXIMUM_TABLE_ELEMENTS);

        public Options {
            memoryPages = Math.clamp(memoryPages, 0, MAXIMUM_PAGES);
            tableElements = Math.clamp(tableElements, 0, MAXIMUM_TABLE_ELEMENTS);
        }
    }

    /** The most pages that fit one Java array. */
    public static final int MAXIMUM_PAGES = 32_767;
    /** WebAssembly JavaScript Interface, Implementation-defined Limits. */
    public static final int MAXIMUM_TABLE_ELEMENTS = 10_000_000;

    private WasmEngine() {
    }

    /**
     * Decodes and validates a module.
     *
     * @throws WasmCompileException if the bytes are not a valid module, whatever is wrong with them
     */
    public static WasmModule compile(byte[] bytes) {
        try {
            var parsed = Parser.parse(bytes);
            var shape = new ModuleShape(parsed);
            List<CustomSection> custom = CustomSection.readAll(bytes);
            return new WasmModule(parsed, shape, custom);
        } catch (WasmCompileException e) {
            throw e;
        } catch (RuntimeException | AssertionError e) {
            throw new WasmCompileException(message(e), e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new WasmCompileException("module exceeds an implementation limit");
        }
    }

    /** Whether {@link #compile} would succeed. */
    public static boolean validate(byte[] bytes) {
        try {
            compile(bytes);
            return true;
        } catch (WasmCompileException e) {
            return false;
        }
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "malformed module" : message;
    }
}
