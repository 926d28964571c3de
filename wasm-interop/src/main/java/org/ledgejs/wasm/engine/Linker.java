package org.ledgejs.wasm.engine;

import run.endive.runtime.CallResult;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.TagInstance;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.ValType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches what a module imports with what it is given; WebAssembly Core §4.5.4, with V8's words for what is wrong. */
final class Linker {

    private final WasmInstance instance;
    private final ImportValues.Builder values = ImportValues.builder();
    private final Map<Integer, WasmFunction> importedFunctions = new LinkedHashMap<>();
    private final List<WasmTag> tags = new ArrayList<>();
    private int functions;
    private int position;

    Linker(WasmInstance instance, List<? extends Extern> imports) {
        this.instance = instance;
        List<Import> expected = instance.shape().engineImports();
        if (imports.size() != expected.size()) {
            throw new WasmLinkException("module has " + expected.size() + " imports, not " + imports.size());
        }
        for (position = 0; position < expected.size(); position++) {
            link(expected.get(position), imports.get(position));
        }
        addDefinedTags();
    }

    ImportValues importValues() {
        return values.build();
    }

    /** Imported functions that belong to another instance, by their index in this one. */
    Map<Integer, WasmFunction> importedFunctions() {
        return importedFunctions;
    }

    /** All tags of the instance, imported ones first. */
    List<WasmTag> tags() {
        return tags;
    }

    private void link(Import expected, Extern given) {
        switch (expected) {
            case FunctionImport function -> linkFunction(function, given);
            case TableImport table -> linkTable(table, given);
            case MemoryImport memory -> linkMemory(memory, given);
            case GlobalImport global -> linkGlobal(global, given);
            case TagImport tag -> linkTag(tag, given);
            default -> throw mismatch("unknown kind of import");
        }
    }

    private WasmLinkException mismatch(String problem) {
        WasmModule.Import entry = instance.module().imports().get(position);
        return new WasmLinkException("Import #" + position + " \"" + entry.module() + "\" \"" + entry.name() + "\": "
                + problem);
    }

    private String name() {
        return ModuleRewriter.importName(position);
    }

    private void linkFunction(FunctionImport expected, Extern given) {
        int index = functions++;
        var type = instance.shape().types().getType(expected.typeIndex());
        WasmFunctionHandle handle = switch (given) {
            case WasmFunction function -> {
                if (!Bridge.isA(function, instance.shape().types(), expected.typeIndex())) {
                    throw mismatch("imported function does not match the expected type");
                }
                importedFunctions.put(index, function);
                yield new FunctionHandle(instance, function);
            }
            case HostFunction function -> new HostHandle(instance, function, new Signature(ValueType.of(type)));
            case null, default -> throw mismatch("function import requires a callable");
        };
        values.addFunction(new ImportFunction(ModuleRewriter.importModule(), name(), type, handle));
    }

    /** A function of another instance as an import of this one. */
    private record FunctionHandle(WasmInstance caller, WasmFunction target) implements WasmFunctionHandle {

        @Override
        public long[] apply(Instance engine, long... arguments) {
            return Bridge.call(caller, target, arguments, null).longs();
        }

        @Override
        public CallResult applyWithRefs(Instance engine, long[] arguments, Object[] objects) {
            return Bridge.call(caller, target, arguments, objects);
        }
    }

    /** A function of the host as an import of this one. */
    private record HostHandle(WasmInstance caller, HostFunction target, Signature signature)
            implements WasmFunctionHandle {

        @Override
        public long[] apply(Instance engine, long... arguments) {
            return applyWithRefs(engine, arguments, null).longs();
        }

        @Override
        public CallResult applyWithRefs(Instance engine, long[] arguments, Object[] objects) {
            WasmStore store = caller.store();
            WasmInstance running = store.enter(null);
            try {
                signature.checkRepresentable();
                Object[] results = target.call(signature.decodeParameters(caller, arguments, objects));
                return signature.encodeResults(caller, results);
            } catch (Throwable failure) {
                throw Traps.<RuntimeException>intoCode(caller, failure);
            } finally {
                store.leave(running);
            }
        }
    }

