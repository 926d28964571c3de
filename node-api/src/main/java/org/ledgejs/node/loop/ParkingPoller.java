package org.ledgejs.node.loop;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for wake-ups only: all a program without sockets needs. */
final class ParkingPoller implements Poller {
    private final Semaphore wakeups = new Semaphore(0);

    @Override
    public void poll(long nanos) {
        try {
            if (nanos < 0) {
                wakeups.acquire();
            } else if (nanos > 0) {
                // A permit left over only makes the wait short once.
                wakeups.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wakeups.drainPermits();
    }

    @Override
    public void wake() {
        wakeups.release();
    }

    @Override
    public void close() { }
}
