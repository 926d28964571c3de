package org.ledgejs.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server under measurement: a process of its own on one processor. */
final class Server implements AutoCloseable {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final String engine;
    private final Process process;
    private final int port;

    private Server(String engine, Process process, int port) {
        this.engine = engine;
        this.process = process;
        this.port = port;
    }

    /** @param command of the engine, before the program's name */
    static Server start(String engine, List<String> command, Path program) throws IOException {
        List<String> words = new ArrayList<>(List.of("taskset", "-c", "0"));
        words.addAll(command);
        words.add(program.toString());
        Process process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException(engine + " did not start the server");
        }
        return new Server(engine, process, Integer.parseInt(line.strip()));
    }

    String engine() {
        return engine;
    }

    int port() {
        return port;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Resident memory in bytes, the server's own and that of processes it started. */
    long memory() throws IOException {
        long sum = 0;
        for (ProcessHandle handle : (Iterable<ProcessHandle>) java.util.stream.Stream.concat(process.descendants(), java.util.stream.Stream.of(process.toHandle()))::iterator) {
            Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + handle.pid() + "/status")));
            sum += resident.find() ? Long.parseLong(resident.group(1)) * 1024 : 0;
        }
        return sum;
    }

    /** Processor time so far, in clock ticks of the system (a hundredth of a second on Linux). */
    long processorTicks() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
