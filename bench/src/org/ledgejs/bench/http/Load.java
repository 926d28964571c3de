package org.ledgejs.bench.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk saw.
 *
 * @param rate       answers a second
 * @param latency99  milliseconds in which 99 of 100 answers came
 * @param errors     answers that were none of 2xx or 3xx, and sockets that failed
 */
record Load(double rate, double latency99, long errors) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern STATUS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern SOCKETS = Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    /** @param pause milliseconds each connection waits before a request; 0 for none */
    static Load run(Server server, String path, int connections, long seconds, double pause) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("taskset", "-c", "1-" + (Runtime.getRuntime().availableProcessors() - 1), "wrk", "-t1", "-c" + connections,
                "-d" + seconds + "s", "--latency", "--timeout", "10s"));
        Path script = null;
        if (pause > 0) {
            script = Files.createTempFile("pause", ".lua");
            Files.writeString(script, "function delay() return math.random() * " + 2 * pause + " end\n");
            words.addAll(List.of("-s", script.toString()));
        }
        words.add(server.url(path));
        Process wrk = new ProcessBuilder(words).redirectErrorStream(true).start();
        String text = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        if (script != null) {
            Files.delete(script);
        }
        return parse(text);
    }

    private static Load parse(String text) throws IOException {
        Matcher rate = RATE.matcher(text);
        Matcher latency = LATENCY.matcher(text);
        if (!rate.find() || !latency.find()) {
            throw new IOException("wrk said: " + text);
        }
        double unit = switch (latency.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        long errors = sum(STATUS.matcher(text)) + sum(SOCKETS.matcher(text));
        return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(latency.group(1)) * unit, errors);
    }

    private static long sum(Matcher numbers) {
        long sum = 0;
        if (numbers.find()) {
            for (int i = 1; i <= numbers.groupCount(); i++) {
                sum += Long.parseLong(numbers.group(i));
            }
        }
        return sum;
    }
}
