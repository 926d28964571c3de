package org.ledgejs.node.binding;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.node.NodeRuntime;

/** Binding {@code performance}: the clock of the performance timeline, when what was ready, how the loop spends its time. */
final class PerformanceBinding {
    static final PropertyTable TABLE = new PropertyTable()
            .method("timeOrigin", 0, (realm, thisValue, args) -> Conversions.number(NodeRuntime.of(realm).milestones().timeOrigin()))
            .method("now", 0, (realm, thisValue, args) -> Conversions.number(NodeRuntime.of(realm).milestones().now()))
            .method("milestones", 0, (realm, thisValue, args) -> numbers(realm, NodeRuntime.of(realm).milestones().values()))
            .method("loopMetrics", 0, (realm, thisValue, args) -> numbers(realm, NodeRuntime.of(realm).loop().metrics()));

    private PerformanceBinding() { }

    private static Object numbers(Realm realm, double[] values) {
        Object[] result = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Conversions.number(values[i]);
        }
        return JSArray.create(realm, result);
    }
}
