package org.ledgejs.node.binding.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.ledgejs.language.runtime.EventLoop.Handle;
import org.ledgejs.node.loop.NettyPoller;
import org.ledgejs.node.loop.NodeEventLoop;

/** The loop and Netty's channels together, without a program. */
@Timeout(30)
class SocketLoopTest {
    private final NodeEventLoop loop = new NodeEventLoop();
    private final Handle alive = loop.open();
    private int timers;

    SocketLoopTest() {
        loop.setPhases(new NodeEventLoop.Phases() {
            @Override
            public void timers() {
                timers++;
            }

            @Override
            public boolean hasImmediates() {
                return false;
            }

            @Override
            public boolean hasReferencedImmediates() {
                return false;
            }

            @Override
            public void immediates() { }

            @Override
            public void jobs() { }

            @Override
            public void finished() { }

            @Override
            public void failed(RuntimeException exception) {
                throw exception;
            }
        });
    }

    @AfterEach
    void close() {
        alive.close();
        loop.close();
    }

    private int turnsUntil(BooleanSupplier condition) {
        int turns = 0;
        while (!condition.getAsBoolean()) {
            loop.turn();
            turns++;
        }
        return turns;
    }

    /** A server that sends back what it reads and ends when its peer does. */
    private ListenChannel echo() throws IOException {
        NettyPoller poller = loop.sockets();
        ListenChannel server = new ListenChannel(ServerSocketChannel.open(StandardProtocolFamily.INET), poller, 50);
        server.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                StreamChannel connection = (StreamChannel) accepted;
                connection.pipeline().addLast(new Echo());
                poller.register(connection, connection.socket());
                connection.config().setAutoRead(true);
            }
        });
        poller.register(server, server.socket());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return server;
    }

    private static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf copy = Unpooled.copiedBuffer((ByteBuf) message);
            ((ByteBuf) message).release();
            context.writeAndFlush(copy);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof ChannelInputShutdownEvent) {
                context.close();
            }
        }
    }

    @Test
    void aServerAnswersAndSeesTheEndOfInput() throws Exception {
        SocketAddress address = echo().localAddress0();
        byte[] sent = new byte[300_000];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) (i * 31);
        }
        CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> {
            try (Socket client = new Socket()) {
                client.connect(address);
                Thread.ofVirtual().start(() -> {
                    try {
                        client.getOutputStream().write(sent);
                        client.shutdownOutput();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
                return client.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        received.whenComplete((bytes, failure) -> loop.post(() -> { }));
        turnsUntil(received::isDone);
        assertArrayEquals(sent, received.get());
    }

    @Test
    void aRefusedConnectionFails() throws Exception {
        int port;
        try (ServerSocketChannel free = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            port = ((InetSocketAddress) free.getLocalAddress()).getPort();
        }
        StreamChannel client = new StreamChannel(null, SocketChannel.open(StandardProtocolFamily.INET), loop.sockets());
        loop.sockets().register(client, client.socket());
        var outcome = client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        turnsUntil(outcome::isDone);
        assertEquals(-111, SocketErrors.status(outcome.cause()));
    }

    @Test
    void aPortInUseFails() throws Exception {
        SocketAddress taken = echo().localAddress0();
        ListenChannel second = new ListenChannel(ServerSocketChannel.open(StandardProtocolFamily.INET), loop.sockets(), 50);
        loop.sockets().register(second, second.socket());
        assertEquals(-98, SocketErrors.status(second.bind(taken).cause()));
        second.close();
    }

    @Test
    void armingTheTimerDoesNotKeepTheLoopAlive() {
        alive.close();
        loop.armTimer(loop.now() + 60_000);
        assertFalse(loop.isAlive());
        loop.setTimerReferenced(true);
        loop.armTimer(loop.now() + 30_000);
        assertTrue(loop.isAlive());
    }

    @Test
    void anIdleServerSleepsUntilItsTimer() throws Exception {
        echo();
        loop.updateNow();
        loop.armTimer(loop.now() + 100, true);
        int turns = turnsUntil(() -> timers > 0);
        assertTrue(turns <= 4, turns + " turns in 100 ms");
    }

    @Test
    void otherThreadsWakeALoopThatWaitsForSockets() throws Exception {
        echo();
        boolean[] ran = new boolean[1];
        for (int i = 0; i < 200; i++) {
            CountDownLatch start = new CountDownLatch(1);
            ran[0] = false;
            Thread poster = Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                loop.post(() -> ran[0] = true);
            });
            start.countDown();
            turnsUntil(() -> ran[0]);
            poster.join();
        }
    }

    @Test
    void anEventMayThrowThroughTheLoop() throws Exception {
        echo();
        loop.sockets().deliver(() -> {
            throw new IllegalStateException("ends the program");
        });
        boolean[] next = new boolean[1];
        loop.sockets().deliver(() -> next[0] = true);
        assertThrows(IllegalStateException.class, loop::turn);
        assertFalse(next[0]);
    }

    @Test
    void closingLeavesNoSocketAndNoThread() throws Exception {
        SocketAddress address = echo().localAddress0();
        try (SocketChannel client = SocketChannel.open(address)) {
            turnsUntil(() -> loop.sockets().group() != null && client.isConnected());
            assertTrue(loop.sockets().hasChannels());
            // From another thread, as a context may be closed.
            Thread closer = Thread.ofPlatform().start(loop::close);
            closer.join();
            assertFalse(loop.sockets().hasChannels());
            assertThrows(IOException.class, () -> SocketChannel.open(address));
        }
        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().contains("EventLoop") || t.getName().contains("globalEventExecutor")));
    }
}
