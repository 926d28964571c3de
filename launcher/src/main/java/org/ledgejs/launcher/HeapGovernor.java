package org.ledgejs.launcher;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/**
 * Gives room to a program that keeps the collector busy, and takes it back when the program has calmed down. The collector in use makes
 * the heap larger for what lives only; what dies young it collects as often as the small beginning makes it. The start of the virtual
 * machine asks for the governor, with the property {@value #PROPERTY}, where nobody has set a size of the heap.
 */
final class HeapGovernor extends Thread {
    static final String PROPERTY = "ledge.heap.grows";
    /** A program that is over sooner never grows. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(6);
    /** So many collections are looked at together. */
    private static final int COLLECTIONS = 32;
    /** The time they take at most where there is something to gain. */
    private static final long BUSY = TimeUnit.SECONDS.toNanos(4);
    /** Of that time, the share the collector has to have taken. */
    private static final double SHARE = 0.03;
    /** Without a collection for so long the room is given back. */
    private static final long CALM_MILLIS = TimeUnit.SECONDS.toMillis(20);

    /** What there is to know and to change. */
    interface Heap {
        /** How long all collections have taken until now, in milliseconds. */
        long collectionMillis();

        /** Makes room for what dies young. @return false if there is no more to be had */
        boolean grow();

        /** Undoes it, as far as what lives now allows. */
        void giveBack();
    }

    private static final long UNKNOWN = -1;

    private final Heap heap;
    private final long begin;
    private boolean grown;
    /** There is no more room to be had. */
    private boolean done;
    /** How many collections there were since {@link #since}. */
    private int collections;
    private long since;
    /** {@link Heap#collectionMillis} at that time, if it was asked for: the first to ask loads the classes of management. */
    private long millisBefore = UNKNOWN;

    HeapGovernor(Heap heap, long begin) {
        super("heap governor");
        setDaemon(true);
        this.heap = heap;
        this.begin = begin;
        this.since = begin;
    }

    /** Watches the heap of this machine, if the start asks for it. */
    static void watch() {
        if (Boolean.getBoolean(PROPERTY)) {
            new HeapGovernor(new HotSpotHeap(), System.nanoTime()).start();
        }
    }

    @Override
    public void run() {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        WeakReference<Object> sentinel = new WeakReference<>(new Object(), collected);
        try {
            while (!done) {
                if (collected.remove(grown ? CALM_MILLIS : 0) == null) {
                    calm(System.nanoTime());
                } else {
                    collection(System.nanoTime());
                }
                sentinel.clear();
                sentinel = new WeakReference<>(new Object(), collected);
            }
        } catch (InterruptedException | OutOfMemoryError e) {
            // A governor is not worth an error of the program's: nothing grows any more.
            done = true;
        }
    }

    /** There was a collection, at a time in nanoseconds. */
    void collection(long now) {
        if (grown || now - begin < PATIENCE) {
            since = now;
            return;
        }
        if (++collections < COLLECTIONS) {
            return;
        }
        long took = now - since;
        long millis = took <= BUSY ? heap.collectionMillis() : UNKNOWN;
        if (millis != UNKNOWN && millisBefore != UNKNOWN && millis - millisBefore >= SHARE * TimeUnit.NANOSECONDS.toMillis(took)) {
            grown = heap.grow();
            done = !grown;
            millis = UNKNOWN;
        }
        lookAgain(now, millis);
    }

    /** There was none for a while. */
    void calm(long now) {
        heap.giveBack();
        grown = false;
        lookAgain(now, UNKNOWN);
    }

    private void lookAgain(long now, long millis) {
        collections = 0;
        since = now;
        millisBefore = millis;
    }

    boolean isDone() {
        return done;
    }
}
