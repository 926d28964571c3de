package org.ledgejs.node.binding.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.ledgejs.node.binding.UvErrors;

/** What happens to connections when the process has no descriptor left. */
@Timeout(30)
class SpareDescriptorTest {
    private static boolean wasTurnedAway(Socket client) throws IOException {
        try {
            return client.getInputStream().read() == -1;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void allWhoWaitAreTurnedAwayEachTime() throws IOException {
        SpareDescriptor spare = new SpareDescriptor();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
            for (int round = 0; round < 2; round++) {
                try (Socket one = new Socket(address.getAddress(), address.getPort()); Socket two = new Socket(address.getAddress(), address.getPort())) {
                    assertTrue(spare.turnAway(server));
                    assertTrue(wasTurnedAway(one));
                    assertTrue(wasTurnedAway(two));
                }
                assertNull(server.accept());
            }
        } finally {
            spare.close();
        }
    }

    @Test
    void withoutOneNobodyIsTurnedAwayAndTheNextIsTaken() throws IOException {
        SpareDescriptor spare = new SpareDescriptor();
        spare.close();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            assertFalse(spare.turnAway(server));
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            assertTrue(spare.turnAway(server));
        } finally {
            spare.close();
        }
    }

    @Test
    void theSystemsTextTellsThatThereAreNone() {
        assertEquals(UvErrors.EMFILE, SocketErrors.status(new IOException("Too many open files")));
        assertEquals(UvErrors.number("ENFILE"), SocketErrors.status(new IOException("Too many open files in system")));
    }
}
