package org.ledgejs.wasm.engine;

import run.endive.runtime.WasmInterruptedException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Threads that wait for a notification on an address of a shared memory; threads proposal, {@code memory.atomic}. */
final class WaitList {

    private static final int WOKEN = 0;
    private static final int NOT_EQUAL = 1;
    private static final int TIMED_OUT = 2;

    /** One thread's stay in the list. */
    private static final class Waiter {
        private boolean woken;
    }

    private final Map<Integer, Deque<Waiter>> waiting = new HashMap<>();

    /** @param nanos how long to wait; below zero without limit */
    synchronized int await(int address, BooleanSupplier isExpected, long nanos) {
        if (!isExpected.getAsBoolean()) {
            return NOT_EQUAL;
        }
        Waiter self = new Waiter();
        waiting.computeIfAbsent(address, key -> new ArrayDeque<>()).add(self);
        try {
            long deadline = System.nanoTime() + nanos;
            while (!self.woken) {
                long left = nanos < 0 ? Long.MAX_VALUE : deadline - System.nanoTime();
                if (left <= 0) {
                    return TIMED_OUT;
                }
                long millis = left / 1_000_000;
                wait(millis, millis == 0 ? (int) left : 0);
            }
            return WOKEN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WasmInterruptedException("Thread interrupted");
        } finally {
            leave(address, self);
        }
    }

    private void leave(int address, Waiter self) {
        Deque<Waiter> list = waiting.get(address);
        if (list != null && list.remove(self) && list.isEmpty()) {
            waiting.remove(address);
        }
    }

    /** @param count unsigned: how many threads to wake at most */
    synchronized int wake(int address, int count) {
        Deque<Waiter> list = waiting.get(address);
        int woken = 0;
        while (list != null && !list.isEmpty() && Integer.compareUnsigned(woken, count) < 0) {
            list.remove().woken = true;
            woken++;
        }
        if (list != null && list.isEmpty()) {
            waiting.remove(address);
        }
        notifyAll();
        return woken;
    }
}
