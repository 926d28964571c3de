package org.ledgejs.wasm.engine;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for all modules of the process, started by the first that becomes hot and gone when idle. */
final class BackgroundCompiler {

    private static final long IDLE_SECONDS = 5;
    /** Generated classes nest as deep as the code they come from. */
    private static final long STACK_BYTES = 16 << 20;

    private static final ThreadPoolExecutor WORKER = create();

    private BackgroundCompiler() {
    }

    static void submit(Runnable compilation) {
        WORKER.execute(compilation);
    }

    private static ThreadPoolExecutor create() {
        var worker = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(null, task, "ledge-wasm-compiler", STACK_BYTES);
                    thread.setDaemon(true);
                    thread.setPriority(Thread.NORM_PRIORITY - 1);
                    return thread;
                });
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }
}
