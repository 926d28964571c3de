package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A module that may take part in import cycles: Link and Evaluate of the graph (Cyclic Module Record, ECMA-262
 * §16.2.1.5). Subclasses bring the code.
 */
public abstract class CyclicModule extends ModuleRecord {
    private enum Status { NEW, UNLINKED, LINKING, LINKED, EVALUATING, EVALUATING_ASYNC, EVALUATED }

    /** A request for a module: specifier, import attributes and phase. */
    public record Request(String specifier, Map<String, String> attributes, ImportPhase phase) { }

    private Status status = Status.NEW;
    /** [[EvaluationError]], or null. */
    private JSException evaluationError;
    private int dfsIndex;
    private int dfsAncestorIndex;
    private CyclicModule cycleRoot;
    private final boolean hasTopLevelAwait;
    /** [[AsyncEvaluationOrder]]: 0 unset, -1 done. */
    private long asyncEvaluationOrder;
    private PromiseCapability topLevelCapability;
    private final List<CyclicModule> asyncParents = new ArrayList<>();
    private int pendingAsyncDependencies;
    private ModuleRecord[] loaded;

    protected CyclicModule(Realm realm, String name, boolean hasTopLevelAwait) {
        super(realm, name);
        this.hasTopLevelAwait = hasTopLevelAwait;
    }

    /** [[RequestedModules]], in source order. */
    protected abstract List<Request> requests();

    /** InitializeEnvironment: creates the bindings. @throws JSException SyntaxError for an import that cannot be resolved */
    protected abstract void initializeEnvironment();

    /** ExecuteModule of a module without top-level await. @throws JSException what its code throws */
    protected abstract void execute();

    /** ExecuteModule with one: starts it and later calls one of the two. */
    protected abstract void executeAsync(Runnable fulfilled, Consumer<Object> rejected);

    /** GetImportedModule of a request by its index. */
    protected final ModuleRecord imported(int request) {
        return loaded[request];
    }

    @Override
    public final void loadRequestedModules() {
        if (status != Status.NEW) {
            return;
        }
        status = Status.UNLINKED;
        try {
            List<Request> requests = requests();
            ModuleRecord[] modules = new ModuleRecord[requests.size()];
            for (int i = 0; i < modules.length; i++) {
                Request request = requests.get(i);
                modules[i] = ModuleLoading.load(realm(), this, request.specifier(), request.attributes());
            }
            loaded = modules;
            for (int i = 0; i < modules.length; i++) {
                if (requests.get(i).phase() != ImportPhase.SOURCE) {
                    modules[i].loadRequestedModules();
                }
            }
        } catch (RuntimeException e) {
            // The next import asks again.
            status = Status.NEW;
            throw e;
        }
    }

    @Override
    public final void link() {
        List<CyclicModule> stack = new ArrayList<>();
        try {
            innerLink(this, stack, 0);
        } catch (RuntimeException | StackOverflowError e) {
            for (CyclicModule module : stack) {
                module.status = Status.UNLINKED;
            }
            throw e;
        }
    }

    /** InnerModuleLinking (§16.2.1.5.1.1). */
    private static int innerLink(ModuleRecord record, List<CyclicModule> stack, int index) {
        if (!(record instanceof CyclicModule module)) {
            record.link();
            return index;
        }
        if (module.status != Status.UNLINKED) {
            return index;
        }
        module.status = Status.LINKING;
        module.dfsIndex = index;
        module.dfsAncestorIndex = index;
        int next = index + 1;
        stack.add(module);
        for (int i = 0; i < module.loaded.length; i++) {
            ModuleRecord required = module.loaded[i];
            if (module.requests().get(i).phase() == ImportPhase.SOURCE) {
                continue;
            }
            next = innerLink(required, stack, next);
            if (required instanceof CyclicModule other && other.status == Status.LINKING) {
                module.dfsAncestorIndex = Math.min(module.dfsAncestorIndex, other.dfsAncestorIndex);
            }
        }
        module.initializeEnvironment();
        if (module.dfsAncestorIndex == module.dfsIndex) {
            CyclicModule member;
            do {
                member = stack.removeLast();
                member.status = Status.LINKED;
            } while (member != module);
        }
        return next;
    }

