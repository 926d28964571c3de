package org.ledgejs.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that asked once and are kept. */
final class IdleConnections implements AutoCloseable {
    private static final byte[] REQUEST = "GET /text HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ByteBuffer answer = ByteBuffer.allocate(4096);

    /** Opens so many more, each after the answer of the one before. */
    void open(Server server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel connection = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.port()));
            connections.add(connection);
            ask(connection);
        }
    }

    /** Asks on each once more: how many still answer. */
    int stillAnswer() {
        int answers = 0;
        for (SocketChannel connection : connections) {
            try {
                ask(connection);
                answers++;
            } catch (IOException e) {
                // Closed by the server: it does not count.
            }
        }
        return answers;
    }

    private void ask(SocketChannel connection) throws IOException {
        connection.write(ByteBuffer.wrap(REQUEST));
        answer.clear();
        while (!new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).contains("edge!")) {
            if (connection.read(answer) < 0) {
                throw new IOException("the server closed a connection");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
    }
}
