package org.ledgejs.language.nodes.module;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ModuleInfo;
import org.ledgejs.language.nodes.function.GuestFunctionData;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.nodes.function.ModuleBodyNode;
import org.ledgejs.language.nodes.function.StaticScope;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.AsyncFunction;
import org.ledgejs.language.runtime.CyclicModule;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.ImportBinding;
import org.ledgejs.language.runtime.ImportPhase;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Promises;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.runtime.Undefined;

import com.oracle.truffle.api.source.SourceSection;

/** A module written in the language (Source Text Module Record, ECMA-262 §16.2.1.7): a unit in a realm. */
public final class GuestModule extends CyclicModule {
    private final LoadedUnit unit;
    private final ModuleInfo info;
    private final List<Request> requests;
    /** The module environment. Its info is this record. */
    private final Scope scope;
    private final JSFunction code;
    private JSObject importMeta;

    private GuestModule(Realm realm, String name, LoadedUnit unit, ModuleInfo info) {
        super(realm, name, info.hasTopLevelAwait());
        this.requests = requests(info);
        this.unit = unit;
        this.info = info;
        this.scope = new Scope(null, this, unit.code().scope(info.scope()).size());
        this.code = JSFunction.create(realm, unit.main(), scope);
    }

    /** @param name the URL or path it was loaded as */
    public static GuestModule create(Realm realm, String name, LoadedUnit unit) {
        CodeUnit codeUnit = unit.code();
        if (codeUnit.module() == null) {
            throw new IllegalArgumentException(name + " is no module");
        }
        return new GuestModule(realm, name, unit, codeUnit.module());
    }

    private static List<Request> requests(ModuleInfo info) {
        return info.requests().stream().map(request -> new Request(request.specifier(), request.attributes(), switch (request.phase()) {
            case EVALUATION -> ImportPhase.EVALUATION;
            case DEFER -> ImportPhase.DEFER;
            case SOURCE -> ImportPhase.SOURCE;
        })).toList();
    }

    @Override
    protected List<Request> requests() {
        return requests;
    }

    public LoadedUnit unit() {
        return unit;
    }

    public StaticScope staticScope() {
        return unit.scope(info.scope());
    }

    public Scope scope() {
        return scope;
    }

    /** The object of {@code import.meta}, made when first asked for. */
    public JSObject importMeta() {
        if (importMeta == null) {
            importMeta = JSObject.create((JSObject) null);
            realm().agent().hooks().importMeta(this, importMeta);
        }
        return importMeta;
    }

