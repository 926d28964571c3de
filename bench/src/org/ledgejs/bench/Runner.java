package org.ledgejs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs one program in one process and listens to what the driver says; the protocol is told in {@code bench/driver.js}. */
final class Runner {

    private static final int LINES_KEPT = 12;
    private static final long SAMPLE_MILLIS = 20;

    private final int timeoutSeconds;
    private final Deque<String> said = new ArrayDeque<>();
    private final List<Double> times = new ArrayList<>();
    private final List<Double> unsettled = new ArrayList<>();
    private OptionalDouble firstCpu = OptionalDouble.empty();
    private OptionalDouble megabytes = OptionalDouble.empty();
    private volatile Duration cpu;
    private double readyMillis;
    private double waitedMillis;
    private boolean done;
    private String failure;

    private Runner(int timeoutSeconds) {
        this.timeoutSeconds = timeoutSeconds;
    }

    /** Runs {@code command}; {@code listener} hears every line of the driver. */
    static Run run(List<String> command, int timeoutSeconds, Consumer<String> listener) throws IOException, InterruptedException {
        return new Runner(timeoutSeconds).run(command, listener);
    }

    private Run run(List<String> command, Consumer<String> listener) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
        Thread sampler = Thread.ofVirtual().start(() -> sample(process));
        Thread watchdog = Thread.ofVirtual().start(() -> end(process));
        RunQueue queue = new RunQueue(process.pid());
        try (BufferedReader lines = process.inputReader()) {
            for (String line; (line = lines.readLine()) != null;) {
                hear(line, queue, begin);
                if (!lines.ready()) {
                    settle(process, queue);
                }
                listener.accept(line);
            }
            settle(process, queue);
        }
        int status = process.waitFor();
        watchdog.interrupt();
        sampler.join();
        if (failure == null && status != 0) {
            failure = "exit status " + status;
        }
        if (failure == null && times.isEmpty()) {
            // No driver: the program is its own one iteration.
            times.add((System.nanoTime() - begin) / 1e6);
            if (cpu != null) {
                firstCpu = OptionalDouble.of(cpu.toNanos() / 1e9);
            }
        } else if (failure == null && !done) {
            failure = "it ended before it was done";
        }
        return new Run(List.copyOf(times), firstCpu, megabytes, readyMillis, waitedMillis,
                failure == null ? null : String.join("\n", failure, String.join("\n", said)).strip());
    }

    private void hear(String line, RunQueue queue, long begin) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "@start" -> { }
            case "@ready" -> {
                readyMillis = (System.nanoTime() - begin) / 1e6;
                queue.ready();
            }
            case "@iter" -> unsettled.add(Double.parseDouble(words[2]));
            case "@done" -> done = true;
            case "@failed" -> failure = line.substring("@failed ".length());
            default -> {
                said.add(line);
                if (said.size() > LINES_KEPT) {
                    said.remove();
                }
            }
        }
    }

    /** Takes the share of time waited since the last call off the iterations heard of since then. */
    private void settle(Process process, RunQueue queue) {
        if (unsettled.isEmpty()) {
            return;
        }
        double share = queue.shareWaited();
        for (double time : unsettled) {
            times.add(time * (1 - share));
            waitedMillis += time * share;
        }
        unsettled.clear();
        if (times.size() >= Run.FIRST && firstCpu.isEmpty() || done) {
            look(process);
        }
        if (times.size() >= Run.FIRST && firstCpu.isEmpty() && cpu != null) {
            firstCpu = OptionalDouble.of(cpu.toNanos() / 1e9);
        }
    }

    private void sample(Process process) {
        try {
            while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                look(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A process that is over can no longer be asked, hence again and again before. */
    private synchronized void look(Process process) {
        process.info().totalCpuDuration().ifPresent(value -> cpu = value);
        try (var status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            status.filter(line -> line.startsWith("VmHWM:")).findFirst()
                    .ifPresent(line -> megabytes = OptionalDouble.of(Long.parseLong(line.replaceAll("\\D", "")) / 1024.0));
        } catch (IOException e) {
            // Gone, or a system that does not tell.
        }
    }

    private void end(Process process) {
        try {
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                failure = "not over after " + timeoutSeconds + " s";
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // It is over.
        }
    }
}
