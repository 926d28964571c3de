/** The {@code ledge} command: a command line becomes a {@link org.ledgejs.launcher.Command}, which runs in a context. */
package org.ledgejs.launcher;
