package org.ledgejs.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * How long the thread that runs a program was ready to run while no processor was free, from Linux's
 * {@code /proc/PID/task/TID/schedstat}: nanoseconds on a processor, nanoseconds waiting, time slices. Elsewhere it is 0.
 */
final class RunQueue {

    private record Spent(long running, long waiting) {
        static final Spent NONE = new Spent(0, 0);
    }

    private final Path tasks;
    private Map<Path, Spent> atReady = Map.of();
    private Path thread;
    private long waitedBefore;

    RunQueue(long pid) {
        tasks = Path.of("/proc", Long.toString(pid), "task");
    }

    /** Called when the first iteration is about to begin. */
    void ready() {
        atReady = all();
    }

    /** Called after each iteration: milliseconds waited during it. */
    double iterated() {
        if (thread == null) {
            thread = oldestBusy(all());
            if (thread == null) {
                return 0;
            }
            waitedBefore = atReady.getOrDefault(thread, Spent.NONE).waiting;
        }
        long waited = read(thread).waiting;
        double millis = Math.max(0, waited - waitedBefore) / 1e6;
        waitedBefore = Math.max(waited, waitedBefore);
        return millis;
    }

    /** Compiler's threads may well have been busier so far; the program's thread is the oldest one that did a real share of the work. */
    private static Path oldestBusy(Map<Path, Spent> threads) {
        long most = threads.values().stream().mapToLong(Spent::running).max().orElse(0);
        return threads.entrySet().stream().filter(entry -> most > 0 && entry.getValue().running >= most / 6).map(Map.Entry::getKey)
                .min(Comparator.comparingLong(RunQueue::id)).orElse(null);
    }

    private static long id(Path task) {
        return Long.parseLong(task.getFileName().toString());
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
