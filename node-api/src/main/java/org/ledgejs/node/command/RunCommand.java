package org.ledgejs.node.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageException;
import org.ledgejs.language.image.ImageReader;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.node.NodeOptions;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.process.ProgramArguments;
import org.ledgejs.node.image.ImageProgram;
import org.ledgejs.node.loader.FileUrls;
import org.ledgejs.node.loader.ModuleFiles;

/** {@code ledge FILE}: a program from its text, or from an image. */
final class RunCommand {
    private RunCommand() { }

    static int run(NodeRuntime node, String path) {
        String absolute = NodeOptions.of(node.agent()).isOn("--entry-url", false) ? entryUrl(node, path) : find(node, path);
        ProgramArguments.setScript(node, absolute);
        Preparation.run(node);
        if (absolute.endsWith(".wasm")) {
            Image image = image(node, absolute);
            if (image != null) {
                node.enter(() -> new ImageProgram(node, image).runMain());
                return node.runToEnd();
            }
        }
        node.enter(() -> Preloads.then(node, () -> node.modules().runMain(absolute)));
        return node.runToEnd();
    }

    /** What --entry-url means: a URL, or what is relative to that of the working folder. */
    private static String entryUrl(NodeRuntime node, String url) {
        return FileUrls.isFileUrl(url) ? FileUrls.toPath(url) : find(node, url);
    }

    /** The file as given, with an extension, or as a folder; what {@code node FILE} does. */
    private static String find(NodeRuntime node, String path) {
        ModuleFiles files = node.modules().files();
        String absolute = files.absolute(path);
        for (String suffix : new String[] {"", ".js", ".json", ".mjs", ".cjs"}) {
            if (files.isFile(absolute + suffix)) {
                return absolute + suffix;
            }
        }
        if (files.isDirectory(absolute)) {
            return folderMain(node, absolute);
        }
        throw notFound(node, absolute);
    }

    private static String folderMain(NodeRuntime node, String folder) {
        ModuleFiles files = node.modules().files();
        var json = node.modules().packages().read(folder);
        String main = json == null || json.main() == null ? "index.js" : json.main();
        for (String candidate : new String[] {main, main + ".js", main + "/index.js", "index.js", "index.mjs"}) {
            String path = files.absolute(folder + "/" + candidate);
            if (files.isFile(path)) {
                return path;
            }
        }
        throw notFound(node, folder);
    }

    private static JSException notFound(NodeRuntime node, String path) {
        JSException e = Errors.error(Intrinsic.ERROR_PROTOTYPE, "Cannot find module '" + path + "'");
        JSObject error = (JSObject) e.value();
        error.define(PropertyKey.of("code"), Strings.of("MODULE_NOT_FOUND"), PropertyFlags.DEFAULT);
        error.define(PropertyKey.of("requireStack"), ObjectOperations.createArrayFromList(node.realm()), PropertyFlags.DEFAULT);
        return e;
    }

    /** The image, or null for a WebAssembly module that is none. */
    private static Image image(NodeRuntime node, String path) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(node.modules().files().read(path));
            return looksLikeImage(bytes) ? ImageReader.read(bytes) : null;
        } catch (ImageException e) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, path + " is refused: " + e.getMessage());
        } catch (IOException e) {
            throw FileErrors.unreadable(e, path);
        }
    }

    /** A damaged image must be refused as one, so the first section's name decides, not its soundness. */
    private static boolean looksLikeImage(ByteBuffer bytes) {
        byte[] head = new byte[Math.min(bytes.limit(), 64)];
        bytes.duplicate().get(head);
        return new String(head, StandardCharsets.ISO_8859_1).contains("ledge.");
    }
}
