package org.ledgejs.node.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageSource;
import org.ledgejs.language.image.ImageWriter;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;

/**
 * Compiles the JavaScript half of Node's API into the image that {@link NodeLibrary} reads; run by the build.
 * Arguments: the folder of our modules, the image to write, then folders of npm packages as NAME=FOLDER.
 */
public final class LibraryWriter {
    private LibraryWriter() { }

    public static void main(String[] arguments) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] vendor = arguments[i].split("=", 2);
            collect(Path.of(vendor[1]), "internal/vendor/" + vendor[0] + "/", files);
        }
        // Ours come last: a file of ours stands in for a package's of the same name.
        collect(Path.of(arguments[0]), "", files);
        List<ImageModule> modules = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            modules.add(module(file.getKey(), file.getValue()));
        }
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.getParent());
        Files.write(target, ImageWriter.write(new Image(modules, List.of(), null, null, "node-api")));
    }

    private static void collect(Path folder, String prefix, Map<String, Path> files) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".js")).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(prefix + name.substring(0, name.length() - ".js".length()), path);
            }
        }
    }

    private static ImageModule module(String id, Path path) throws IOException {
        String text = Files.readString(path, StandardCharsets.UTF_8);
        // A package's file may declare names like the parameters: it becomes a block of its own. Lines stay where they are.
        String body = id.startsWith("internal/vendor/") ? "'use strict';{" + text + "\n}" : "'use strict';" + text;
        SourceText source = new SourceText("node:" + id, body);
        try {
            CodeUnit unit = Resolver.resolve(Parser.parseFunctionBody(source, NodeLibrary.PARAMETERS, ParseOptions.DEFAULT));
            return ImageModule.code(id, ImageModule.Kind.BUILTIN, unit, ImageSource.of(source, false), List.of());
        } catch (SyntaxException e) {
            throw new IOException(path + ":" + source.line(e.offset()) + ": " + e.getMessage(), e);
        }
    }
}
