package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;

/**
 * Who waits on which place of a shared block (the WaiterList Records of ECMA-262 §25.4.1.1, all of one block together).
 * Its lock is the critical section of the specification.
 */
public final class WaiterList {
    /** Longer waits than this many milliseconds (some 292 years) are as good as endless. */
    private static final double FOREVER = Long.MAX_VALUE / 1e6;

    private final List<Waiter> waiters = new ArrayList<>();

    /** How a wait ended. */
    public enum Outcome { OK, NOT_EQUAL, TIMED_OUT }

    /** One who waits: a thread, or, if there is a listener, an agent that goes on meanwhile. */
    public final class Waiter {
        private final int byteIndex;
        private final CountDownLatch notified = new CountDownLatch(1);
        private final Consumer<Outcome> listener;

        private Waiter(int byteIndex, Consumer<Outcome> listener) {
            this.byteIndex = byteIndex;
            this.listener = listener;
        }

        /** Ends a wait whose time is over; the listener hears of it unless it was notified before. Any thread. */
        @TruffleBoundary
        public void timeOut() {
            boolean waited;
            synchronized (WaiterList.this) {
                waited = waiters.remove(this);
            }
            if (waited) {
                listener.accept(Outcome.TIMED_OUT);
            }
        }

        /** Ends a wait that nobody is interested in any more. */
        @TruffleBoundary
        public void cancel() {
            synchronized (WaiterList.this) {
                waiters.remove(this);
            }
        }
    }

    /**
     * Blocks the thread until notified; safepoints may interrupt it.
     *
     * @param stillEqual whether the place holds what is expected
     * @param timeout in milliseconds, or infinity
     */
    @TruffleBoundary
    public Outcome await(int byteIndex, BooleanSupplier stillEqual, double timeout) {
        Waiter waiter = add(byteIndex, stillEqual, null);
        if (waiter == null) {
            return Outcome.NOT_EQUAL;
        }
        boolean endless = timeout >= FOREVER;
        long deadline = endless ? 0 : System.nanoTime() + (long) (timeout * 1e6);
        try {
            TruffleSafepoint.setBlockedThreadInterruptible(null, w -> {
                if (endless) {
                    w.notified.await();
                } else {
                    w.notified.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                }
            }, waiter);
        } finally {
            waiter.cancel();
        }
        return waiter.notified.getCount() == 0 ? Outcome.OK : Outcome.TIMED_OUT;
    }

    /**
     * Registers an agent that does not block.
     *
     * @param listener is told the outcome, on whatever thread brings it about
     * @return null if the place holds something else
     */
    @TruffleBoundary
    public synchronized Waiter add(int byteIndex, BooleanSupplier stillEqual, Consumer<Outcome> listener) {
        if (!stillEqual.getAsBoolean()) {
            return null;
        }
        Waiter waiter = new Waiter(byteIndex, listener);
        waiters.add(waiter);
        return waiter;
    }

    /** Wakes those who have waited longest. @return how many */
    @TruffleBoundary
    public int notify(int byteIndex, double count) {
        List<Waiter> woken = new ArrayList<>();
        synchronized (this) {
            for (Waiter waiter : waiters) {
                if (waiter.byteIndex == byteIndex && woken.size() < count) {
                    woken.add(waiter);
                }
            }
            waiters.removeAll(woken);
            woken.forEach(waiter -> waiter.notified.countDown());
        }
        for (Waiter waiter : woken) {
            if (waiter.listener != null) {
                waiter.listener.accept(Outcome.OK);
            }
        }
        return woken.size();
    }
}
