package org.ledgejs.wasm.engine;

import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

/** A table of references. */
public final class WasmTable extends WasmObject {

    private final StoreTable engine;

    /**
     * A table of the host.
     *
     * @param maximum elements, or {@link ExternType#UNBOUNDED}
     * @param initial what all elements are at first
     * @throws WasmRangeException if the store does not allow a table of that size
     */
    public WasmTable(WasmStore store, ValueType element, long minimum, long maximum, Object initial) {
        long most = maximum == ExternType.UNBOUNDED ? TableLimits.LIMIT_MAX : maximum;
        Table table = new Table(element.toEngine(), new TableLimits(Math.min(minimum, most), most));
        StoreTable.checkSize(store, minimum);
        engine = new StoreTable(store, table, initial);
        engine.setFacade(this);
    }

    private WasmTable(StoreTable engine) {
        this.engine = engine;
    }

    static WasmTable of(StoreTable engine) {
        return new WasmTable(engine);
    }

    @Override
    public ExternType.Table type() {
        long maximum = engine.declaredMaximum();
        return new ExternType.Table(ValueType.of(engine.elementType()), engine.size(), maximum);
    }

    public int size() {
        return engine.size();
    }

    /** @throws WasmRangeException if there is no such element */
    public Object get(long index) {
        checkIndex(index);
        return engine.read((int) index);
    }

    /** @throws WasmRangeException if there is no such element */
    public void set(long index, Object value) {
        checkIndex(index);
        engine.write((int) index, value);
    }

    /**
     * Adds elements that are all {@code value}.
     *
     * @return the size before, or -1 if that many are not to be had
     */
    public int grow(long count, Object value) {
        return engine.grow(count, value);
    }

    private void checkIndex(long index) {
        if (index < 0 || index >= engine.size()) {
            throw new WasmRangeException("invalid address " + index + " in " + engine.elementType().name()
                    + " table of size " + engine.size());
        }
    }

    StoreTable engine() {
        return engine;
    }
}
