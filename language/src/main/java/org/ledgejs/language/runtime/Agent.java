package org.ledgejs.language.runtime;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLanguage.ContextReference;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.nodes.Node;

import org.ledgejs.language.LedgeContext;
import org.ledgejs.language.LedgeLanguage;

/**
 * An agent (ECMA-262 §9.7): one context, one thread at a time, one queue of jobs. {@link LedgeContext} is its only
 * subclass and joins it to the polyglot world.
 */
public abstract class Agent {
    /** The one edge from here to the root package: every Truffle language needs its class for this. */
    private static final ContextReference<LedgeContext> CONTEXT = ContextReference.create(LedgeLanguage.class);

    /** After so many jobs in a row a task from outside has its turn: a program that always leaves another job must not keep it away. */
    private static final int FAIR_JOBS = 10_000;

    private final ArrayDeque<Job> jobs = new ArrayDeque<>();
    /** Tasks from outside where there is no event loop. */
    private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
    private final SymbolRegistry symbolRegistry = new SymbolRegistry();
    private final ArrayDeque<Object> openJoins = new ArrayDeque<>();
    private final Map<Class<?>, Object> attachments = new HashMap<>();
    private final StableObjects stableObjects = new StableObjects();
    private final GlobalConstants globalConstants = new GlobalConstants();
    private final PropertyCache propertyCache = new PropertyCache();
    private WeakReferences weakReferences;
    private ZoneId timeZone;
    private long asyncModuleOrder;
    private final StackRoom stackRoom = new StackRoom();
    private final Permissions permissions = new Permissions(this);
    private Realm currentRealm;
    private HostHooks hooks = HostHooks.NONE;
    private EventLoop eventLoop;
    /** Null for none. */
    private Object continuation;
    private PromiseHook promiseHook;

    /** A job (§9.5): runs guest code, may throw JSException. */
    @FunctionalInterface
    public interface Job {
        void run();
    }

    /** The agent of the current context. @param node an adopted node, or null where there is none */
    public static Agent get(Node node) {
        return CONTEXT.get(node);
    }

    public abstract TruffleLanguage.Env env();

    public abstract LedgeLanguage language();

    /** Makes intrinsics. */
    public abstract IntrinsicFactory intrinsics();

    /** Makes code from text at run time. */
    public abstract Compiler compiler();

    /**
     * HostLoadImportedModule (§16.2.1.10), done at once: asks the hooks, then the language's own loader.
     *
     * @param referrer the module or script that imports: a ModuleRecord, a Source, or null
     * @throws JSException if there is no such module
     */
    public abstract ModuleRecord loadModule(Realm realm, Object referrer, String specifier, Map<String, String> attributes);

    /** [[CanBlock]] (§9.7): whether Atomics.wait may block this agent. */
    public abstract boolean canBlock();

    /** Called with each realm when its global object has the library's properties. */
    protected abstract void realmCreated(Realm realm);

