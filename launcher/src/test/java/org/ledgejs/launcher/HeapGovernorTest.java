package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class HeapGovernorTest {
    private final FakeHeap heap = new FakeHeap();
    private final HeapGovernor governor = new HeapGovernor(heap, 0);
    private long now;

    private static final class FakeHeap implements HeapGovernor.Heap {
        long millis;
        int asked;
        int grown;
        int givenBack;
        boolean mayGrow = true;

        @Override
        public long collectionMillis() {
            asked++;
            return millis;
        }

        @Override
        public boolean grow() {
            grown++;
            return mayGrow;
        }

        @Override
        public void giveBack() {
            givenBack++;
        }
    }

    /** Collections at equal distances, each of which takes a time. */
    private void collections(int count, int everyMillis, int takingMillis) {
        for (int i = 0; i < count; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(everyMillis);
            heap.millis += takingMillis;
            governor.collection(now);
        }
    }

    @Test
    void aProgramThatKeepsTheCollectorBusyGetsRoom() {
        collections(600, 25, 2);
        assertEquals(1, heap.grown);
    }

    @Test
    void nothingGrowsInTheFirstSeconds() {
        collections(200, 25, 2);
        assertEquals(0, heap.grown);
        assertEquals(0, heap.asked, "the classes of management are not even loaded");
    }

    @Test
    void collectionsThatCostLittleOrAreFewAreLeftAlone() {
        collections(10_000, 200, 20);
        assertEquals(0, heap.asked);
        collections(10_000, 100, 1);
        assertEquals(0, heap.grown);
    }

    @Test
    void roomIsGivenBackOnceNothingIsCollectedAndCanBeHadAgain() {
        collections(600, 25, 2);
        collections(600, 25, 2);
        governor.calm(now);
        assertEquals(1, heap.grown);
        assertEquals(1, heap.givenBack);
        collections(600, 25, 2);
        assertEquals(2, heap.grown);
    }

    @Test
    void whereThereIsNoRoomItIsAskedForOnce() {
        assertFalse(governor.isDone());
        heap.mayGrow = false;
        collections(600, 25, 2);
        assertTrue(governor.isDone());
    }
}
