package org.ledgejs.language.syntax;

import java.util.List;
import org.ledgejs.language.source.SourceText;

/** What a parse returns: a whole source. */
public sealed interface Program extends Node {

    SourceText source();

    List<Statement> body();

    VarScope scope();

    Facts facts();

    boolean strict();

    /** A script (ECMA-262 §16.1), or the source of an eval. */
    record ScriptNode(int start, int end, SourceText source, boolean strict, List<Statement> body, VarScope scope,
            Facts facts) implements Program {
    }

    /**
     * A module (ECMA-262 §16.2.1.7). Import and export declarations leave no statement but the declaration they export;
     * {@code exports} of imported names are indirect already.
     *
     * @param requests each requested module once, in source order; entries refer to them by index
     * @param facts {@link Facts#hasAwait()} is [[HasTLA]]
     */
    record ModuleNode(int start, int end, SourceText source, List<Statement> body, VarScope scope, Facts facts,
            List<ModuleRequest> requests, List<ImportEntry> imports, List<LocalExport> localExports,
            List<IndirectExport> indirectExports, List<StarExport> starExports) implements Program {

        @Override
        public boolean strict() {
            return true;
        }
    }

    /** A function made from strings (ECMA-262 §20.2.1.1.1); the source is the text that its {@code toString} shows. */
    record FunctionProgram(int start, int end, SourceText source, FunctionNode function) implements Program {

        @Override
        public List<Statement> body() {
            return List.of();
        }

        @Override
        public VarScope scope() {
            return VarScope.EMPTY;
        }

        @Override
        public Facts facts() {
            return Facts.NONE;
        }

        @Override
        public boolean strict() {
            return false;
        }
    }

    /** ModuleRequest Record: a specifier with its import attributes in source order. */
    record ModuleRequest(int start, int end, String specifier, List<ImportAttribute> attributes,
            Expression.ImportPhase phase) {
    }

    record ImportAttribute(String key, String value) {
    }

    /**
     * ImportEntry Record.
     *
     * @param importName the exported name; null for the namespace object, or for the module source when the request's
     *        phase is SOURCE
     */
    record ImportEntry(int start, int end, int request, String importName, String localName) {
    }

    /** ExportEntry Record of a local binding. */
    record LocalExport(int start, int end, String exportName, String localName) {
    }

    /**
     * ExportEntry Record of another module's export.
     *
     * @param importName the name there; null for the whole namespace ({@code export * as name from})
     */
    record IndirectExport(int start, int end, String exportName, int request, String importName) {
    }

    /** {@code export * from}. */
    record StarExport(int start, int end, int request) {
    }
}
