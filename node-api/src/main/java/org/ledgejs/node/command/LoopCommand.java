package org.ledgejs.node.command;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.loop.EmbeddedLoops;

/** The loop as the embedder drives it, see {@link org.ledgejs.node.embed.ContextLoop}. */
final class LoopCommand {
    private LoopCommand() { }

    /** @param text {@code open}, which gives a number for {@link EmbeddedLoops}; {@code run}, {@code turn NANOSECONDS} or {@code alive}, which give 1 while the loop lives */
    static int run(NodeRuntime node, String text) {
        if (text.equals("open")) {
            return EmbeddedLoops.offer(node.loop());
        }
        if (node.loop().isTurning() && !text.equals("alive")) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "The event loop is turning already");
        }
        if (text.equals("run")) {
            node.runUntilIdle();
        } else if (text.startsWith("turn ")) {
            node.turn(Long.parseLong(text.substring("turn ".length())));
        } else if (!text.equals("alive")) {
            throw Errors.typeError("Not a command of the loop: " + text);
        }
        return node.loop().isAlive() ? 1 : 0;
    }
}
