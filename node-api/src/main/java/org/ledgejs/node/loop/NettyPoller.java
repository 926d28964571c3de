package org.ledgejs.node.loop;

import java.util.concurrent.TimeUnit;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.nio.NioIoHandler;

/** Waits for sockets: a Netty event loop that the agent's own thread turns. */
public final class NettyPoller implements Poller {
    private final ManualIoEventLoop loop;

    NettyPoller(Thread owner) {
        loop = new ManualIoEventLoop(owner, NioIoHandler.newFactory());
    }

    /** What channels register with. */
    public EventLoopGroup group() {
        return loop;
    }

    @Override
    public void poll(long nanos) {
        if (nanos == 0) {
            loop.runNow();
        } else {
            loop.run(nanos < 0 ? TimeUnit.DAYS.toNanos(1) : nanos);
        }
    }

    @Override
    public void wake() {
        loop.wakeup();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 0, TimeUnit.NANOSECONDS);
        for (int i = 0; i < 100 && !loop.isTerminated(); i++) {
            loop.runNow();
        }
    }
}