    private void linkTable(TableImport expected, Extern given) {
        if (!(given instanceof WasmTable table)) {
            throw mismatch("table import requires a WebAssembly.Table");
        }
        StoreTable engine = table.engine();
        if (!engine.elementType().equals(expected.entryType())) {
            throw mismatch("imported table does not match the expected type");
        }
        ExternType.Table declared = (ExternType.Table) instance.module().imports().get(position).type();
        checkLimits("table", "elements", table.type().minimum(), table.type().maximum(), declared.minimum(),
                declared.maximum());
        values.addTable(new ImportTable(ModuleRewriter.importModule(), name(), engine));
    }

    private void linkMemory(MemoryImport expected, Extern given) {
        if (!(given instanceof WasmMemory memory)) {
            throw mismatch("memory import must be a WebAssembly.Memory object");
        }
        if (memory.isShared() != expected.limits().shared()) {
            throw mismatch("mismatch in shared state of memory, declared = " + expected.limits().shared()
                    + ", imported = " + memory.isShared());
        }
        ExternType.Memory declared = (ExternType.Memory) instance.module().imports().get(position).type();
        checkLimits("memory", "pages", memory.type().minimum(), memory.type().maximum(), declared.minimum(),
                declared.maximum());
        values.addMemory(new ImportMemory(ModuleRewriter.importModule(), name(), memory.engine()));
    }

    private void checkLimits(String what, String unit, long size, long maximum, long declaredMinimum,
            long declaredMaximum) {
        if (size < declaredMinimum) {
            throw mismatch(what + " import has " + size + " " + unit
                    + " which is smaller than the declared initial of " + declaredMinimum);
        }
        if (declaredMaximum == ExternType.UNBOUNDED) {
            return;
        }
        if (maximum == ExternType.UNBOUNDED) {
            throw mismatch(what + " import has no maximum limit, expected at most " + declaredMaximum);
        }
        if (maximum > declaredMaximum) {
            throw mismatch(what + " import has a larger maximum size " + maximum
                    + " than the module's declared maximum " + declaredMaximum);
        }
    }

    private void linkGlobal(GlobalImport expected, Extern given) {
        if (!(given instanceof WasmGlobal global)) {
            throw mismatch("global import must be a number, valid Wasm reference, or WebAssembly.Global object");
        }
        StoreGlobal engine = global.engine();
        if (engine.getMutabilityType() != expected.mutabilityType()) {
            throw mismatch("imported global does not match the expected mutability");
        }
        boolean matches = expected.mutabilityType() == MutabilityType.Var
                ? expected.type().equals(engine.getType()) : ValType.matches(engine.getType(), expected.type());
        if (!matches) {
            throw mismatch("imported global does not match the expected type");
        }
        values.addGlobal(new ImportGlobal(ModuleRewriter.importModule(), name(), engine));
    }

    private void linkTag(TagImport expected, Extern given) {
        if (!(given instanceof WasmTag tag)) {
            throw mismatch("tag import requires a WebAssembly.Tag");
        }
        var type = instance.shape().types().getType(expected.tagType().typeIdx());
        if (!type.params().equals(tag.parameters())) {
            throw mismatch("imported tag does not match the expected type");
        }
        tags.add(tag);
        values.addTag(new ImportTag(ModuleRewriter.importModule(), name(), new TagInstance(expected.tagType(), type)));
    }

    private void addDefinedTags() {
        List<run.endive.wasm.types.TagType> all = instance.shape().tags();
        int imported = tags.size();
        for (int i = imported; i < all.size(); i++) {
            var type = instance.shape().types().getType(all.get(i).typeIdx());
            tags.add(WasmTag.carrying(type.params()));
            values.addTag(new ImportTag(ModuleRewriter.importModule(), ModuleRewriter.tagName(i - imported),
                    new TagInstance(all.get(i), type)));
        }
    }
}
