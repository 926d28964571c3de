package org.ledgejs.wasm.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The filter of the gateway example, as the build has assembled it. */
class GatewayFilterTest {

    private WasmInstance filter;
    private int samples;

    @BeforeEach
    void load() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("../examples/gateway/filter.wasm"));
        filter = new WasmStore().instantiate(WasmEngine.compile(bytes), List.of());
        samples = (int) ((WasmGlobal) filter.exports().get("samples")).get();
    }

    private double filter(String name, double... values) {
        WasmMemory memory = (WasmMemory) filter.exports().get("memory");
        ByteBuffer.wrap(memory.bytes()).order(ByteOrder.LITTLE_ENDIAN).position(samples).slice()
                .order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().put(values);
        return (double) Wat.call(filter, name, samples, values.length);
    }

    @Test
    void smoothIsAnExponentiallyWeightedMean() {
        assertEquals(20, filter("smooth", 20, 20, 20));
        assertEquals(10 + 0.25 * 10, filter("smooth", 10, 20));
        assertEquals(12.5 + 0.25 * (20 - 12.5), filter("smooth", 10, Double.NaN, 20, 20));
        ((WasmGlobal) filter.exports().get("alpha")).set(1.0);
        assertEquals(3, filter("smooth", 1, 2, 3));
        assertEquals(Double.NaN, filter("smooth"));
    }

    @Test
    void trimmedForgetsOneSpikeOnEachSide() {
        assertEquals(21, filter("trimmed", 20, 21, 1000, 22, -1000));
        assertEquals(5, filter("trimmed", 4, 6));
        assertEquals(7, filter("trimmed", Double.NaN, 7));
        assertEquals(Double.NaN, filter("trimmed"));
    }

    @Test
    void spreadIsTheDistanceOfTheExtremes() {
        assertEquals(8, filter("spread", 3, -1, 7));
        assertEquals(0, filter("spread", 3));
        assertEquals(Double.NaN, filter("spread", Double.NaN));
    }

    @Test
    void samplesOutsideOfTheMemoryTrap() {
        assertThrows(WasmTrapException.class, () -> Wat.call(filter, "smooth", 65532, 1));
        assertThrows(WasmTrapException.class, () -> Wat.call(filter, "smooth", -8, 1));
    }
}
