package org.ledgejs.bench.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures HTTP servers on loopback side by side; {@code bench/http} starts it. */
public final class HttpBench {
    private static final String HELP = """
            usage: bench/http [options]
              --engines A,B       what runs the server: ledge (native/target/ledge), node, or name=COMMAND (else ledge,node)
              --paths /a,/b       what is asked for: /text, /json (else both)
              --connections N     (else 64)
              --seconds N         of one measurement (else 30)
              --warmup N          seconds before the first one (else 30)
              --repeats N         measurements of each, engines taking turns; medians count (else 3)
              --soak MINUTES      the first engine at half its rate for so long, memory and rate in slices of five minutes
              --idle N            memory of so many connections that are kept open
              --out NAME          bench/results/NAME.md (else http)
            The server has processor 0 to itself, wrk the others. Needs wrk and taskset.
            """;

    private final Path root;
    private final Map<String, String> options = new LinkedHashMap<>(Map.of("engines", "ledge,node", "paths", "/text,/json", "connections", "64", "seconds", "30", "warmup", "30",
            "repeats", "3", "soak", "0", "idle", "0", "out", "http"));
    private final List<String> report = new ArrayList<>();

    private HttpBench(Path root) {
        this.root = root;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        HttpBench bench = new HttpBench(Path.of(System.getProperty("bench.root")));
        ArrayDeque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!option.startsWith("--") || !bench.options.containsKey(option.substring(2)) || rest.isEmpty()) {
                System.err.println("http: " + (rest.isEmpty() && option.startsWith("--") ? option + " needs a value, or is none" : "unknown option " + option) + "; --help says more");
                System.exit(2);
            }
            bench.options.put(option.substring(2), rest.pop());
        }
        System.exit(bench.run() ? 0 : 1);
    }

    private int number(String option) {
        return Integer.parseInt(options.get(option));
    }

    private Server start(String engine) throws IOException {
        int equals = engine.indexOf('=');
        String name = equals < 0 ? engine : engine.substring(0, equals);
        String command = equals >= 0 ? engine.substring(equals + 1) : engine.equals("ledge") ? root.resolve("native/target/ledge/bin/ledge").toString() : engine;
        return Server.start(name, List.of(command.split(" ")), root.resolve("bench/http-server/server.mjs"));
    }

    private void say(String line) {
        System.out.println(line);
        report.add(line);
    }

    private boolean run() throws IOException, InterruptedException {
        boolean good = true;
        if (number("soak") > 0) {
            good = soak();
        } else if (number("idle") > 0) {
            idle();
        } else {
            good = compare();
        }
        Path target = root.resolve("bench/results");
        Files.createDirectories(target);
        Files.write(target.resolve(options.get("out") + ".md"), report);
        return good;
    }

    private boolean compare() throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        boolean good = true;
        try {
            for (String engine : options.get("engines").split(",")) {
                servers.add(start(engine));
            }
            say("| | engine | answers a second | ratio | 99 of 100 within | ratio | memory | errors |");
            say("|---|---|--:|--:|--:|--:|--:|--:|");
            for (String path : options.get("paths").split(",")) {
                for (Server server : servers) {
                    Load.run(server, path, number("connections"), number("warmup"), 0);
                }
                Map<Server, List<Load>> loads = new LinkedHashMap<>();
                for (int repeat = 0; repeat < number("repeats"); repeat++) {
                    for (Server server : servers) {
                        loads.computeIfAbsent(server, s -> new ArrayList<>()).add(Load.run(server, path, number("connections"), number("seconds"), 0));
                    }
                }
                List<Load> reference = loads.get(servers.getLast());
                for (Server server : servers) {
                    List<Load> own = loads.get(server);
                    long errors = own.stream().mapToLong(Load::errors).sum();
                    good &= errors == 0;
                    say(String.format("| %s | %s | %.0f | %.2f | %.1f ms | %.2f | %d MB | %d |", path, server.engine(), median(own, Load::rate),
                            median(own, Load::rate) / median(reference, Load::rate), median(own, Load::latency99), median(own, Load::latency99) / median(reference, Load::latency99),
                            server.memory() >> 20, errors));
                }
            }
        } finally {
            servers.forEach(Server::close);
        }
        return good;
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> figure) {
        List<Load> sorted = loads.stream().sorted(Comparator.comparingDouble(figure)).toList();
        return figure.applyAsDouble(sorted.get(sorted.size() / 2));
    }

    private boolean soak() throws IOException, InterruptedException {
        boolean good = true;
        try (Server server = start(options.get("engines").split(",")[0])) {
            int connections = number("connections");
            Load.run(server, "/json", connections, number("warmup"), 0);
            Load full = Load.run(server, "/json", connections, number("seconds"), 0);
            double pause = 1000.0 * connections / (full.rate() / 2);
            say(String.format("%s: %.0f answers a second at most; then half of it, %d connections:", server.engine(), full.rate(), connections));
            say("");
            say("| minutes | answers a second | 99 of 100 within | memory | errors |");
            say("|--:|--:|--:|--:|--:|");
            for (int minutes = 0; minutes < number("soak"); minutes += 5) {
                Load load = Load.run(server, "/json", connections, 300, pause);
                good &= load.errors() == 0 && server.isAlive();
                say(String.format("| %d | %.0f | %.1f ms | %d MB | %d |", minutes + 5, load.rate(), load.latency99(), server.memory() >> 20, load.errors()));
            }
        }
        return good;
    }

    private void idle() throws IOException, InterruptedException {
        say("| engine | connections | still answer | memory before | after | for each | processor time of 30 idle seconds |");
        say("|---|--:|--:|--:|--:|--:|--:|");
        for (String engine : options.get("engines").split(",")) {
            try (Server server = start(engine); IdleConnections connections = new IdleConnections()) {
                // What the first connections bring is not theirs alone.
                connections.open(server, 500);
                long before = server.memory();
                int count = number("idle");
                connections.open(server, count);
                Thread.sleep(2000);
                long after = server.memory();
                long ticks = server.processorTicks();
                Thread.sleep(30_000);
                ticks = server.processorTicks() - ticks;
                say(String.format("| %s | %d | %d | %d MB | %d MB | %.1f KB | %d ms |", server.engine(), count + 500, connections.stillAnswer(), before >> 20, after >> 20,
                        (after - before) / 1024.0 / count, ticks * 10));
            }
        }
    }
}
