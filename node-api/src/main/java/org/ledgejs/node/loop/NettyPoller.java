package org.ledgejs.node.loop;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.ThreadAwareExecutor;

/**
 * Waits for sockets: a Netty event loop that the agent's own thread turns. What an event means to the program runs after the wait, outside
 * Netty, whose pipelines would keep an exception that ends the program for themselves.
 */
public final class NettyPoller implements Poller {
    /** The longest wait Netty can be asked for without overflow. */
    private static final long LONG_WAIT = TimeUnit.DAYS.toNanos(1);
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    static {
        QuietNetty.prepare();
    }

    private final ManualIoEventLoop loop;
    private final ArrayDeque<Runnable> events = new ArrayDeque<>();
    private final Set<SelectableChannel> open = ConcurrentHashMap.newKeySet();
    private final ReadBuffer readBuffer = new ReadBuffer();
    private IoHandler selector;

    NettyPoller(Thread owner) {
        IoHandlerFactory nio = NioIoHandler.newFactory();
        loop = new ManualIoEventLoop(owner, new IoHandlerFactory() {
            @Override
            public IoHandler newHandler(ThreadAwareExecutor executor) {
                selector = nio.newHandler(executor);
                return selector;
            }
        });
    }

    /** What channels register with. */
    public EventLoopGroup group() {
        return loop;
    }

    /** The one buffer all channels of this loop read into. */
    public ReadBuffer readBuffer() {
        return readBuffer;
    }

    /** Registers a channel, and closes its socket with the loop. */
    public void register(Channel channel, SelectableChannel socket) {
        open.add(socket);
        channel.closeFuture().addListener(closed -> open.remove(socket));
        group().register(channel);
    }

    /** Java lets a socket that a selector knows go with the next selection only; until then a port would still take connections. */
    public void releaseClosed() {
        loop.runNow();
    }

    /** Whether sockets are open. */
    public boolean hasChannels() {
        return !open.isEmpty();
    }

    /** Runs the event on the loop's thread when the present or next wait is over, after those delivered before. */
    public void deliver(Runnable event) {
        events.add(event);
    }

    @Override
    public void poll(long nanos) {
        if (nanos == 0 || !events.isEmpty()) {
            loop.runNow();
        } else {
            // Netty waits whole milliseconds, and rounds a part of one down to a turn without rest.
            loop.run(nanos < 0 ? LONG_WAIT : (nanos + MILLISECOND - 1) / MILLISECOND * MILLISECOND);
        }
        for (int i = events.size(); i > 0; i--) {
            events.poll().run();
        }
    }

    @Override
    public void wake() {
        loop.wakeup();
    }

    /** Closes all sockets and the selector; the program hears of nothing any more. Any thread, while the loop does not turn. */
    @Override
    public void close() {
        events.clear();
        for (SelectableChannel socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
        open.clear();
        selector.destroy();
        readBuffer.close();
    }
}
