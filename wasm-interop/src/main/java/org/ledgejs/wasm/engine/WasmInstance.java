package org.ledgejs.wasm.engine;

import run.endive.runtime.Instance;
import run.endive.runtime.TagInstance;
import run.endive.wasm.types.Value;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A module with its imports, in a store. */
public final class WasmInstance {

    private final WasmStore store;
    private final WasmModule module;
    private final Map<String, Extern> exports = new LinkedHashMap<>();
    private final WasmFunction[] functions;
    /** Functions of other instances that this one imports, by what they are here. */
    private final Map<WasmFunction, Integer> importIndices = new HashMap<>();
    private final Map<WasmFunction, Instance> bridges = new HashMap<>();
    private List<WasmTag> tags = List.of();
    private Instance engine;
    private TieredMachine machine;

    WasmInstance(WasmStore store, WasmModule module) {
        this.store = store;
        this.module = module;
        this.functions = new WasmFunction[module.shape().functionCount()];
    }

    void initialize(Linker linker) {
        linker.importedFunctions().forEach((index, function) -> {
            functions[index] = function;
            importIndices.putIfAbsent(function, index);
        });
        tags = linker.tags();
        if (store.options().tiering() == WasmEngine.Tiering.COMPILE) {
            module.tiers.compileNow();
        }
        engine = Instance.builder(module.code)
                .withImportValues(linker.importValues())
                .withMachineFactory(this::createMachine)
                .withMemoryFactory(limits -> new FlatMemory(store, limits))
                .withTableFactory((table, initial) -> new StoreTable(store, table, function(initial)))
                .withGlobalFactory((low, high, type, mutability) -> new StoreGlobal(store, low, high, type, mutability))
                .withStart(false).withInitialize(false).build();
        for (int i = 0; i < tags.size(); i++) {
            TagInstance tag = engine.tag(i);
            tag.setType(tags.get(i).identity());
        }
        engine.initialize(false);
        collectExports();
    }

    private TieredMachine createMachine(Instance instance) {
        engine = instance;
        machine = new TieredMachine(this, instance, module.tiers);
        return machine;
    }

    private void collectExports() {
        for (var export : module.shape().engineExports()) {
            int index = export.index();
            exports.put(export.name(), switch (export.exportType()) {
                case FUNCTION -> function(index);
                case TABLE -> ((StoreTable) engine.table(index)).facade();
                case MEMORY -> ((FlatMemory) engine.memory(index)).facade();
                case GLOBAL -> ((StoreGlobal) engine.global(index)).facade();
                case TAG -> tags.get(index);
            });
        }
    }

    /** The exports in the order in which the module lists them; cannot be modified. */
    public Map<String, Extern> exports() {
        return Collections.unmodifiableMap(exports);
    }

    public WasmModule module() {
        return module;
    }

    public WasmStore store() {
        return store;
    }

    /** The function a reference denotes here; null for the null reference. */
    WasmFunction function(long reference) {
        if (reference == Value.REF_NULL_VALUE) {
            return null;
        }
        if (store.isForeign(reference)) {
            return store.foreignFunction(reference);
        }
        int index = (int) reference;
        if (functions[index] == null) {
            functions[index] = new WasmFunction(this, index);
        }
        return functions[index];
    }

    /** The index of a function in this instance, or -1. */
    int localIndex(WasmFunction function) {
        return function.owner() == this ? function.index() : importIndices.getOrDefault(function, -1);
    }

    /** What denotes a function to code of this instance. */
    int reference(WasmFunction function) {
        if (function == null) {
            return Value.REF_NULL_VALUE;
        }
        int local = localIndex(function);
        return local >= 0 ? local : store.foreignReference(function);
    }

    /** Something this instance can call indirectly, for a function it knows only by reference. */
    Instance bridge(WasmFunction function) {
        return bridges.computeIfAbsent(function, target -> Bridge.create(this, target));
    }

    /** The bridge made before, or null. */
    Instance bridgeIfAny(WasmFunction function) {
        return bridges.get(function);
    }

    WasmTag tag(int index) {
        return tags.get(index);
    }

    ModuleShape shape() {
        return module.shape();
    }

    Instance engine() {
        return engine;
    }

    TieredMachine machine() {
        return machine;
    }
}
