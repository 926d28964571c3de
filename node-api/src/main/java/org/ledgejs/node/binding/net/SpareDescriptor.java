package org.ledgejs.node.binding.net;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A descriptor kept for the moment when the process has no other: with it, connections that wait are accepted and closed, so that their clients
 * know and the listening socket is not ready for ever. libuv does the same.
 */
final class SpareDescriptor {
    private FileChannel file = open();

    private static FileChannel open() {
        try {
            return FileChannel.open(Path.of("/dev/null"));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Turns away what waits. @return whether there was a descriptor to do it with */
    boolean turnAway(ServerSocketChannel server) {
        if (file == null) {
            file = open();
            return false;
        }
        close();
        try {
            SocketChannel connection = server.accept();
            while (connection != null) {
                connection.close();
                connection = server.accept();
            }
        } catch (IOException e) {
            // Somebody else took the descriptor; there will be a next time.
        }
        file = open();
        return true;
    }

    void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // Nothing was written.
            }
            file = null;
        }
    }
}
