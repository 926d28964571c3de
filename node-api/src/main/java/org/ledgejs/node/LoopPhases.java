package org.ledgejs.node;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.loop.NodeEventLoop;

/** The loop's timers and immediates as the program's {@code internal/timers} handles them. */
public final class LoopPhases implements NodeEventLoop.Phases {
    private final NodeRuntime node;
    private Object processImmediate = Undefined.INSTANCE;
    private Object processTimers = Undefined.INSTANCE;
    /** An Int32Array: immediates queued, referenced ones, outstanding ones. */
    private JSObject immediateInfo;

    LoopPhases(NodeRuntime node) {
        this.node = node;
    }

    public void setUp(Object newProcessImmediate, Object newProcessTimers) {
        processImmediate = newProcessImmediate;
        processTimers = newProcessTimers;
    }

    public void setImmediateInfo(JSObject info) {
        immediateInfo = info;
    }

    private int immediate(long index) {
        return immediateInfo != null && immediateInfo.getIndex(index) instanceof Integer count ? count : 0;
    }

    @Override
    public boolean hasImmediates() {
        return immediate(0) > 0;
    }

    @Override
    public boolean hasReferencedImmediates() {
        return immediate(1) > 0;
    }

    /** What stands behind an immediate that threw is of the same turn, and runs before the ticks that one left. */
    @Override
    public void immediates() {
        node.enter(() -> {
            do {
                try {
                    ObjectOperations.call(processImmediate, Undefined.INSTANCE);
                } catch (JSException e) {
                    node.uncaught().report(e, false);
                }
            } while (immediate(2) != 0);
        });
    }

    /** processTimers says when it wants to be called next: 0 never, negative without keeping the loop alive. */
    @Override
    public void timers() {
        node.enter(() -> {
            Object next = ObjectOperations.call(processTimers, Undefined.INSTANCE, Conversions.number((double) node.loop().now()));
            double due = Conversions.toNumber(next);
            if (due != 0) {
                node.loop().armTimer((long) Math.abs(due), due > 0);
            }
        });
    }

    @Override
    public void jobs() {
        node.ticks().runMicrotasks();
    }

    @Override
    public void finished() {
        node.ticks().run();
    }

    @Override
    public void failed(RuntimeException exception) {
        if (exception instanceof JSException guest) {
            node.uncaught().report(guest, false);
        } else {
            throw exception;
        }
    }
}
