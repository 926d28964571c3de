package org.ledgejs.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class HotSpotHeapTest {
    /** In a machine of its own, begun as the command begins it: what it may have before, with room, and after that. */
    static final class Probe {
        public static void main(String[] args) {
            HotSpotHeap heap = new HotSpotHeap();
            byte[][] alive = new byte[20][1 << 20];
            System.gc();
            System.out.print(megabytes());
            System.out.print(heap.grow() ? " " : " no room ");
            System.out.print(megabytes());
            heap.giveBack();
            System.out.print(" " + megabytes() + " " + (heap.collectionMillis() > 0 && alive.length > 0));
        }

        private static long megabytes() {
            return Runtime.getRuntime().totalMemory() >> 20;
        }
    }

    private static String[] probe(String... flags) throws Exception {
        String[] command = {ProcessHandle.current().info().command().orElseThrow(), "-Xms80m", "-XX:NewRatio=1", "-XX:SurvivorRatio=4", "-XX:-ShrinkHeapInSteps",
                "-cp", System.getProperty("java.class.path")};
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.command().addAll(List.of(flags));
        builder.command().add(Probe.class.getName());
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), out);
        return out.split(" ");
    }

    @Test
    void growsAndShrinksWhileTheMachineRuns() throws Exception {
        String[] sizes = probe("-XX:+UseSerialGC", "-Xmx1g");
        assertTrue(Integer.parseInt(sizes[0]) < 100, String.join(" ", sizes));
        assertTrue(Integer.parseInt(sizes[1]) > 300, String.join(" ", sizes));
        assertTrue(Integer.parseInt(sizes[2]) < 150, String.join(" ", sizes));
    }

    @Test
    void takesNoMoreThanAShareOfASmallDevice() throws Exception {
        assertEquals("no", probe("-XX:+UseSerialGC", "-Xmx128m")[1]);
    }

    @Test
    void leavesOtherCollectorsAlone() throws Exception {
        assertEquals("no", probe("-XX:+UseParallelGC", "-Xmx1g")[1]);
    }
}
