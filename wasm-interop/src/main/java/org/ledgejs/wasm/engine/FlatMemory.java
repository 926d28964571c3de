package org.ledgejs.wasm.engine;

import run.endive.runtime.ConstantEvaluators;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmRuntimeException;
import run.endive.wasm.UninstantiableException;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.PassiveDataSegment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * A memory as the engine sees it, on one array, so that an array buffer can be the same bytes. The array's own
 * bounds check is the memory's. A shared memory cannot move while others look at it: its array has the maximum's
 * length from the start.
 */
final class FlatMemory implements Memory {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);
    private static final VarHandle FLOAT = view(float[].class);
    private static final VarHandle DOUBLE = view(double[].class);

    private final MemoryLimits limits;
    private final int mostPages;
    private final WaitList waiters;
    /** The segments of every instance that uses this memory; the engine's own memories know those of the last. */
    private final Map<Instance, DataSegment[]> segments = new WeakHashMap<>();
    private final WasmStore store;
    private byte[] bytes;
    private volatile int pages;
    private WasmMemory facade;

    FlatMemory(WasmStore store, MemoryLimits limits) {
        this.store = store;
        this.limits = limits;
        this.mostPages = Math.min(limits.maximumPages(), store.options().memoryPages());
        this.pages = limits.initialPages();
        this.waiters = limits.shared() ? new WaitList() : null;
        if (pages > mostPages) {
            throw outOfMemory();
        }
        try {
            bytes = new byte[(limits.shared() ? mostPages : pages) * PAGE_SIZE];
        } catch (OutOfMemoryError e) {
            throw outOfMemory();
        }
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN).withInvokeExactBehavior();
    }

    private WasmRangeException outOfMemory() {
        return new WasmRangeException("could not allocate a memory of " + limits.initialPages() + " pages");
    }

    WasmMemory facade() {
        if (facade == null) {
            facade = WasmMemory.of(this);
        }
        return facade;
    }

    void setFacade(WasmMemory facade) {
        this.facade = facade;
    }

    byte[] bytes() {
        return bytes;
    }

    long declaredMaximum() {
        return limits.maximumPages() == MemoryLimits.MAX_PAGES ? ExternType.UNBOUNDED : limits.maximumPages();
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public int grow(int count) {
        int before = pages;
        if (count < 0 || count > mostPages - before) {
            return -1;
        }
        byte[] old = bytes;
        if (count > 0 && !shared()) {
            try {
                bytes = Arrays.copyOf(old, (before + count) * PAGE_SIZE);
            } catch (OutOfMemoryError e) {
                return -1;
            }
        }
        pages = before + count;
        if (facade != null) {
            facade.grown(old, bytes);
        }
        return before;
    }

    @Override
    public int initialPages() {
        return limits.initialPages();
    }

    @Override
    public int maximumPages() {
        return Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
    }

    @Override
    public boolean shared() {
        return limits.shared();
    }

    @Override
    public void initialize(Instance instance, DataSegment[] data) {
        initialize(instance, data, 0);
    }

    @Override
    public void initialize(Instance instance, DataSegment[] data, int memory) {
        segments.put(instance, data);
        for (int i = 0; i < data.length; i++) {
            if (data[i] instanceof ActiveDataSegment active && active.index() == memory) {
                long[] at = ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions());
                int offset = (int) at[0];
                if (isOutside(offset, active.data().length, bytes.length)) {
                    throw new UninstantiableException("data segment " + i + " is out of bounds (offset "
                            + Integer.toUnsignedString(offset) + " + size " + active.data().length
                            + " > memory_size " + bytes.length + " bytes)");
                }
                System.arraycopy(active.data(), 0, bytes, offset, active.data().length);
                data[i] = PassiveDataSegment.EMPTY;
            }
        }
    }

    @Override
    public void initPassiveSegment(int segment, int to, int from, int size) {
        byte[] data = runningSegments()[segment].data();
        write(to, data, from, size);
    }

    @Override
    public void drop(int segment) {
        runningSegments()[segment] = PassiveDataSegment.EMPTY;
    }

    private DataSegment[] runningSegments() {
        return segments.get(store.current().engine());
    }

    /** A new array is zero already. */
    @Override
    public void zero() {
    }

    private static boolean isOutside(int address, int size, int limit) {
        return (address | size) < 0 || address > limit - size;
    }

    private static void check(int address, int size, int limit) {
        if (isOutside(address, size, limit)) {
            throw outOfBounds();
        }
    }

    private static WasmRuntimeException outOfBounds() {
        return new WasmRuntimeException("out of bounds memory access");
    }

    @Override
    public void write(int address, byte[] data, int offset, int size) {
        check(offset, size, data.length);
        check(address, size, bytes.length);
        System.arraycopy(data, offset, bytes, address, size);
    }

    @Override
    public byte[] readBytes(int address, int size) {
        check(address, size, bytes.length);
        return Arrays.copyOfRange(bytes, address, address + size);
    }

    @Override
    public void fill(byte value, int from, int to) {
        if (from < 0 || to < from || to > bytes.length) {
            throw outOfBounds();
        }
        Arrays.fill(bytes, from, to, value);
    }

    @Override
    public void copy(int to, int from, int size) {
        check(from, size, bytes.length);
        check(to, size, bytes.length);
        System.arraycopy(bytes, from, bytes, to, size);
    }

    @Override
    public byte read(int address) {
        try {
            return bytes[address];
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public void writeByte(int address, byte value) {
        try {
            bytes[address] = value;
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public short readShort(int address) {
        try {
            return (short) SHORT.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public void writeShort(int address, short value) {
        try {
            SHORT.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public long readU16(int address) {
        return Short.toUnsignedLong(readShort(address));
    }

    @Override
    public int readInt(int address) {
        try {
            return (int) INT.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public void writeI32(int address, int value) {
        try {
            INT.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public long readLong(int address) {
        try {
            return (long) LONG.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public void writeLong(int address, long value) {
        try {
            LONG.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public long readF32(int address) {
        return readInt(address);
    }

    @Override
    public float readFloat(int address) {
        try {
            return (float) FLOAT.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public void writeF32(int address, float value) {
        try {
            FLOAT.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public long readF64(int address) {
        return readLong(address);
    }

    @Override
    public double readDouble(int address) {
        try {
            return (double) DOUBLE.get(bytes, address);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    @Override
    public void writeF64(int address, double value) {
        try {
            DOUBLE.set(bytes, address, value);
        } catch (IndexOutOfBoundsException e) {
            throw outOfBounds();
        }
    }

    /** Atomic operations of all agents exclude one another; views on byte arrays offer no finer way. */
    @Override
    @SuppressWarnings("removal")
    public Object lock(int address) {
        return this;
    }

    @Override
    public void atomicFence() {
        VarHandle.fullFence();
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, int expected, long nanos) {
        requireShared();
        return waiters.await(address, () -> atomicReadInt(address) == expected, nanos);
    }

    @Override
    @SuppressWarnings("removal")
    public int waitOn(int address, long expected, long nanos) {
        requireShared();
        return waiters.await(address, () -> atomicReadLong(address) == expected, nanos);
    }

    @Override
    @SuppressWarnings("removal")
    public int notify(int address, int count) {
        check(address, Integer.BYTES, bytes.length);
        return waiters == null ? 0 : waiters.wake(address, count);
    }

    private void requireShared() {
        if (waiters == null) {
            throw new WasmRuntimeException("atomic wait on a memory that is not shared");
        }
    }
}
