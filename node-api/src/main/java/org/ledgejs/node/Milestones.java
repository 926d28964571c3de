package org.ledgejs.node;

import org.ledgejs.node.binding.Proc;

/** When a context's parts were ready, as Node's performance timeline tells it: milliseconds since the time origin, the start of the process. */
public final class Milestones {
    private static final double TICKS_PER_SECOND = 100;
    private static final int START_FIELD = 20;
    /** A context in a process that runs for longer begins its own time. */
    private static final double LONG_AGO_MILLIS = 60_000;

    private final long createdNanos = System.nanoTime();
    private final double createdMillis = System.currentTimeMillis();
    private double ageMillis = -1;
    private long loopCreated;
    private long booting;
    private long booted;
    private long loopStarted;
    private long loopEnded;

    void loopCreated() {
        loopCreated = System.nanoTime();
    }

    void booting() {
        booting = System.nanoTime();
    }

    void booted() {
        booted = System.nanoTime();
    }

    void loopStarted() {
        if (loopStarted == 0) {
            loopStarted = System.nanoTime();
        }
    }

    void loopEnded() {
        loopEnded = System.nanoTime();
    }

    /** Milliseconds since 1970. */
    public double timeOrigin() {
        return createdMillis - age();
    }

    /** The monotonic clock's milliseconds since the time origin. */
    public double now() {
        return since(System.nanoTime());
    }

    /** Seconds since the context was made. */
    public double uptime() {
        return (System.nanoTime() - createdNanos) / 1e9;
    }

    /** Node, the engine, the environment, the bootstrap, the start and the end of the loop: -1 for what has not been. */
    public double[] values() {
        return new double[] {since(createdNanos), since(loopCreated), since(booting), since(booted), since(loopStarted), since(loopEnded)};
    }

    private double since(long nanos) {
        return nanos == 0 ? -1 : (nanos - createdNanos) / 1e6 + age();
    }

    /** How old the process was when the context was made. */
    private double age() {
        if (ageMillis < 0) {
            double age = processAge() - (System.nanoTime() - createdNanos) / 1e6;
            ageMillis = age > 0 && age < LONG_AGO_MILLIS ? age : 1;
        }
        return ageMillis;
    }

    private static double processAge() {
        String stat = Proc.line("/proc/self/stat");
        String uptime = Proc.line("/proc/uptime");
        if (stat == null || uptime == null) {
            return -1;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).split(" ");
        return (Double.parseDouble(uptime.split(" ")[0]) - Double.parseDouble(fields[START_FIELD]) / TICKS_PER_SECOND) * 1000;
    }
}