    /** A realm's Error was asked for, and made: the host may add to it. */
    public void errorConstructorMade(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") JSObject constructor) { }

    /** What the program may reach outside. */
    public final Permissions permissions() {
        return permissions;
    }

    /** Valid while the engine has no other context: only then may nodes remember objects. */
    public final Assumption singleContext() {
        return language().singleContext();
    }

    /** Valid while no context of the engine has a second realm. */
    public final Assumption singleRealm() {
        return language().singleRealm();
    }

    /** What compiled code of this agent relies on. */
    public final StableObjects stableObjects() {
        return stableObjects;
    }

    /** Which global variables it takes for constants. */
    public final GlobalConstants globalConstants() {
        return globalConstants;
    }

    /** Where properties are in shapes. */
    public final PropertyCache propertyCache() {
        return propertyCache;
    }

    /** What the embedding adds: module loading, rejection tracking, wake-up. */
    public final HostHooks hooks() {
        return hooks;
    }

    public final void setHooks(HostHooks hostHooks) {
        hooks = hostHooks;
    }

    /** Where callbacks from outside run. */
    public final EventLoop eventLoop() {
        return eventLoop;
    }

    public final void setEventLoop(EventLoop loop) {
        eventLoop = loop;
    }

    public final Realm currentRealm() {
        return currentRealm;
    }

    /** Root nodes switch realms when a function of another realm is entered; see FunctionRootNode. */
    public final Realm switchRealm(Realm realm) {
        Realm previous = currentRealm;
        currentRealm = realm;
        return previous;
    }

    @TruffleBoundary
    public final Realm createRealm() {
        Realm realm = new Realm(this);
        Realm previous = switchRealm(realm);
        realm.setGlobalObject(intrinsics().createGlobalObject(realm));
        realmCreated(realm);
        if (previous != null) {
            switchRealm(previous);
        }
        return realm;
    }

    /**
     * A further realm with another global object than the ordinary one. Variables of scripts are configurable properties of it.
     *
     * @param global makes it of the ordinary one, which has the library's properties
     */
    public final Realm createRealm(UnaryOperator<JSObject> global) {
        Realm realm = createRealm();
        realm.replaceGlobalObject(global.apply(realm.globalObject()));
        return realm;
    }

    public StackRoom stackRoom() {
        return stackRoom;
    }

    public final SymbolRegistry symbolRegistry() {
        return symbolRegistry;
    }

    /** The time zone of dates. */
    @TruffleBoundary
    public final ZoneId timeZone() {
        return timeZone != null ? timeZone : env().getTimeZone();
    }

    /** @param zone null for the one of the system, or of the embedding */
    public final void setTimeZone(ZoneId zone) {
        timeZone = zone;
    }

    /** What WeakRef and FinalizationRegistry need between jobs. */
    public final WeakReferences weakReferences() {
        if (weakReferences == null) {
            weakReferences = new WeakReferences();
        }
        return weakReferences;
    }

    /** Arrays whose join is running: what tells a cycle. */
    public final ArrayDeque<Object> openJoins() {
        return openJoins;
    }

    /** IncrementModuleAsyncEvaluationCount (§9.7.1). */
    final long nextAsyncModuleOrder() {
        return ++asyncModuleOrder;
    }

    /** What a part of the host keeps for this agent, by its class; made when first asked for. If it is AutoCloseable, the context closes it. */
    @TruffleBoundary
    public final <T> T attachment(Class<T> type, Supplier<T> maker) {
        Object attachment = attachments.get(type);
        if (attachment == null) {
            attachment = maker.get();
            attachments.put(type, attachment);
        }
        return type.cast(attachment);
    }

    /** At the end of the context: closes what is attached and can be closed. */
    protected final void closeAttachments() {
        for (Object attachment : attachments.values()) {
            if (attachment instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    // The context ends whatever one part of it has to say.
                    failedToClose(e);
                }
            }
        }
    }

    private void failedToClose(Exception e) {
        env().getLogger("agent").log(Level.WARNING, "closing a part of the context failed", e);
    }

    /** What {@link #attachment} keeps, or null if nobody asked for it yet. */
    public final <T> T attached(Class<T> type) {
        return type.cast(attachments.get(type));
    }

    /** Queues a task for the agent's thread: on the event loop, or, without one, until jobs are run next. Any thread. */
    @TruffleBoundary
    public final void post(Runnable task) {
        EventLoop loop = eventLoop;
        if (loop != null) {
            loop.post(task);
        } else {
            inbox.add(task);
        }
    }

    /**
     * What the host wants carried from where work is asked for to where it is done: by jobs, by reactions of promises, by await. Null for nothing, which
     * is what a job begins with that was asked for without one. (The proposal AsyncContext calls it the agent's mapping.)
     */
    public final Object continuation() {
        return continuation;
    }

    public final void setContinuation(Object value) {
        continuation = value;
    }

    /** Who is told of promises, or null. */
    public final PromiseHook promiseHook() {
        return promiseHook;
    }

    public final void setPromiseHook(PromiseHook hook) {
        promiseHook = hook;
    }

    /** HostEnqueuePromiseJob. */
    @TruffleBoundary
    public final void enqueueJob(Job job) {
        Object carried = continuation;
        jobs.add(carried == null ? job : () -> {
            continuation = carried;
            job.run();
        });
    }

    /** As {@link #enqueueJob}, of a job that brings its continuation. */
    final void enqueueReaction(Job job) {
        jobs.add(job);
    }

    public final boolean hasJobs() {
        return !jobs.isEmpty();
    }

    /** A call from outside ended: runs the jobs it left. */
    public final void settle() {
        EventLoop loop = eventLoop;
        if (loop != null) {
            loop.settle();
        } else {
            runJobs();
        }
    }

    /** Runs jobs until there are none: at the end of a script, a callback, a turn of the event loop. */
    @TruffleBoundary
    public final void runJobs() {
        Object before = continuation;
        try {
            runQueuedJobs();
        } finally {
            continuation = before;
        }
    }

    private void runQueuedJobs() {
        do {
            int inARow = 0;
            for (Job job = jobs.poll(); job != null; job = ++inARow < FAIR_JOBS ? jobs.poll() : null) {
                continuation = null;
                job.run();
                // A job may be all Java, and leave another one for ever.
                TruffleSafepoint.poll(null);
            }
            if (weakReferences != null && jobs.isEmpty()) {
                weakReferences.endOfJobs(this);
            }
            Runnable task = inbox.poll();
            if (task != null) {
                task.run();
            }
        } while (!jobs.isEmpty() || !inbox.isEmpty());
    }
}
