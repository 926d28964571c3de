package org.ledgejs.wasm.engine;

import java.util.List;

/** A valid module: immutable, free of any store, and as shareable as a string. */
public final class WasmModule {

    /** One import a module asks for. */
    public record Import(String module, String name, ExternType type) {
    }

    /** One export a module offers. */
    public record Export(String name, ExternType type) {
    }

    private final ModuleShape shape;
    private final List<CustomSection> customSections;
    /** The module as the engine runs it: see {@link ModuleRewriter}. */
    final run.endive.wasm.WasmModule code;
    final Tiers tiers;
    /** Whether any function catches exceptions, so that those of the host must be made visible to it. */
    final boolean catches;

    WasmModule(run.endive.wasm.WasmModule parsed, ModuleShape shape, List<CustomSection> customSections) {
        this.shape = shape;
        this.customSections = customSections;
        this.catches = ModuleRewriter.catches(parsed);
        this.code = ModuleRewriter.rewrite(parsed);
        this.tiers = new Tiers(code);
    }

    /** The imports in the order in which {@link WasmStore#instantiate} takes them. */
    public List<Import> imports() {
        return shape.imports();
    }

    public List<Export> exports() {
        return shape.exports();
    }

    /** Copies of the contents of all custom sections of a name, in order. */
    public List<byte[]> customSections(String name) {
        return customSections.stream().filter(section -> section.name().equals(name))
                .map(section -> section.bytes().clone()).toList();
    }

    ModuleShape shape() {
        return shape;
    }

    /** Whether the module's code has been compiled, and instances are running it or about to. */
    public boolean isCompiled() {
        return tiers.isCompiled();
    }
}
