package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ledgejs.hardware.Agent;
import org.ledgejs.hardware.embedded.EmbeddedException;

/** An agent without JavaScript: its loop runs when the test says so, its errors are the exceptions themselves. */
final class QueueAgent implements Agent {

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Undefined undefined = new Undefined();
    int retained;

    @ExportLibrary(InteropLibrary.class)
    static final class Undefined implements TruffleObject {
        @ExportMessage
        boolean isNull() {
            return true;
        }
    }

    @Override
    public void enqueue(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void retain() {
        retained++;
    }

    @Override
    public void release() {
        retained--;
    }

    @Override
    public Object undefined() {
        return undefined;
    }

    @Override
    public RuntimeException error(EmbeddedException error) {
        return error;
    }

    int pending() {
        return tasks.size();
    }

    void turn() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
