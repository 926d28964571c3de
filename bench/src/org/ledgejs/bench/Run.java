package org.ledgejs.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One process that ran one program.
 *
 * @param times milliseconds of each iteration, less the share of time in which its thread had no processor
 * @param firstCpuSeconds processor seconds of the process up to the end of iteration number {@link #FIRST}, or all of them without a driver
 * @param readyMillis from the start of the process to the first iteration
 * @param waitedMillis how long the program's thread could have run but had no processor, over all iterations
 * @param failure why it failed, with what it said last; null if it did not
 */
record Run(List<Double> times, OptionalDouble firstCpuSeconds, OptionalDouble megabytes, double readyMillis, double waitedMillis,
        String failure) {

    /** How many iterations count as warming up. */
    static final int FIRST = 10;

    boolean succeeded() {
        return failure == null;
    }

    /** Whether it was still getting faster: the last third is clearly faster than the one before it, so the peak lies further on. */
    boolean warming() {
        int third = times.size() / 3;
        return third > 0 && Metric.median(times.subList(times.size() - 2 * third, times.size() - third)).getAsDouble()
                > 1.15 * Metric.median(times.subList(times.size() - third, times.size())).getAsDouble();
    }
}
