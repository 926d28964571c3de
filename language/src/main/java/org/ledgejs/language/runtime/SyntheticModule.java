package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A module whose exports are values made by the host (Synthetic Module Record, ECMA-262 §16.2.1.8): JSON, built-in modules, CommonJS. */
public final class SyntheticModule extends ModuleRecord {
    private final List<String> exportNames;
    private final Consumer<SyntheticModule> steps;
    private final Scope environment;
    private JSPromise evaluation;
    private Supplier<Object> source;
    private MissingExport missingExport;

    /** @param steps run once, at evaluation: calls {@link #setExport} for each name. @param exportNames each once */
    public SyntheticModule(Realm realm, String name, List<String> exportNames, Consumer<SyntheticModule> steps) {
        super(realm, name);
        this.exportNames = new ArrayList<>(exportNames);
        this.steps = steps;
        this.environment = new Scope(null, this, this.exportNames.size());
    }

    /** A module with one export, its default. */
    public static SyntheticModule ofDefault(Realm realm, String name, Object value) {
        return new SyntheticModule(realm, name, List.of("default"), module -> module.setExport("default", value));
    }

    /** Gives the module a source object ([[ModuleSource]]), made when first asked for. */
    public void setSource(Supplier<Object> supplier) {
        Object[] made = new Object[1];
        source = () -> made[0] == null ? made[0] = supplier.get() : made[0];
    }

    @Override
    public Object sourceObject() {
        return source == null ? super.sourceObject() : source.get();
    }

    /** Words for an import of a name that the module does not have. */
    @FunctionalInterface
    public interface MissingExport {
        /** @param line of the source where the import ends, or "" */
        String message(String specifier, String name, String line);
    }

    public void setMissingExport(MissingExport words) {
        missingExport = words;
    }

    @Override
    public String missingExport(String specifier, String name, String line) {
        return missingExport == null ? super.missingExport(specifier, name, line) : missingExport.message(specifier, name, line);
    }

    /** SetSyntheticModuleExport. */
    public void setExport(String exportName, Object value) {
        environment.slots[exportNames.indexOf(exportName)] = value;
    }

    @Override
    public void loadRequestedModules() { }

    @Override
    public Set<String> exportedNames(Set<ModuleRecord> exportStarSet) {
        return new LinkedHashSet<>(exportNames);
    }

    @Override
    public ResolvedBinding resolveExport(String exportName, Set<ExportQuery> resolveSet) {
        int slot = exportNames.indexOf(exportName);
        return slot < 0 ? null : ResolvedBinding.ofSlot(this, new ImportBinding(environment, slot));
    }

    /** Exports start as undefined, so that a cycle sees no uninitialised binding. */
    @Override
    public void link() {
        for (int i = 0; i < environment.slots.length; i++) {
            if (environment.slots[i] == null) {
                environment.slots[i] = Undefined.INSTANCE;
            }
        }
    }

    @Override
    public JSObject evaluate() {
        if (evaluation == null) {
            evaluation = Promises.create(realm());
            try {
                steps.accept(this);
                Promises.resolve(evaluation, Undefined.INSTANCE);
            } catch (JSException e) {
                Promises.reject(evaluation, e.value());
            }
        }
        return evaluation;
    }
}
