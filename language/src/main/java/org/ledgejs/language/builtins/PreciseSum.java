package org.ledgejs.language.builtins;

import java.math.BigDecimal;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.ObjectOperations;

/** Math.sumPrecise (ECMA-262 §21.3.2.36): the sum rounded once. */
final class PreciseSum {
    private BigDecimal exact = BigDecimal.ZERO;
    private boolean onlyMinusZero = true;
    /** Infinities and NaN seen, added as doubles: their sum is exact. */
    private double special;

    private PreciseSum() { }

    static Object of(Object items) {
        ObjectOperations.requireObjectCoercible(items);
        PreciseSum sum = new PreciseSum();
        Iteration.forEach(items, item -> {
            if (!(item instanceof Number number)) {
                throw Errors.typeError("Math.sumPrecise: " + Errors.describe(item) + " is not a number");
            }
            sum.add(number.doubleValue());
        });
        return sum.result();
    }

    private void add(double value) {
        if (!Double.isFinite(value)) {
            special += value;
        } else if (value != 0) {
            exact = exact.add(new BigDecimal(value));
            onlyMinusZero = false;
        } else if (1 / value > 0) {
            onlyMinusZero = false;
        }
    }

    private Object result() {
        if (special != 0 || Double.isNaN(special)) {
            return special;
        }
        return onlyMinusZero ? (Object) (-0.0) : Conversions.number(exact.doubleValue());
    }
}