    @Override
    public Set<String> exportedNames(Set<ModuleRecord> exportStarSet) {
        Set<String> names = new LinkedHashSet<>();
        if (!exportStarSet.add(this)) {
            return names;
        }
        info.localExports().forEach(export -> names.add(export.exportName()));
        info.indirectExports().forEach(export -> names.add(export.exportName()));
        for (int request : info.starExports()) {
            for (String name : imported(request).exportedNames(exportStarSet)) {
                if (!name.equals("default")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    @Override
    public ResolvedBinding resolveExport(String exportName, Set<ExportQuery> resolveSet) {
        if (!resolveSet.add(new ExportQuery(this, exportName))) {
            return null;
        }
        for (ModuleInfo.LocalExport export : info.localExports()) {
            if (export.exportName().equals(exportName)) {
                ResolvedBinding module = importedModule(export.slot());
                return module != null ? module : ResolvedBinding.ofSlot(this, new ImportBinding(scope, export.slot()));
            }
        }
        for (ModuleInfo.IndirectExport export : info.indirectExports()) {
            if (export.exportName().equals(exportName)) {
                ModuleRecord imported = imported(export.request());
                return export.name() == null ? ResolvedBinding.ofModule(imported, requests.get(export.request()).phase()) : imported.resolveExport(export.name(), resolveSet);
            }
        }
        return exportName.equals("default") ? null : resolveStarExport(exportName, resolveSet);
    }

    /** The module whose namespace (or source) a slot holds: exporting it is the same as {@code export * as}. Null if it holds none. */
    private ResolvedBinding importedModule(int slot) {
        for (ModuleInfo.Import entry : info.imports()) {
            if (entry.slot() == slot && entry.name() == null) {
                return ResolvedBinding.ofModule(imported(entry.request()), requests.get(entry.request()).phase());
            }
        }
        return null;
    }

    private ResolvedBinding resolveStarExport(String exportName, Set<ExportQuery> resolveSet) {
        ResolvedBinding found = null;
        for (int request : info.starExports()) {
            ResolvedBinding resolution = imported(request).resolveExport(exportName, resolveSet);
            if (resolution == ResolvedBinding.AMBIGUOUS) {
                return resolution;
            }
            if (resolution != null && found != null && !resolution.equals(found)) {
                return ResolvedBinding.AMBIGUOUS;
            }
            found = found == null ? resolution : found;
        }
        return found;
    }

    @Override
    protected void initializeEnvironment() {
        for (ModuleInfo.IndirectExport export : info.indirectExports()) {
            requireResolved(resolveExport(export.exportName(), new LinkedHashSet<>()), export.request(), export.name());
        }
        for (ModuleInfo.Import entry : info.imports()) {
            scope.slots[entry.slot()] = binding(entry);
        }
        code.data().callTarget().call(Arguments.create(Undefined.INSTANCE, code, ModuleBodyNode.INITIALIZE));
    }

    private Object binding(ModuleInfo.Import entry) {
        ModuleRecord imported = imported(entry.request());
        if (entry.name() == null) {
            return requests.get(entry.request()).phase().objectOf(imported);
        }
        ResolvedBinding resolution = imported.resolveExport(entry.name(), new LinkedHashSet<>());
        requireResolved(resolution, entry.request(), entry.name());
        return resolution.isModule() ? resolution.object() : resolution.binding();
    }

    private void requireResolved(ResolvedBinding resolution, int request, String name) {
        if (resolution == null) {
            ModuleInfo.Request asked = info.requests().get(request);
            throw unresolved(asked, imported(request).missingExport(asked.specifier(), name, lineOf(asked)));
        }
        if (resolution == ResolvedBinding.AMBIGUOUS) {
            ModuleInfo.Request asked = info.requests().get(request);
            throw unresolved(asked, "The requested module '" + asked.specifier() + "' contains conflicting star exports for name '" + name + "'");
        }
    }

    private String lineOf(ModuleInfo.Request request) {
        SourceSection section = unit.section(request.start(), request.length());
        return section == null || !section.hasLines() || !section.getSource().hasCharacters() ? ""
                : section.getSource().getCharacters(section.getEndLine()).toString();
    }

    private JSException unresolved(ModuleInfo.Request request, String message) {
        JSException e = Errors.syntaxError(message);
        ((JSError) e.value()).setEarlyErrorSection(unit.section(request.start(), request.length()));
        return e;
    }

    @Override
    protected void execute() {
        code.data().callTarget().call(Arguments.create(Undefined.INSTANCE, code));
    }

    @Override
    protected void executeAsync(Runnable fulfilled, Consumer<Object> rejected) {
        // The end is told in a job, as by a promise.
        JSPromise end = Promises.create(realm());
        Promises.then(end, value -> fulfilled.run(), rejected);
        ModuleBodyNode.Execution execution = new ModuleBodyNode.Execution();
        code.data().callTarget().call(Arguments.create(Undefined.INSTANCE, code, execution));
        if (execution.activation != null) {
            AsyncFunction.start(realm(), execution.activation, value -> Promises.resolve(end, Undefined.INSTANCE), reason -> Promises.reject(end, reason));
        } else {
            Promises.resolve(end, Undefined.INSTANCE);
        }
    }

    /** The code all realms share. */
    public GuestFunctionData data() {
        return unit.main();
    }
}
