package org.ledgejs.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The ratios of one metric as bars from the reference's line at 1, on a logarithmic scale, as SVG. */
final class Chart {

    private static final int LABELS = 190;
    private static final int WIDTH = 960;
    private static final int BAR = 9;
    private static final int TOP = 64;
    private static final List<String> COLOURS = List.of("#3366cc", "#dd7711", "#339966", "#aa3377", "#777777", "#bbaa22");
    /** Bars end here: what is further away is written beside them anyway. */
    private static final double LOWEST = 1 / 64.0;
    private static final double HIGHEST = 64;

    private final Results results;
    private final Metric metric;
    private final List<String> engines;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private Chart(Results results, Metric metric) {
        this.results = results;
        this.metric = metric;
        engines = results.engines.stream().filter(engine -> !engine.equals(results.reference)).toList();
        List<Double> ratios = engines.stream().flatMap(engine -> results.ratios(metric, engine).stream()).toList();
        low = Math.max(LOWEST, power(ratios.stream().mapToDouble(Double::doubleValue).min().orElse(1), 0.5, false));
        high = Math.min(HIGHEST, power(ratios.stream().mapToDouble(Double::doubleValue).max().orElse(1), 2, true));
    }

    static String of(Results results, Metric metric) {
        return new Chart(results, metric).draw();
    }

    /** The power of two next to {@code ratio}, at least as far from 1 as {@code nearest}. */
    private static double power(double ratio, double nearest, boolean up) {
        double exponent = Math.log(ratio) / Math.log(2);
        return up ? Math.max(nearest, Math.pow(2, Math.ceil(exponent))) : Math.min(nearest, Math.pow(2, Math.floor(exponent)));
    }

    private String draw() {
        int group = Math.max(1, engines.size()) * BAR + 7;
        int bottom = TOP + (results.programs.size() + 1) * group;
        svg.append(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"11\">%n", WIDTH, bottom + 24));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(10, 20, "start", "#222", metric.description + "; ratio to " + results.reference + ", left is better");
        for (int i = 0; i < engines.size(); i++) {
            rectangle(LABELS + 130 * i, 30, 10, 10, colour(i));
            text(LABELS + 130 * i + 15, 39, "start", "#222", engines.get(i));
        }
        for (double tick = low; tick <= high; tick *= 2) {
            svg.append(String.format(Locale.ROOT, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\"/>%n", x(tick), x(tick), TOP - 6, bottom,
                    tick == 1 ? "#222" : "#ddd"));
            text(x(tick), TOP - 10, "middle", "#555", tick < 1 ? "1/" + Math.round(1 / tick) : Long.toString(Math.round(tick)));
        }
        int y = TOP;
        for (String program : results.programs) {
            text(LABELS - 8, y + group / 2, "end", "#222", program);
            bars(y, program);
            y += group;
        }
        text(LABELS - 8, y + group / 2, "end", "#222", "geometric mean");
        for (int i = 0; i < engines.size(); i++) {
            bar(y + i * BAR, i, results.meanRatio(metric, engines.get(i)));
        }
        return svg.append("</svg>\n").toString();
    }

    private void bars(int y, String program) {
        for (int i = 0; i < engines.size(); i++) {
            if (results.failed(engines.get(i), program)) {
                text(x(1) + 4, y + i * BAR + 8, "start", colour(i), "failed");
            } else {
                bar(y + i * BAR, i, results.ratio(metric, engines.get(i), program));
            }
        }
    }

    private void bar(int y, int engine, OptionalDouble ratio) {
        if (ratio.isPresent()) {
            double end = x(Math.clamp(ratio.getAsDouble(), low, high));
            rectangle(Math.min(end, x(1)), y, Math.max(1, Math.abs(end - x(1))), BAR - 1, colour(engine));
            text(end < x(1) ? end - 3 : end + 3, y + 8, end < x(1) ? "end" : "start", "#555", Results.number(ratio));
        }
    }

    private double x(double ratio) {
        double share = Math.log(ratio / low) / Math.log(high / low);
        return LABELS + 40 + share * (WIDTH - LABELS - 90);
    }

    private static String colour(int engine) {
        return COLOURS.get(engine % COLOURS.size());
    }

    private void rectangle(double x, double y, double width, double height, String colour) {
        svg.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n", x, y, width, height, colour));
    }

    private void text(double x, double y, String anchor, String colour, String content) {
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n", x, y, anchor, colour,
                content.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
