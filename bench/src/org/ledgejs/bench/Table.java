package org.ledgejs.bench;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results as Markdown. */
final class Table {

    private Table() {
    }

    static String of(Results results) {
        StringBuilder text = new StringBuilder("# " + String.join(", ", results.engines) + "\n\n");
        text.append("Ratios are to ").append(results.reference).append("; below 1 is better. `bench/README.md` says how to read this.\n\n");
        text.append(summary(results));
        for (Metric metric : Metric.values()) {
            text.append("\n## ").append(metric.description).append("\n\n");
            text.append(details(results, metric));
        }
        if (!results.failures().isEmpty()) {
            text.append("\n## Failures\n\n```\n").append(String.join("\n", results.failures())).append("\n```\n");
        }
        return text.toString();
    }

    /** Geometric means over the programs, a line for each metric. */
    static String summary(Results results) {
        StringBuilder text = new StringBuilder();
        row(text, "geometric mean", results.engines, Function.identity());
        rule(text, results.engines.size());
        for (Metric metric : Metric.values()) {
            row(text, metric.toString(), results.engines, engine -> Results.number(results.meanRatio(metric, engine)));
        }
        row(text, "programs that work", results.engines,
                engine -> Long.toString(results.programs.stream().filter(program -> !results.failed(engine, program)).count()));
        return text.toString();
    }

    private static String details(Results results, Metric metric) {
        List<String> compared = results.engines.stream().filter(engine -> !engine.equals(results.reference)).toList();
        List<String> columns = results.engines.stream().collect(Collectors.toList());
        compared.forEach(engine -> columns.add(engine + " / " + results.reference));
        StringBuilder text = new StringBuilder();
        row(text, "program", columns, Function.identity());
        rule(text, columns.size());
        for (String program : results.programs) {
            row(text, program, columns, column -> {
                int slash = column.indexOf(" / ");
                String engine = slash < 0 ? column : column.substring(0, slash);
                return results.failed(engine, program) ? "failed"
                        : slash >= 0 ? Results.number(results.ratio(metric, engine, program))
                        : Results.number(results.figure(metric, engine, program)) + (metric == Metric.PEAK && results.warming(engine, program) ? " ~" : "");
            });
        }
        row(text, "**geometric mean**", columns, column -> {
            int slash = column.indexOf(" / ");
            return slash < 0 ? "" : "**" + Results.number(results.meanRatio(metric, column.substring(0, slash))) + "**";
        });
        return text.toString();
    }

    private static void row(StringBuilder text, String head, List<String> columns, Function<String, String> cell) {
        text.append("| ").append(head);
        columns.forEach(column -> text.append(" | ").append(cell.apply(column)));
        text.append(" |\n");
    }

    private static void rule(StringBuilder text, int columns) {
        text.append("|---|").append("--:|".repeat(columns)).append('\n');
    }
}
