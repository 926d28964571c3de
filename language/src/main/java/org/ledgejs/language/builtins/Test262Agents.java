package org.ledgejs.language.builtins;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.TruffleLanguage.Env;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.source.Source;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.EventLoop;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSSharedArrayBuffer;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.SharedBytes;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/**
 * {@code $262.agent} of one context: the agents it started, each an inner context on a thread of its own, and, in such an
 * agent, the link back. Only shared blocks, numbers and texts pass.
 */
public final class Test262Agents {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("start", 1, Test262Agents::start)
            .method("broadcast", 2, Test262Agents::broadcast)
            .method("getReport", 0, Test262Agents::getReport)
            .method("receiveBroadcast", 1, Test262Agents::receiveBroadcast)
            .method("report", 1, Test262Agents::report)
            .method("leaving", 0, Test262Agents::leaving)
            .method("sleep", 1, Test262Agents::sleep)
            .method("monotonicNow", 0, (realm, thisValue, args) -> System.nanoTime() / 1e6);

    private final List<Child> children = new ArrayList<>();
    private final Queue<String> reports = new ConcurrentLinkedQueue<>();
    /** What ended a child before its time; the parent's next look at the reports throws it. */
    private volatile RuntimeException failure;
    /** What this agent is to the one that started it; null for the first. */
    private Child self;

    /** @param number an Integer or a BigInt: values that belong to no context */
    private record Broadcast(SharedBytes block, Object number, CountDownLatch received) { }

    private static Test262Agents of(Realm realm) {
        return realm.agent().attachment(Test262Agents.class, Test262Agents::new);
    }

    static JSObject createObject(Realm realm) {
        JSObject agent = JSObject.create(realm);
        TABLE.define(realm, agent);
        return agent;
    }

    /** One agent that was started, from both sides. */
    private final class Child implements EventLoop, Runnable {
        private final TruffleContext context;
        private final String script;
        private final CountDownLatch running = new CountDownLatch(1);
        private final LinkedBlockingQueue<Broadcast> mailbox = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private Thread thread;
        private volatile boolean left;

        Child(TruffleContext context, String script) {
            this.context = context;
            this.script = script;
        }

        Test262Agents parent() {
            return Test262Agents.this;
        }

        /** The child's thread, in its context: the script, then what it left to do until it says it leaves. */
        @Override
        public void run() {
            Agent agent = Agent.get(null);
            Realm realm = agent.currentRealm();
            try {
                agent.setEventLoop(this);
                of(realm).self = this;
                running.countDown();
                Source source = Source.newBuilder(LedgeLanguage.ID, script, "agent").build();
                agent.compiler().script(source).call(Arguments.create(realm.globalObject(), Undefined.INSTANCE));
                agent.runJobs();
                while (!left) {
                    await(tasks).run();
                    agent.runJobs();
                }
            } catch (RuntimeException e) {
                if (!context.isCancelling()) {
                    failure = new IllegalStateException("an agent failed: " + e, e);
                }
                throw e;
            } finally {
                left = true;
                running.countDown();
                mailbox.forEach(message -> message.received.countDown());
            }
        }

        @Override
        public void post(Runnable task) {
            tasks.add(task);
        }

        @Override
        public void settle() {
            Agent.get(null).runJobs();
        }

        /** Nothing: the agent lives until it leaves. */
        @Override
        public Handle open() {
            return new Handle() {
                @Override
                public void ref() { }

                @Override
                public void unref() { }

                @Override
                public void close() { }
            };
        }

        void end() {
            context.closeCancelled(null, "the agent that started this one ends");
        }
    }

    private static <T> T await(LinkedBlockingQueue<T> queue) {
        List<T> taken = new ArrayList<>(1);
        TruffleSafepoint.setBlockedThreadInterruptible(null, q -> taken.add(q.take()), queue);
        return taken.getFirst();
    }

    private static void await(CountDownLatch latch) {
        TruffleSafepoint.setBlockedThreadInterruptible(null, CountDownLatch::await, latch);
    }

    /** Ends all agents that were started here and waits for their threads. */
    public void end() {
        children.forEach(Child::end);
        for (Child child : children) {
            TruffleSafepoint.setBlockedThreadInterruptible(null, Thread::join, child.thread);
        }
    }

    private static Object start(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        String script = Strings.java(Conversions.toString(args.get(0)));
        Env env = realm.agent().env();
        if (!env.isCreateThreadAllowed()) {
            throw Errors.typeError("Agents need a context that may create threads");
        }
        Test262Agents agents = of(realm);
        TruffleContext context = env.newInnerContextBuilder(LedgeLanguage.ID).initializeCreatorContext(true).inheritAllAccess(true).build();
        Child child = agents.new Child(context, script);
        child.thread = env.newTruffleThreadBuilder(child).context(context).build();
        agents.children.add(child);
        child.thread.start();
        await(child.running);
        return Undefined.INSTANCE;
    }

    private static Object broadcast(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        if (!(args.get(0) instanceof JSSharedArrayBuffer buffer)) {
            throw Errors.typeError("Only a SharedArrayBuffer can be sent to agents");
        }
        List<Broadcast> sent = new ArrayList<>();
        for (Child child : of(realm).children) {
            Broadcast message = new Broadcast(buffer.sharedBytes(), Conversions.toNumeric(args.get(1)), new CountDownLatch(1));
            child.mailbox.add(message);
            if (child.left) {
                message.received.countDown();
            }
            sent.add(message);
        }
        sent.forEach(message -> await(message.received));
        return Undefined.INSTANCE;
    }

    private static Object receiveBroadcast(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        Broadcast message = await(self(realm).mailbox);
        message.received.countDown();
        ObjectOperations.call(args.get(0), Undefined.INSTANCE, JSSharedArrayBuffer.wrap(realm, message.block), message.number);
        return Undefined.INSTANCE;
    }

    private static Child self(Realm realm) {
        Child self = of(realm).self;
        if (self == null) {
            throw Errors.typeError("This agent was started by no other");
        }
        return self;
    }

    private static Object report(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        self(realm).parent().reports.add(Strings.java(Conversions.toString(args.get(0))));
        return Undefined.INSTANCE;
    }

    private static Object getReport(Realm realm, @SuppressWarnings("unused") Object thisValue, @SuppressWarnings("unused") Args args) {
        Test262Agents agents = of(realm);
        String report = agents.reports.poll();
        if (report == null && agents.failure != null) {
            throw agents.failure;
        }
        return report == null ? Null.INSTANCE : Strings.of(report);
    }

    private static Object leaving(Realm realm, @SuppressWarnings("unused") Object thisValue, @SuppressWarnings("unused") Args args) {
        self(realm).left = true;
        return Undefined.INSTANCE;
    }

    private static Object sleep(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        long milliseconds = (long) Math.max(0, Conversions.toNumber(args.get(0)));
        TruffleSafepoint.setBlockedThreadInterruptible(null, Thread::sleep, milliseconds);
        return Undefined.INSTANCE;
    }
}
