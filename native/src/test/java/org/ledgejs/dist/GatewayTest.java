package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example program, whole: from its source, from its image, and where things go wrong. */
class GatewayTest {

    private static final Path SOURCE = Path.of(System.getProperty("basedir", ""), "..", "examples", "gateway", "gateway.mjs").toAbsolutePath().normalize();
    private static final String[] THREE = {"--samples", "3", "--interval", "10", "--port", "0"};

    @TempDir
    private Path folder;

    private static String[] line(List<String> first) {
        List<String> all = new java.util.ArrayList<>(first);
        all.addAll(List.of(THREE));
        return all.toArray(String[]::new);
    }

    private Path image() throws Exception {
        Path image = folder.resolve("gateway.wasm");
        Installed.named("ledge").run("build", SOURCE.toString(), "-o", image.toString()).succeeded();
        return image;
    }

    @Test
    void anImageReadsTheSameAndParsesNothing() throws Exception {
        Installed.Run source = Installed.named("ledge").run(line(List.of("--log.ledge.level=FINE", SOURCE.toString()))).succeeded();
        Installed.Run packed = Installed.named("ledge").run(line(List.of("--log.ledge.level=FINE", image().toString()))).succeeded();
        assertEquals(3, source.out().lines().filter(reading -> reading.contains("\"temperature\"")).count(), source.out());
        assertEquals(source.out(), packed.out());
        assertTrue(source.err().contains("parsed file://"), source.err());
        assertFalse(packed.err().contains("parsed"), packed.err());
    }

    @Test
    void anAlteredImageIsRefusedBeforeAnythingRuns() throws Exception {
        byte[] bytes = Files.readAllBytes(image());
        bytes[bytes.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("altered.wasm"), bytes);
        Installed.Run run = Installed.named("ledge").run(altered.toString());
        assertEquals(1, run.status());
        assertEquals("", run.out());
        assertTrue(run.err().contains("Image altered: digest mismatch"), run.err());
        Path truncated = Files.write(folder.resolve("truncated.wasm"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(1, Installed.named("ledge").run(truncated.toString()).status());
    }

    @Test
    void aSensorThatDoesNotAnswerIsLoggedAndTheProgramGoesOn() throws Exception {
        Path board = Files.writeString(folder.resolve("bare.board"), """
                board   without a sensor
                pins    0..53
                led     17
                button  27
                i2c     1 data 2 clock 3
                """);
        Installed.Run run = Installed.named("ledge").run(line(List.of("--vm.Dledge.board=" + board, SOURCE.toString()))).succeeded();
        assertEquals(3, run.out().lines().filter(text -> text.contains("\"error\":\"EREMOTEIO")).count(), run.out());
    }

    @Test
    void aPortInUseEndsItWithOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("::"))) {
            Installed.Run run = Installed.named("ledge").run(SOURCE.toString(), "--samples", "3", "--interval", "10",
                    "--port", Integer.toString(taken.getLocalPort()));
            assertEquals(1, run.status(), run.out() + run.err());
            assertTrue(run.err().contains("EADDRINUSE"), run.err());
        }
    }
}
