package org.ledgejs.node.command;

import java.io.IOException;
import java.io.PrintStream;

import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageWriter;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.image.ImageBuilder;

/** {@code ledge build ENTRY -o IMAGE}. */
final class BuildCommand {
    private BuildCommand() { }

    /** @param text the entry, a line feed, the image to write */
    static int run(NodeRuntime node, String text) {
        int split = text.indexOf('\n');
        String entry = node.modules().files().absolute(text.substring(0, split));
        String target = text.substring(split + 1);
        if (!node.modules().files().isFile(entry)) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "Cannot find module '" + entry + "'");
        }
        try {
            Image image = new ImageBuilder(node).build(entry, "0.1.0");
            byte[] bytes = ImageWriter.write(image);
            try (var out = node.agent().env().getPublicTruffleFile(target).newOutputStream()) {
                out.write(bytes);
            }
            new PrintStream(node.agent().env().err(), true).println("ledge: " + target + ": " + image.modules().size() + " modules, " + bytes.length + " bytes");
            return 0;
        } catch (IOException e) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "Cannot write " + target + ": " + UvErrors.text(FileErrors.errno(e)));
        }
    }
}
