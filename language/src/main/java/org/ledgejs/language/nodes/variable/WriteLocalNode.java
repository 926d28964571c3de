package org.ledgejs.language.nodes.variable;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.UnexpectedResultException;

import org.ledgejs.language.nodes.JSNode;

/**
 * Writes a variable of the frame. The descriptor's kind of a slot says how all its writers store: unboxed as long as all values fit. An
 * int goes to a slot of doubles as a double.
 */
public final class WriteLocalNode extends VariableNode {
    @Child private JSNode value;
    private final int slot;
    /** What the value was so far: what it is asked for as. */
    @CompilationFinal private FrameSlotKind asked = FrameSlotKind.Illegal;

    public WriteLocalNode(int slot, JSNode value) {
        this.slot = slot;
        this.value = value;
    }

    public int slot() {
        return slot;
    }

    public JSNode value() {
        return value;
    }

    @Override
    public void executeVoid(VirtualFrame frame) {
        try {
            switch (asked) {
                case Int -> storeInt(frame, slot, value.executeInt(frame));
                case Double -> storeDouble(frame, slot, value.executeDouble(frame));
                case Boolean -> storeBoolean(frame, slot, value.executeBoolean(frame));
                case Object -> store(frame, slot, value.execute(frame));
                default -> store(frame, slot, learn(value.execute(frame)));
            }
        } catch (UnexpectedResultException e) {
            store(frame, slot, learn(e.getResult()));
        }
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return store(frame, slot, value.execute(frame));
    }

    @Override
    public int executeInt(VirtualFrame frame) throws UnexpectedResultException {
        try {
            int result = value.executeInt(frame);
            storeInt(frame, slot, result);
            return result;
        } catch (UnexpectedResultException e) {
            store(frame, slot, e.getResult());
            throw e;
        }
    }

    @Override
    public boolean executeBoolean(VirtualFrame frame) throws UnexpectedResultException {
        try {
            boolean result = value.executeBoolean(frame);
            storeBoolean(frame, slot, result);
            return result;
        } catch (UnexpectedResultException e) {
            store(frame, slot, e.getResult());
            throw e;
        }
    }

    private Object learn(Object result) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        FrameSlotKind kind = kindOf(result);
        asked = asked == FrameSlotKind.Illegal || asked == FrameSlotKind.Int && kind == FrameSlotKind.Double ? kind : FrameSlotKind.Object;
        return result;
    }

    private static FrameSlotKind kindOf(Object value) {
        return switch (value) {
            case Integer i -> FrameSlotKind.Int;
            case Double d -> FrameSlotKind.Double;
            case Boolean b -> FrameSlotKind.Boolean;
            case null, default -> FrameSlotKind.Object;
        };
    }

    private static FrameSlotKind kind(VirtualFrame frame, int slot) {
        return frame.getFrameDescriptor().getSlotKind(slot);
    }

    static void storeInt(VirtualFrame frame, int slot, int number) {
        FrameSlotKind kind = kind(frame, slot);
        if (kind == FrameSlotKind.Int) {
            frame.setInt(slot, number);
        } else if (kind == FrameSlotKind.Double) {
            frame.setDouble(slot, number);
        } else {
            store(frame, slot, number);
        }
    }

    private static void storeDouble(VirtualFrame frame, int slot, double number) {
        if (kind(frame, slot) == FrameSlotKind.Double) {
            frame.setDouble(slot, number);
        } else {
            store(frame, slot, number);
        }
    }

    private static void storeBoolean(VirtualFrame frame, int slot, boolean truth) {
        if (kind(frame, slot) == FrameSlotKind.Boolean) {
            frame.setBoolean(slot, truth);
        } else {
            store(frame, slot, truth);
        }
    }

    /** Stores a value that was evaluated already. */
    public static Object store(VirtualFrame frame, int slot, Object result) {
        FrameSlotKind kind = kind(frame, slot);
        if (kind == FrameSlotKind.Object) {
            frame.setObject(slot, result);
        } else if (kind == FrameSlotKind.Int && result instanceof Integer i) {
            frame.setInt(slot, i);
        } else if (kind == FrameSlotKind.Double && result instanceof Double d) {
            frame.setDouble(slot, d);
        } else if (kind == FrameSlotKind.Double && result instanceof Integer i) {
            frame.setDouble(slot, i);
        } else if (kind == FrameSlotKind.Boolean && result instanceof Boolean b) {
            frame.setBoolean(slot, b);
        } else {
            widen(frame, slot, kind, kindOf(result));
            return store(frame, slot, result);
        }
        return result;
    }

    /** Makes the slot's kind one that holds what it held and the new value. */
    private static void widen(VirtualFrame frame, int slot, FrameSlotKind kind, FrameSlotKind added) {
        CompilerDirectives.transferToInterpreterAndInvalidate();
        frame.getFrameDescriptor().setSlotKind(slot, kind == FrameSlotKind.Illegal || kind == FrameSlotKind.Int && added == FrameSlotKind.Double
                ? added : FrameSlotKind.Object);
    }

    @Override
    protected String variableName() {
        return VariableNames.ofSlot(this, slot);
    }

    @Override
    protected boolean isWrite() {
        return true;
    }
}