    @Override
    public final JSObject evaluate() {
        CyclicModule module = status == Status.EVALUATING_ASYNC || status == Status.EVALUATED ? (cycleRoot == null ? this : cycleRoot) : this;
        if (module.topLevelCapability != null) {
            return (JSObject) module.topLevelCapability.promise();
        }
        PromiseCapability capability = PromiseCapability.create(realm());
        module.topLevelCapability = capability;
        List<CyclicModule> stack = new ArrayList<>();
        try {
            innerEvaluate(module, stack, 0);
            if (module.asyncEvaluationOrder <= 0) {
                capability.resolve(Undefined.INSTANCE);
            }
        } catch (JSException e) {
            for (CyclicModule m : stack) {
                m.status = Status.EVALUATED;
                m.evaluationError = e;
                m.cycleRoot = m.cycleRoot == null ? m : m.cycleRoot;
            }
            capability.reject(e.value());
        }
        return (JSObject) capability.promise();
    }

    /** What evaluation failed with, or null. */
    public final JSException evaluationError() {
        return evaluationError;
    }

    /** Whether the module has run to its end, or failed. */
    public final boolean isEvaluated() {
        return status == Status.EVALUATED;
    }

    /** Whether the module is being linked or evaluated right now. */
    public final boolean isUnderWay() {
        return status == Status.LINKING || status == Status.EVALUATING;
    }

    /** Whether a loaded module, or one that it evaluates before itself, awaits at its top level. */
    public static boolean isAsyncGraph(ModuleRecord record) {
        return isAsyncGraph(record, new HashSet<>());
    }

    private static boolean isAsyncGraph(ModuleRecord record, Set<ModuleRecord> seen) {
        if (!(record instanceof CyclicModule module) || !seen.add(module)) {
            return false;
        }
        if (module.hasTopLevelAwait) {
            return true;
        }
        for (int i = 0; module.loaded != null && i < module.loaded.length; i++) {
            if (module.requests().get(i).phase() == ImportPhase.EVALUATION && isAsyncGraph(module.loaded[i], seen)) {
                return true;
            }
        }
        return false;
    }

    /** InnerModuleEvaluation (§16.2.1.5.2.1). */
    private static int innerEvaluate(ModuleRecord record, List<CyclicModule> stack, int index) {
        if (!(record instanceof CyclicModule module)) {
            JSObject promise = record.evaluate();
            if (promise instanceof JSPromise settled && settled.state() == JSPromise.State.REJECTED) {
                settled.setHandled();
                throw new JSException(settled.result(), null);
            }
            return index;
        }
        if (module.status == Status.EVALUATING_ASYNC || module.status == Status.EVALUATED) {
            if (module.evaluationError != null) {
                throw module.evaluationError;
            }
            return index;
        }
        if (module.status == Status.EVALUATING) {
            return index;
        }
        module.status = Status.EVALUATING;
        module.dfsIndex = index;
        module.dfsAncestorIndex = index;
        module.pendingAsyncDependencies = 0;
        int next = index + 1;
        stack.add(module);
        for (ModuleRecord required : module.evaluationList()) {
            next = innerEvaluate(required, stack, next);
            if (required instanceof CyclicModule other) {
                module.awaitIfAsync(other);
            }
        }
        if (module.pendingAsyncDependencies > 0 || module.hasTopLevelAwait) {
            module.asyncEvaluationOrder = module.realm().agent().nextAsyncModuleOrder();
            if (module.pendingAsyncDependencies == 0) {
                module.executeAsyncModule();
            }
        } else {
            module.execute();
        }
        if (module.dfsAncestorIndex == module.dfsIndex) {
            CyclicModule member;
            do {
                member = stack.removeLast();
                member.status = member.asyncEvaluationOrder == 0 ? Status.EVALUATED : Status.EVALUATING_ASYNC;
                member.cycleRoot = module;
            } while (member != module);
        }
        return next;
    }

    /** What has to be evaluated before this module: of deferred ones only the parts that await. */
    private List<ModuleRecord> evaluationList() {
        Set<ModuleRecord> list = new LinkedHashSet<>();
        for (int i = 0; i < loaded.length; i++) {
            switch (requests().get(i).phase()) {
                case EVALUATION -> list.add(loaded[i]);
                case DEFER -> list.addAll(asyncDependencies(loaded[i]));
                case SOURCE -> { }
            }
        }
        return List.copyOf(list);
    }

    /** GatherAsynchronousTransitiveDependencies (import defer): the modules with top-level await that a module needs, in order. */
    static Set<ModuleRecord> asyncDependencies(ModuleRecord module) {
        Set<ModuleRecord> found = new LinkedHashSet<>();
        gatherAsyncDependencies(module, new HashSet<>(), found);
        return found;
    }

