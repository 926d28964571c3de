package org.ledgejs.hardware.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options from a Java map, noting what is read. */
final class MapOptions implements OptionReader {

    static final Object NULL = new Object();

    final List<String> reads = new ArrayList<>();
    private final Map<String, Object> values;

    MapOptions(Map<String, Object> values) {
        this.values = values;
    }

    @Override
    public Object get(String name) {
        reads.add(name);
        return values.get(name);
    }

    @Override
    public double toNumber(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public boolean toBoolean(Object value) {
        return value == Boolean.TRUE;
    }

    @Override
    public String asString(Object value) {
        return value instanceof String text ? text : null;
    }

    @Override
    public boolean isNull(Object value) {
        return value == NULL;
    }

    @Override
    public boolean isCallable(Object value) {
        return value instanceof Runnable;
    }
}
