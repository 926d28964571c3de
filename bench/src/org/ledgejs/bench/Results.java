package org.ledgejs.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** All runs, by program and engine. */
final class Results {

    final List<String> engines;
    final List<String> programs;
    final String reference;
    private final Map<String, Map<String, List<Run>>> runs = new LinkedHashMap<>();

    Results(List<String> engines, List<String> programs, String reference) {
        this.engines = engines;
        this.programs = programs;
        this.reference = reference;
    }

    void add(String engine, String program, Run run) {
        runs.computeIfAbsent(program, key -> new LinkedHashMap<>()).computeIfAbsent(engine, key -> new ArrayList<>()).add(run);
    }

    List<Run> runs(String engine, String program) {
        return runs.getOrDefault(program, Map.of()).getOrDefault(engine, List.of());
    }

    OptionalDouble figure(Metric metric, String engine, String program) {
        return metric.of(runs(engine, program));
    }

    /** The figure as a multiple of the reference's. */
    OptionalDouble ratio(Metric metric, String engine, String program) {
        OptionalDouble figure = figure(metric, engine, program);
        OptionalDouble base = figure(metric, reference, program);
        return figure.isPresent() && base.isPresent() && figure.getAsDouble() > 0 && base.getAsDouble() > 0
                ? OptionalDouble.of(figure.getAsDouble() / base.getAsDouble()) : OptionalDouble.empty();
    }

    List<Double> ratios(Metric metric, String engine) {
        return programs.stream().map(program -> ratio(metric, engine, program)).filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble).toList();
    }

    OptionalDouble meanRatio(Metric metric, String engine) {
        return Metric.geometricMean(ratios(metric, engine));
    }

    boolean failed(String engine, String program) {
        return runs(engine, program).stream().anyMatch(run -> !run.succeeded());
    }

    boolean warming(String engine, String program) {
        return runs(engine, program).stream().anyMatch(Run::warming);
    }

    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (String program : programs) {
            for (String engine : engines) {
                runs(engine, program).stream().filter(run -> !run.succeeded()).findFirst()
                        .ifPresent(run -> failures.add(program + " failed on " + engine + ": " + run.failure()));
            }
        }
        return failures;
    }

    /** One program on every engine, for whoever watches. */
    String line(String program, Metric metric) {
        return program + ": " + engines.stream()
                .map(engine -> engine + " " + (failed(engine, program) ? "FAILED" : number(figure(metric, engine, program)) + times(ratio(metric, engine, program))))
                .collect(Collectors.joining(", "));
    }

    private static String times(OptionalDouble ratio) {
        return ratio.isPresent() ? " (" + number(ratio) + "×)" : "";
    }

    /** Three digits that count. */
    static String number(OptionalDouble value) {
        if (value.isEmpty()) {
            return "–";
        }
        double number = value.getAsDouble();
        return String.format(Locale.ROOT, number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : number >= 1 ? "%.2f" : "%.3f", number);
    }
}
