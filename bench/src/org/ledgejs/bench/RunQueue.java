package org.ledgejs.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long the thread that runs a program was ready to run while no processor was free, from Linux's
 * {@code /proc/PID/task/TID/schedstat}: nanoseconds on a processor, nanoseconds waiting, time slices. Elsewhere it is 0.
 */
final class RunQueue {

    private record Spent(long running, long waiting) {
        static final Spent NONE = new Spent(0, 0);
    }

    /** Names of threads that compile and collect, in Java virtual machines and in V8. */
    private static final Pattern ENGINES_OWN = Pattern.compile("Compil|Worker|^GC |^G1 |^VM ");

    private final Path tasks;
    private Map<Path, Spent> atReady = Map.of();
    private Path thread;
    private long waitedBefore;
    private long lookedAt;

    RunQueue(long pid) {
        tasks = Path.of("/proc", Long.toString(pid), "task");
    }

    /** Called when the first iteration is about to begin. */
    void ready() {
        atReady = all();
        lookedAt = System.nanoTime();
    }

    /** The share of the time since the last call, or since {@link #ready}, that was waited. */
    double shareWaited() {
        if (thread == null) {
            thread = busiest();
            if (thread == null) {
                return 0;
            }
            waitedBefore = atReady.getOrDefault(thread, Spent.NONE).waiting;
        }
        long waited = Math.max(waitedBefore, read(thread).waiting);
        long now = System.nanoTime();
        double share = Math.min(1, (waited - waitedBefore) / (double) Math.max(1, now - lookedAt));
        waitedBefore = waited;
        lookedAt = now;
        return share;
    }

    /** The busiest thread that is none of the engine's own. */
    private Path busiest() {
        return all().entrySet().stream().filter(entry -> entry.getValue().running > 0 && !ENGINES_OWN.matcher(name(entry.getKey())).find())
                .max(Comparator.comparingLong(entry -> entry.getValue().running)).map(Map.Entry::getKey).orElse(null);
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm"));
        } catch (IOException e) {
            return "";
        }
    }

    private Map<Path, Spent> all() {
        Map<Path, Spent> all = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(tasks)) {
            entries.forEach(task -> all.put(task, read(task)));
        } catch (IOException e) {
            // The process is gone, or this is no Linux.
        }
        return all;
    }

    private static Spent read(Path task) {
        try {
            String[] numbers = Files.readString(task.resolve("schedstat")).trim().split(" ");
            return new Spent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        } catch (IOException e) {
            return Spent.NONE;
        }
    }
}
