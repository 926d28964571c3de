package org.ledgejs.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The results as JSON: for each program and engine its runs, with every iteration's milliseconds. */
final class Json {

    private Json() {
    }

    static String of(Results results) {
        StringBuilder text = new StringBuilder("{\n  \"system\": ").append(string(system())).append(",\n  \"reference\": ").append(string(results.reference));
        text.append(",\n  \"programs\": {");
        text.append(results.programs.stream().map(program -> "\n    " + string(program) + ": {" + engines(results, program) + "\n    }").collect(Collectors.joining(",")));
        return text.append("\n  }\n}\n").toString();
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors";
    }

    private static String engines(Results results, String program) {
        return results.engines.stream().map(engine -> "\n      " + string(engine) + ": ["
                + results.runs(engine, program).stream().map(Json::run).collect(Collectors.joining(",\n        ")) + "]").collect(Collectors.joining(","));
    }

    private static String run(Run run) {
        String figures = List.of(Metric.values()).stream()
                .map(metric -> string(metric.toString()) + ": " + number(run.succeeded() ? metric.of(run) : OptionalDouble.empty())).collect(Collectors.joining(", "));
        String times = run.times().stream().map(time -> number(OptionalDouble.of(time))).collect(Collectors.joining(","));
        return "{" + figures + ", \"ready\": " + number(OptionalDouble.of(run.readyMillis())) + ", \"waited\": " + number(OptionalDouble.of(run.waitedMillis()))
                + ", \"failure\": " + (run.failure() == null ? "null" : string(run.failure())) + ", \"times\": [" + times + "]}";
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "null" : String.format(Locale.ROOT, "%.3f", value.getAsDouble());
    }

    private static String string(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}
