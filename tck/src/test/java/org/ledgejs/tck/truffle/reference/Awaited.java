package org.ledgejs.tck.truffle.reference;

import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * What awaiting a value comes to. The promises among the values are settled.
 *
 * @param value what it is fulfilled or rejected with
 */
public record Awaited(boolean rejected, Operand value) {

    public static Awaited of(Operand x) {
        if (!x.isObject() || x.object().getMetaObject() == null || !x.object().getMetaObject().getMetaSimpleName().equals("Promise")) {
            return new Awaited(false, x);
        }
        List<Awaited> outcome = new ArrayList<>();
        x.object().invokeMember("then", settled(outcome, false), settled(outcome, true));
        return outcome.getFirst();
    }

    private static ProxyExecutable settled(List<Awaited> outcome, boolean rejected) {
        return (Value... arguments) -> outcome.add(new Awaited(rejected, Operand.of(arguments[0])));
    }
}
