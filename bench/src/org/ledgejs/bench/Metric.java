package org.ledgejs.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is told about a program on an engine. Smaller is better in all of them. */
enum Metric {
    PEAK("peak: milliseconds of an iteration, the median of the last third of them") {
        @Override
        OptionalDouble of(Run run) {
            List<Double> times = run.times();
            return median(times.subList(times.size() - Math.max(1, times.size() / 3), times.size()));
        }
    },
    FIRST("first: milliseconds of the first ten iterations together") {
        @Override
        OptionalDouble of(Run run) {
            return run.times().size() < Run.FIRST ? OptionalDouble.empty()
                    : OptionalDouble.of(run.times().subList(0, Run.FIRST).stream().mapToDouble(Double::doubleValue).sum());
        }
    },
    CPU("cpu: processor seconds of the whole process until the tenth iteration is over, its compiler's and collector's threads included") {
        @Override
        OptionalDouble of(Run run) {
            return run.firstCpuSeconds();
        }
    },
    MEMORY("memory: the most the process had in memory, in MB") {
        @Override
        OptionalDouble of(Run run) {
            return run.megabytes();
        }
    };

    final String description;

    Metric(String description) {
        this.description = description;
    }

    static Metric named(String name) {
        for (Metric metric : values()) {
            if (metric.toString().equals(name)) {
                return metric;
            }
        }
        throw new Options.UsageException("no metric is called " + name);
    }

    /** The figure of a run that succeeded; nothing where the run was too short or the system does not tell. */
    abstract OptionalDouble of(Run run);

    /** The median over the runs of one program on one engine. */
    OptionalDouble of(List<Run> runs) {
        return median(runs.stream().filter(Run::succeeded).map(this::of).filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble).toList());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OptionalDouble median(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    static OptionalDouble geometricMean(List<Double> values) {
        OptionalDouble mean = values.stream().mapToDouble(Math::log).average();
        return mean.isPresent() ? OptionalDouble.of(Math.exp(mean.getAsDouble())) : mean;
    }
}
