package org.ledgejs.node;

import java.io.PrintStream;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.Bindings;
import org.ledgejs.node.loader.Modules;
import org.ledgejs.node.loop.NodeEventLoop;

/** Node in one context: the loop, the built-in modules, the process object, and how a program runs and ends. */
public final class NodeRuntime implements AutoCloseable {
    /** What Node ends with when its top-level await never settles. */
    private static final int UNSETTLED = 13;

    private final Agent agent;
    private final Realm realm;
    private final NodeEventLoop loop = new NodeEventLoop();
    private final UncaughtExceptions uncaught;
    private final TickQueue ticks;
    private final LoopPhases phases;
    private final Milestones milestones;
    private final Bindings bindings;
    private final BuiltinModules builtins;
    private final JSObject process;
    private final Modules modules;
    private String mainUrl = "";
    private JSPromise mainEvaluation;
    private Object beforeExit = Undefined.INSTANCE;
    private Object exit = Undefined.INSTANCE;
    private boolean booted;

    private NodeRuntime(Agent agent, Realm realm) {
        this.agent = agent;
        this.realm = realm;
        this.milestones = new Milestones();
        this.uncaught = new UncaughtExceptions(this);
        this.ticks = new TickQueue(agent, uncaught);
        this.phases = new LoopPhases(this);
        this.process = JSObject.create(realm);
        this.bindings = new Bindings(this);
        this.builtins = new BuiltinModules(this);
        this.modules = new Modules(this);
        loop.setPhases(phases);
        milestones.loopCreated();
        agent.setEventLoop(loop);
        agent.setHooks(modules.esm());
    }

    /** Node in the context of the realm; made when first asked for. */
    public static NodeRuntime of(Realm realm) {
        return realm.agent().attachment(NodeRuntime.class, () -> new NodeRuntime(realm.agent(), realm));
    }

    /**
     * Runs the JavaScript half's start, once: before the first of its modules is loaded, or when there is something only it
     * can tell the program. A program that needs neither never pays for it.
     */
    void boot() {
        if (!booted) {
            booted = true;
            milestones.booting();
            builtins.require("internal/bootstrap");
            milestones.booted();
        }
    }

    /** Whether any of Node's JavaScript has run. */
    public boolean isBooted() {
        return booted;
    }

    public Milestones milestones() {
        return milestones;
    }

    public Agent agent() {
        return agent;
    }

    public Realm realm() {
        return realm;
    }

    public NodeEventLoop loop() {
        return loop;
    }

    public TickQueue ticks() {
        return ticks;
    }

    public UncaughtExceptions uncaught() {
        return uncaught;
    }

    public LoopPhases phases() {
        return phases;
    }

    public Bindings bindings() {
        return bindings;
    }

    public BuiltinModules builtins() {
        return builtins;
    }

    /** The module loaders. */
    public Modules modules() {
        return modules;
    }

    /** The URL of the program's entry module, "" if it is none. */
    public String mainUrl() {
        return mainUrl;
    }

    public void setMainUrl(String url) {
        mainUrl = url;
    }

    /** The promise of the program's evaluation where it is an ES module: unsettled at the end, it never will be. */
    public void setMainEvaluation(JSPromise evaluation) {
        mainEvaluation = evaluation;
    }

    /** The {@code process} object, empty before {@link #boot}. */
    public JSObject process() {
        return process;
    }

    public void setExitHooks(Object newBeforeExit, Object newExit) {
        beforeExit = newBeforeExit;
        exit = newExit;
    }

    /** Calls a function of the program from the bottom of the stack, then runs the tick step. */
    public void enter(Object function, Object... arguments) {
        if (!ObjectOperations.isCallable(function)) {
            return;
        }
        enter(() -> ObjectOperations.call(function, Undefined.INSTANCE, arguments));
    }

    /** As {@link #enter(Object, Object...)}, with what was carried along when the work was asked for. */
    public void enterWith(Object continuation, Object function, Object... arguments) {
        if (!ObjectOperations.isCallable(function)) {
            return;
        }
        enter(() -> {
            agent.setContinuation(continuation);
            ObjectOperations.call(function, Undefined.INSTANCE, arguments);
        });
    }

    /** Runs the program's code from the bottom of the stack, then the tick step; exceptions are reported. */
    public void enter(Runnable code) {
        try {
            code.run();
        } catch (JSException e) {
            uncaught.report(e, false);
        }
        agent.setContinuation(null);
        ticks.run();
    }

    /**
     * Goes on with everything that is due until the promise is settled: for hooks of the loaders that answer later, while whoever loads
     * waits. Leaves a promise unsettled that nothing will settle.
     */
    public void runUntilSettled(JSPromise promise) {
        ticks.run();
        while (promise.state() == JSPromise.State.PENDING && loop.isAlive()) {
            loop.turn();
            ticks.run();
        }
    }

    /** Runs the loop until nothing keeps it alive, with Node's beforeExit and exit. @return the exit code */
    public int runToEnd() {
        ticks.run();
        do {
            milestones.loopStarted();
            loop.run();
            enter(beforeExit);
        } while (loop.isAlive());
        milestones.loopEnded();
        loop.stop();
        if (mainEvaluation != null && mainEvaluation.state() == JSPromise.State.PENDING) {
            return unsettled();
        }
        return exitCode(0);
    }

    /** The context is a program's, as of the {@code ledge} command: what nobody catches ends it. Else it is the embedder's, and ends nothing. */
    public void setProgram() {
        uncaught.setProgram();
    }

    /** One turn for an embedder, see {@link NodeEventLoop#turn(long)}. */
    public void turn(long limit) {
        ticks.run();
        loop.turn(limit);
        uncaught.rethrow();
    }

    /** Turns until nothing keeps the loop alive, for an embedder: the program goes on existing, so there is no exit. */
    public void runUntilIdle() {
        ticks.run();
        uncaught.rethrow();
        do {
            while (loop.isAlive()) {
                turn(-1);
            }
            enter(beforeExit);
            uncaught.rethrow();
        } while (loop.isAlive());
    }

    /** The program waits at its top level for what will never be. */
    private int unsettled() {
        if (booted && ObjectOperations.get(process, PropertyKey.of("exitCode")) == Undefined.INSTANCE) {
            ObjectOperations.set(process, PropertyKey.of("exitCode"), UNSETTLED, true);
        }
        int code = exitCode(UNSETTLED);
        if (code == UNSETTLED && NodeOptions.of(agent).isOn("--warnings", true)) {
            new PrintStream(agent.env().err(), true).println("Warning: Detected unsettled top-level await at " + mainUrl);
        }
        return code;
    }

    /** The entry module threw. */
    public void mainFailed(Object reason) {
        uncaught.report(new JSException(reason, null), false);
    }

    /** Emits exit and gives the code the program ends with. */
    int exitCode(int otherwise) {
        if (!ObjectOperations.isCallable(exit)) {
            return otherwise;
        }
        Object hook = exit;
        exit = Undefined.INSTANCE;
        Object code = ObjectOperations.call(hook, Undefined.INSTANCE);
        int number = code == Undefined.INSTANCE ? 0 : Conversions.toInt32(code);
        return number == 0 && ObjectOperations.get(process, PropertyKey.of("exitCode")) == Undefined.INSTANCE ? otherwise : number;
    }

    /** Ends the context; no guest code runs any more. Does not return. */
    public JSException exit(int code) {
        loop.stop();
        agent.env().getContext().closeExited(null, code);
        throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "the context did not close");
    }

    @Override
    public void close() {
        loop.close();
    }
}
