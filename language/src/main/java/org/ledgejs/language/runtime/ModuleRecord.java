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

    protected ModuleRecord(Realm realm, String name) {
        this.realm = realm;
        this.name = name;
    }

    /** Where ResolveExport leads: a slot, or the namespace of a module when {@code binding} is null. */
    public record ResolvedBinding(ModuleRecord module, ImportBinding binding) {
        /** More than one star export offers the name. */
        public static final ResolvedBinding AMBIGUOUS = new ResolvedBinding(null, null);

        public boolean isNamespace() {
            return binding == null;
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

    /** GetModuleNamespace. */
    public final JSModuleNamespace namespace() {
        if (namespace == null) {
            Set<String> names = new LinkedHashSet<>();
            for (String exported : exportedNames(new LinkedHashSet<>())) {
                ResolvedBinding resolution = resolveExport(exported, new LinkedHashSet<>());
                if (resolution != null && resolution != ResolvedBinding.AMBIGUOUS) {
                    names.add(exported);
                }
            }
            namespace = JSModuleNamespace.create(this, names);
        }
        return namespace;
    }
}
