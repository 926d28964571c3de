package org.ledgejs.language.runtime;

import java.util.LinkedHashSet;
import java.util.Set;

/** A module (Abstract Module Record, ECMA-262 §16.2.1.4). */
public abstract class ModuleRecord {
    private final Realm realm;
    /** The URL, path or name it was loaded as: for messages, stack traces and import.meta. */
    private final String name;
    /** [[HostDefined]]. */
    private Object hostDefined;
    private JSModuleNamespace namespace;
    private JSModuleNamespace deferredNamespace;

    protected ModuleRecord(Realm realm, String name) {
        this.realm = realm;
        this.name = name;
    }

    /** Where ResolveExport leads: a slot, or a module as a whole when {@code binding} is null. @param phase which of its objects that is */
    public record ResolvedBinding(ModuleRecord module, ImportBinding binding, ImportPhase phase) {
        /** More than one star export offers the name. */
        public static final ResolvedBinding AMBIGUOUS = new ResolvedBinding(null, null, null);

        public static ResolvedBinding ofSlot(ModuleRecord module, ImportBinding binding) {
            return new ResolvedBinding(module, binding, null);
        }

        public static ResolvedBinding ofModule(ModuleRecord module, ImportPhase phase) {
            return new ResolvedBinding(module, null, phase);
        }

        public boolean isModule() {
            return binding == null;
        }

        /** The object that stands for the module. */
        public Object object() {
            return phase.objectOf(module);
        }
    }

    /** Guards ResolveExport against circles. */
    public record ExportQuery(ModuleRecord module, String exportName) { }

    public final Realm realm() {
        return realm;
    }

    public final String name() {
        return name;
    }

    public final Object hostDefined() {
        return hostDefined;
    }

    public final void setHostDefined(Object value) {
        hostDefined = value;
    }

    /** Loads what it requests, transitively and at once. @throws JSException if something is not there or no module */
    public abstract void loadRequestedModules();

    /** GetExportedNames. */
    public abstract Set<String> exportedNames(Set<ModuleRecord> exportStarSet);

    /** ResolveExport: null if there is none, {@link ResolvedBinding#AMBIGUOUS}, or the binding. */
    public abstract ResolvedBinding resolveExport(String exportName, Set<ExportQuery> resolveSet);

    /** Link. @throws JSException SyntaxError for an import that nobody exports */
    public abstract void link();

    /** Evaluate: a promise of the end. */
    public abstract JSObject evaluate();

    /** [[ModuleSource]]: the object of the module before it is linked. @throws JSException SyntaxError if this kind of module has none */
    public Object sourceObject() {
        throw Errors.syntaxError("Source phase import is not available for module '" + name + "'");
    }

    /** The message for an import of a name that the module does not export. @param line of the source where the import ends, or "" */
    public String missingExport(String specifier, String name, @SuppressWarnings("unused") String line) {
        return "The requested module '" + specifier + "' does not provide an export named '" + name + "'";
    }

    /** GetModuleNamespace (§16.2.1.10). */
    public final JSModuleNamespace namespace() {
        if (namespace == null) {
            namespace = JSModuleNamespace.create(this, unambiguousNames(), false);
        }
        return namespace;
    }

    /** GetModuleNamespace in the phase defer: reading an export evaluates the module first. */
    public final JSModuleNamespace deferredNamespace() {
        if (deferredNamespace == null) {
            deferredNamespace = JSModuleNamespace.create(this, unambiguousNames(), true);
        }
        return deferredNamespace;
    }

    private Set<String> unambiguousNames() {
        Set<String> names = new LinkedHashSet<>();
        for (String exported : exportedNames(new LinkedHashSet<>())) {
            ResolvedBinding resolution = resolveExport(exported, new LinkedHashSet<>());
            if (resolution != null && resolution != ResolvedBinding.AMBIGUOUS) {
                names.add(exported);
            }
        }
        return names;
    }

    /** EvaluateModuleSync (§16.2.1.10, import defer): evaluates a module that does not have to wait for anything. @throws JSException what its code throws */
    final void evaluateSync() {
        JSPromise promise = (JSPromise) evaluate();
        if (promise.state() == JSPromise.State.REJECTED) {
            promise.setHandled();
            throw new JSException(promise.result(), null);
        }
    }
}
