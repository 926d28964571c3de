package org.ledgejs.wasm.engine;

import run.endive.wasm.types.Export;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TableLimits;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TagType;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The index spaces of a module, imports before definitions, and the descriptors of its imports and exports. */
final class ModuleShape {

    private final TypeSection types;
    private final List<Integer> functions = new ArrayList<>();
    private final List<ExternType.Table> tables = new ArrayList<>();
    private final List<ExternType.Memory> memories = new ArrayList<>();
    private final List<ExternType.Global> globals = new ArrayList<>();
    private final List<TagType> tags = new ArrayList<>();
    private final List<Import> engineImports;
    private final List<WasmModule.Import> imports;
    private final List<WasmModule.Export> exports;
    private final List<Export> engineExports = new ArrayList<>();

    /** @throws WasmCompileException if an export is a duplicate or names what does not exist */
    ModuleShape(run.endive.wasm.WasmModule module) {
        types = module.typeSection();
        engineImports = module.importSection().stream().toList();
        imports = engineImports.stream()
                .map(entry -> new WasmModule.Import(entry.module(), entry.name(), enter(entry))).toList();
        addDefinitions(module);
        checkStart(module);
        exports = readExports(module);
    }

    private ExternType enter(Import entry) {
        return switch (entry) {
            case FunctionImport function -> {
                functions.add(function.typeIndex());
                yield ValueType.of(types.getType(function.typeIndex()));
            }
            case TableImport table -> last(tables, tableType(table.entryType(), table.limits()));
            case MemoryImport memory -> last(memories, memoryType(memory.limits()));
            case GlobalImport global -> last(globals, globalType(global.type(), global.mutabilityType()));
            case TagImport tag -> {
                tags.add(tag.tagType());
                yield tagType(tag.tagType());
            }
            default -> throw new WasmCompileException("unknown kind of import");
        };
    }

    private static <T> T last(List<T> list, T entry) {
        list.add(entry);
        return entry;
    }

    private void addDefinitions(run.endive.wasm.WasmModule module) {
        for (int i = 0; i < module.functionSection().functionCount(); i++) {
            functions.add(module.functionSection().getFunctionType(i));
        }
        for (int i = 0; i < module.tableSection().tableCount(); i++) {
            var table = module.tableSection().getTable(i);
            tables.add(tableType(table.elementType(), table.limits()));
        }
        module.memorySection().ifPresent(section -> {
            for (int i = 0; i < section.memoryCount(); i++) {
                memories.add(memoryType(section.getMemory(i).limits()));
            }
        });
        for (var global : module.globalSection().globals()) {
            globals.add(globalType(global.valueType(), global.mutabilityType()));
        }
        module.tagSection().ifPresent(section -> tags.addAll(List.of(section.types())));
    }

    private void checkStart(run.endive.wasm.WasmModule module) {
        module.startSection().ifPresent(start -> {
            FunctionType type = functionType(Math.toIntExact(start.startIndex()));
            if (!type.params().isEmpty() || !type.returns().isEmpty()) {
                throw new WasmCompileException("invalid start function: non-zero parameter or return count");
            }
        });
    }

    private List<WasmModule.Export> readExports(run.endive.wasm.WasmModule module) {
        List<WasmModule.Export> result = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < module.exportSection().exportCount(); i++) {
            Export export = module.exportSection().getExport(i);
            if (!names.add(export.name())) {
                throw new WasmCompileException("duplicate export name '" + export.name() + "'");
            }
            engineExports.add(export);
            result.add(new WasmModule.Export(export.name(), typeOf(export)));
        }
        return List.copyOf(result);
    }

    private ExternType typeOf(Export export) {
        int index = export.index();
        return switch (export.exportType()) {
            case FUNCTION -> ValueType.of(functionType(index));
            case TABLE -> tables.get(index);
            case MEMORY -> memories.get(index);
            case GLOBAL -> globals.get(index);
            case TAG -> tagType(tags.get(index));
        };
    }

    private static ExternType.Table tableType(ValType element, TableLimits limits) {
        long maximum = limits.max() >= TableLimits.LIMIT_MAX ? ExternType.UNBOUNDED : limits.max();
        return new ExternType.Table(ValueType.of(element), limits.min(), maximum);
    }

    private static ExternType.Memory memoryType(MemoryLimits limits) {
        long maximum = limits.maximumPages() == MemoryLimits.MAX_PAGES ? ExternType.UNBOUNDED : limits.maximumPages();
        return new ExternType.Memory(limits.initialPages(), maximum, limits.shared());
    }

    private static ExternType.Global globalType(ValType type, MutabilityType mutability) {
        return new ExternType.Global(ValueType.of(type), mutability == MutabilityType.Var);
    }

    private ExternType.Tag tagType(TagType tag) {
        return new ExternType.Tag(ValueType.of(types.getType(tag.typeIdx()).params()));
    }

    FunctionType functionType(int function) {
        return types.getType(functions.get(function));
    }

    int functionTypeIndex(int function) {
        return functions.get(function);
    }

    TypeSection types() {
        return types;
    }

    int functionCount() {
        return functions.size();
    }

    List<TagType> tags() {
        return tags;
    }

    List<Import> engineImports() {
        return engineImports;
    }

    List<Export> engineExports() {
        return engineExports;
    }

    List<WasmModule.Import> imports() {
        return imports;
    }

    List<WasmModule.Export> exports() {
        return exports;
    }
}
