package org.ledgejs.wasm.engine;

import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TagImport;
import run.endive.wasm.types.TagType;

/**
 * Turns a module into the form in which the engine links it as WebAssembly demands.
 *
 * <p>The engine finds imports by name and tells two imported tags apart by their types alone. Here every import gets
 * its position as its name, so that two imports of one name stay two, and every tag the module defines becomes an
 * import behind all others, which keeps its index: tags then are what {@link WasmTag} says they are.
 */
final class ModuleRewriter {

    private static final String POSITION = "";
    private static final String DEFINED_TAG = "tag";

    private ModuleRewriter() {
    }

    static run.endive.wasm.WasmModule rewrite(run.endive.wasm.WasmModule module) {
        var builder = run.endive.wasm.WasmModule.builder().withValidation(false).withDigest(module.digest())
                .setTypeSection(module.typeSection())
                .setImportSection(rewriteImports(module))
                .setFunctionSection(module.functionSection())
                .setTableSection(module.tableSection())
                .setGlobalSection(module.globalSection())
                .setExportSection(module.exportSection())
                .setElementSection(module.elementSection())
                .setCodeSection(module.codeSection())
                .setDataSection(module.dataSection());
        module.memorySection().ifPresent(builder::setMemorySection);
        module.startSection().ifPresent(builder::setStartSection);
        module.dataCountSection().ifPresent(builder::setDataCountSection);
        return builder.build();
    }

    private static ImportSection rewriteImports(run.endive.wasm.WasmModule module) {
        var section = ImportSection.builder();
        for (int i = 0; i < module.importSection().importCount(); i++) {
            section.addImport(renamed(module.importSection().getImport(i), importName(i)));
        }
        module.tagSection().ifPresent(tags -> {
            for (int i = 0; i < tags.tagCount(); i++) {
                TagType tag = tags.getTag(i);
                section.addImport(new TagImport(POSITION, tagName(i), tag.attribute(), tag.typeIdx()));
            }
        });
        return section.build();
    }

    private static Import renamed(Import entry, String name) {
        return switch (entry) {
            case FunctionImport function -> new FunctionImport(POSITION, name, function.typeIndex());
            case TableImport table -> new TableImport(POSITION, name, table.entryType(), table.limits());
            case MemoryImport memory -> new MemoryImport(POSITION, name, memory.limits());
            case GlobalImport global -> new GlobalImport(POSITION, name, global.mutabilityType(), global.type());
            case TagImport tag -> new TagImport(POSITION, name, tag.tagType().attribute(), tag.tagType().typeIdx());
            default -> throw new WasmCompileException("unknown kind of import");
        };
    }

    /** The module part of every import's name. */
    static String importModule() {
        return POSITION;
    }

    /** The name of the import at a position. */
    static String importName(int position) {
        return Integer.toString(position);
    }

    /** The name under which the tag that the module defines at a position is imported. */
    static String tagName(int position) {
        return DEFINED_TAG + position;
    }

    static boolean catches(run.endive.wasm.WasmModule module) {
        for (var body : module.codeSection().functionBodies()) {
            for (var instruction : body.instructions()) {
                if (instruction.opcode() == OpCode.TRY_TABLE) {
                    return true;
                }
            }
        }
        return false;
    }
}