    private static void gatherAsyncDependencies(ModuleRecord record, Set<ModuleRecord> seen, Set<ModuleRecord> found) {
        if (!(record instanceof CyclicModule module) || !seen.add(module) || module.status == Status.EVALUATING || module.isCycleEvaluated()) {
            return;
        }
        if (module.hasTopLevelAwait) {
            found.add(module);
            return;
        }
        for (int i = 0; i < module.loaded.length; i++) {
            if (module.requests().get(i).phase() != ImportPhase.SOURCE) {
                gatherAsyncDependencies(module.loaded[i], seen, found);
            }
        }
    }

    /** IsModuleSCCEvaluated (import defer). */
    private boolean isCycleEvaluated() {
        return (cycleRoot == null ? this : cycleRoot).status == Status.EVALUATED;
    }

    /** ReadyForSyncExecution (import defer): whether nothing of what the module needs is under way or awaits. */
    static boolean isReadyForSyncExecution(ModuleRecord record, Set<ModuleRecord> seen) {
        if (!(record instanceof CyclicModule module) || !seen.add(module) || module.isCycleEvaluated()) {
            return true;
        }
        if (module.status == Status.EVALUATING || module.status == Status.EVALUATING_ASYNC || module.hasTopLevelAwait) {
            return false;
        }
        for (int i = 0; i < module.loaded.length; i++) {
            if (module.requests().get(i).phase() != ImportPhase.SOURCE && !isReadyForSyncExecution(module.loaded[i], seen)) {
                return false;
            }
        }
        return true;
    }

    private void awaitIfAsync(CyclicModule required) {
        CyclicModule other = required;
        if (other.status == Status.EVALUATING) {
            dfsAncestorIndex = Math.min(dfsAncestorIndex, other.dfsAncestorIndex);
        } else {
            other = other.cycleRoot;
            if (other.evaluationError != null) {
                throw other.evaluationError;
            }
        }
        if (other.asyncEvaluationOrder > 0) {
            pendingAsyncDependencies++;
            other.asyncParents.add(this);
        }
    }

    /** ExecuteAsyncModule (§16.2.1.5.2.2). */
    private void executeAsyncModule() {
        executeAsync(this::asyncFulfilled, reason -> asyncRejected(new JSException(reason, null)));
    }

    /** AsyncModuleExecutionFulfilled (§16.2.1.5.2.4). */
    private void asyncFulfilled() {
        if (status == Status.EVALUATED) {
            return;
        }
        asyncEvaluationOrder = -1;
        status = Status.EVALUATED;
        if (topLevelCapability != null) {
            topLevelCapability.resolve(Undefined.INSTANCE);
        }
        TreeSet<CyclicModule> ready = new TreeSet<>((a, b) -> Long.compare(a.asyncEvaluationOrder, b.asyncEvaluationOrder));
        gatherAvailableAncestors(ready);
        for (CyclicModule module : List.copyOf(ready)) {
            if (module.status == Status.EVALUATED) {
                continue;
            }
            if (module.hasTopLevelAwait) {
                module.executeAsyncModule();
                continue;
            }
            try {
                module.execute();
            } catch (JSException e) {
                module.asyncRejected(e);
                continue;
            }
            module.asyncEvaluationOrder = -1;
            module.status = Status.EVALUATED;
            if (module.topLevelCapability != null) {
                module.topLevelCapability.resolve(Undefined.INSTANCE);
            }
        }
    }

    /** GatherAvailableAncestors (§16.2.1.5.2.3). */
    private void gatherAvailableAncestors(TreeSet<CyclicModule> ready) {
        for (CyclicModule parent : asyncParents) {
            if (!ready.contains(parent) && parent.cycleRoot.evaluationError == null && --parent.pendingAsyncDependencies == 0) {
                ready.add(parent);
                if (!parent.hasTopLevelAwait) {
                    parent.gatherAvailableAncestors(ready);
                }
            }
        }
    }

    /** AsyncModuleExecutionRejected (§16.2.1.5.2.5). */
    private void asyncRejected(JSException error) {
        if (status == Status.EVALUATED) {
            return;
        }
        evaluationError = error;
        status = Status.EVALUATED;
        asyncEvaluationOrder = -1;
        if (topLevelCapability != null) {
            topLevelCapability.reject(error.value());
        }
        for (CyclicModule parent : asyncParents) {
            parent.asyncRejected(error);
        }
    }
}
