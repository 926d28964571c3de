package org.ledgejs.language.nodes.generator;

import com.oracle.truffle.api.frame.VirtualFrame;

/** Where a resumable node was when it suspended: an int in a frame slot, 0 at the start. */
public final class Progress {
    private Progress() { }

    public static int get(VirtualFrame frame, int slot) {
        return frame.isInt(slot) ? frame.getInt(slot) : 0;
    }

    public static void set(VirtualFrame frame, int slot, int state) {
        frame.setInt(slot, state);
    }
}
