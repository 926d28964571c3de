package org.ledgejs.wasm.engine;

import run.endive.wasm.types.MemoryLimits;

/** A linear memory: one Java array of whole pages of 64 KiB, a new one each time it grows. */
public final class WasmMemory extends WasmObject {

    /** Called each time a memory has grown, be it by nothing; what refers to {@code before} has to let go of it. */
    @FunctionalInterface
    public interface GrowthListener {
        void grown(byte[] before, byte[] after);
    }

    public static final int PAGE_BYTES = 65_536;

    private final FlatMemory engine;
    private GrowthListener listener;

    /**
     * A memory of the host.
     *
     * @param minimum pages
     * @param maximum pages, or {@link ExternType#UNBOUNDED}
     * @throws WasmRangeException if so much memory is not to be had
     */
    public WasmMemory(WasmStore store, long minimum, long maximum, boolean shared) {
        engine = new FlatMemory(store, limits(minimum, maximum, shared));
        engine.setFacade(this);
    }

    private WasmMemory(FlatMemory engine) {
        this.engine = engine;
    }

    static WasmMemory of(FlatMemory engine) {
        return new WasmMemory(engine);
    }

    private static MemoryLimits limits(long minimum, long maximum, boolean shared) {
        long most = maximum == ExternType.UNBOUNDED ? MemoryLimits.MAX_PAGES : maximum;
        if (minimum < 0 || minimum > most || most > MemoryLimits.MAX_PAGES) {
            throw new WasmRangeException("invalid memory limits");
        }
        return new MemoryLimits((int) minimum, (int) most, shared);
    }

    @Override
    public ExternType.Memory type() {
        return new ExternType.Memory(engine.pages(), engine.declaredMaximum(), engine.shared());
    }

    /** The memory itself, not a copy; valid until the memory grows. */
    public byte[] bytes() {
        return engine.bytes();
    }

    /** The memory's length in bytes; less than the array's if the memory is shared. */
    public int byteLength() {
        return engine.pages() * PAGE_BYTES;
    }

    public int pages() {
        return engine.pages();
    }

    public boolean isShared() {
        return engine.shared();
    }

    /** @return the pages there were before, or -1 if that many are not to be had */
    public int grow(long pages) {
        return pages < 0 || pages > MemoryLimits.MAX_PAGES ? -1 : engine.grow((int) pages);
    }

    public void setGrowthListener(GrowthListener listener) {
        this.listener = listener;
    }

    void grown(byte[] before, byte[] after) {
        if (listener != null) {
            listener.grown(before, after);
        }
    }

    FlatMemory engine() {
        return engine;
    }
}
