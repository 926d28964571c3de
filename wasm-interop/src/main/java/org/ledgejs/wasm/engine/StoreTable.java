package org.ledgejs.wasm.engine;

import run.endive.runtime.Instance;
import run.endive.runtime.TableInstance;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableLimits;

import java.util.Arrays;

/**
 * A table as the engine sees it, with functions where the engine's own has numbers whose meaning depends on who put
 * them there. What the engine reads is relative to the instance that runs.
 */
final class StoreTable extends TableInstance {

    private static final int SMALLEST_GROWTH = 8;

    private final WasmStore store;
    private final long maximum;
    private final boolean holdsFunctions;
    private Object[] elements;
    private int size;
    private WasmTable facade;

    StoreTable(WasmStore store, Table table, Object initial) {
        // the engine's own arrays stay empty, and its limits are those of this table alone
        super(new Table(table.elementType(), new TableLimits(0, table.limits().max())), -1);
        this.store = store;
        maximum = table.limits().max();
        holdsFunctions = ValueType.of(table.elementType()).kind() == ValueType.Kind.FUNCREF;
        checkSize(store, table.limits().min());
        size = (int) table.limits().min();
        try {
            elements = new Object[size];
        } catch (OutOfMemoryError e) {
            throw new WasmRangeException("could not allocate a table of " + size + " elements");
        }
        Arrays.fill(elements, initial);
    }

    static void checkSize(WasmStore store, long elements) {
        if (elements > store.options().tableElements()) {
            throw new WasmRangeException("a table of " + elements + " elements is larger than the limit of "
                    + store.options().tableElements());
        }
    }

    WasmTable facade() {
        if (facade == null) {
            facade = WasmTable.of(this);
        }
        return facade;
    }

    void setFacade(WasmTable facade) {
        this.facade = facade;
    }

    long declaredMaximum() {
        return maximum >= TableLimits.LIMIT_MAX ? ExternType.UNBOUNDED : maximum;
    }

    Object read(int index) {
        return elements[index];
    }

    void write(int index, Object value) {
        elements[index] = value;
    }

    int grow(long count, Object value) {
        if (count < 0 || count > Math.min(maximum, store.options().tableElements()) - size) {
            return -1;
        }
        long wanted = size + count;
        int before = size;
        if (wanted > elements.length) {
            long capacity = Math.min(Math.max(size + size / 2L, SMALLEST_GROWTH), maximum);
            try {
                elements = Arrays.copyOf(elements, (int) Math.max(wanted, capacity));
            } catch (OutOfMemoryError e) {
                return -1;
            }
        }
        size = (int) wanted;
        Arrays.fill(elements, before, size, value);
        return before;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public TableLimits limits() {
        return new TableLimits(size, maximum);
    }

    @Override
    public int grow(int count, int reference, Instance instance) {
        return grow(count, store.current().function(reference));
    }

    @Override
    public int growWithRef(int count, Object value, Instance instance) {
        return grow(count, value);
    }

    /** What denotes the element to the running instance, for {@code table.get}. */
    @Override
    public int ref(int index) {
        Object element = element(index, "undefined element");
        return holdsFunctions ? store.current().reference((WasmFunction) element) : element == null ? -1 : 0;
    }

    /** The index within {@link #instance} of the function to call, for {@code call_indirect}. */
    @Override
    public int requiredRef(int index) {
        WasmFunction function = (WasmFunction) element(index, "undefined element");
        if (function == null) {
            throw new WasmEngineException("uninitialized element " + index);
        }
        int local = store.current().localIndex(function);
        if (local < 0) {
            store.current().bridge(function);
            return 0;
        }
        return local;
    }

    /** Where to call the element, for {@code call_indirect}; other users of the engine ignore it. */
    @Override
    public Instance instance(int index) {
        WasmInstance current = store.current();
        if (!holdsFunctions || !(elements[index] instanceof WasmFunction function)
                || current.localIndex(function) >= 0) {
            return current.engine();
        }
        return current.bridgeIfAny(function);
    }

    @Override
    public Object objRef(int index) {
        return element(index, "out of bounds table access");
    }

    @Override
    public void setRef(int index, int reference, Instance instance) {
        checkBounds(index);
        elements[index] = store.current().function(reference);
    }

    @Override
    public void setObjRef(int index, Object value, Instance instance) {
        checkBounds(index);
        elements[index] = value;
    }

    @Override
    public void reset() {
        Arrays.fill(elements, null);
    }

    private void checkBounds(int index) {
        if (index < 0 || index >= size) {
            throw new UninstantiableException("out of bounds table access");
        }
    }

    private Object element(int index, String problem) {
        if (index < 0 || index >= size) {
            throw new WasmEngineException(problem);
        }
        return elements[index];
    }
}
