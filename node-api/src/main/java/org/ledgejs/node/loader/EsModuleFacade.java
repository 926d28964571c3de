package org.ledgejs.node.loader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.SyntheticModule;

/**
 * What require() gives for an ES module with a default export: all its exports, live, and {@code __esModule} besides, by which compiled
 * CommonJS code knows where the default is.
 */
final class EsModuleFacade extends ModuleRecord {
    private static final String MARK = "__esModule";

    private final ModuleRecord original;
    private final SyntheticModule mark;

    EsModuleFacade(ModuleRecord original) {
        super(original.realm(), original.name());
        this.original = original;
        this.mark = new SyntheticModule(original.realm(), original.name(), List.of(MARK), module -> module.setExport(MARK, true));
        mark.link();
        mark.evaluate();
    }

    @Override
    public void loadRequestedModules() { }

    @Override
    public Set<String> exportedNames(Set<ModuleRecord> exportStarSet) {
        Set<String> names = new LinkedHashSet<>(original.exportedNames(exportStarSet));
        names.add(MARK);
        return names;
    }

    @Override
    public ResolvedBinding resolveExport(String exportName, Set<ExportQuery> resolveSet) {
        return exportName.equals(MARK) ? mark.resolveExport(exportName, resolveSet) : original.resolveExport(exportName, resolveSet);
    }

    @Override
    public void link() { }

    @Override
    public JSObject evaluate() {
        return original.evaluate();
    }
}
