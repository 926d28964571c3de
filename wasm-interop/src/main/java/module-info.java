/** WebAssembly: the engine behind {@code WebAssembly.*} and imports of {@code .wasm} files. */
module org.ledgejs.wasm {
    requires org.ledgejs.language;
    requires run.endive.wasm;
    requires run.endive.runtime;
    requires run.endive.compiler;

    exports org.ledgejs.wasm.engine;

    provides org.ledgejs.language.host.HostExtension with org.ledgejs.wasm.js.WasmExtension;
}
