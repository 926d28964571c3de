package org.ledgejs.node.loop;

import io.netty.util.ResourceLeakDetector;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/** How Netty behaves as a part of Ledge: it logs nothing, tracks no leaks. Comes before the first use of any other class of Netty. */
public final class QuietNetty {

    static {
        InternalLoggerFactory.setDefaultFactory(new InternalLoggerFactory() {
            @Override
            protected InternalLogger newInstance(String name) {
                return new SilentLogger(name);
            }
        });
        // A property the embedder set decides, as Netty documents it.
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
    }

    private QuietNetty() { }

    public static void prepare() {
        // Loading the class did it.
    }
}
