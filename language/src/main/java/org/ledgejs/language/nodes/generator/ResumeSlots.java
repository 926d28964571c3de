package org.ledgejs.language.nodes.generator;

/**
 * Frame slots of every resumable function.
 *
 * @param mode the {@code ResumeMode} of the running stretch
 * @param transfer the value that goes out with a suspension and the one that comes in with a resumption
 */
public record ResumeSlots(int mode, int transfer) { }
