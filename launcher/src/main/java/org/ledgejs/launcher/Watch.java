package org.ledgejs.launcher;

import java.util.List;

/**
 * {@code ledge --watch}: runs the program in a process of its own, again and again.
 *
 * @param program the program's file and arguments
 */
record Watch(List<String> program) implements Command {

    @Override
    public int run(CommandLine line) {
        if (line.settings().flag("--check")) {
            throw new UsageException("either --watch or --check can be used, not both");
        }
        if (line.settings().value("--eval") != null) {
            throw new UsageException("either --watch or --eval can be used, not both");
        }
        if (line.settings().flag("--interactive")) {
            throw new UsageException("either --watch or --interactive can be used, not both");
        }
        if (program.isEmpty() && line.settings().values("--watch-path").isEmpty()) {
            throw new UsageException("--watch requires specifying a file");
        }
        return new RunGuest("watch", String.join("\0", program)).run(line);
    }
}
