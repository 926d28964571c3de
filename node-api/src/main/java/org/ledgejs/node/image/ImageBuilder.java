package org.ledgejs.node.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ledgejs.language.code.ModuleInfo;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageSource;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.loader.FileUrls;
import org.ledgejs.node.loader.ModuleFormat;
import org.ledgejs.node.loader.RequireTargets;

/**
 * Gathers a program into an image: the modules its entry reaches by import, by {@code import()} and {@code require()} of a literal, with
 * what each specifier means; JSON, text and WebAssembly as assets. Specifiers are paths from the folder that holds all of them.
 */
public final class ImageBuilder {
    private static final Pattern DYNAMIC = Pattern.compile("\\b(?:import|require)\\s*\\(\\s*(['\"])([^'\"\\\\\\n]+)\\1");

    private final NodeRuntime node;
    private final UnitCompiler compiler;
    private final Map<String, UnitCompiler.Compiled> code = new LinkedHashMap<>();
    private final Map<String, ImageModule.Kind> assets = new LinkedHashMap<>();
    /** By path: request and condition to path or built-in name. */
    private final Map<String, List<ImageModule.Resolution>> resolutions = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final ArrayDeque<String> pending = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();

    public ImageBuilder(NodeRuntime node) {
        this.node = node;
        this.compiler = new UnitCompiler(node);
    }

    /** @param entry absolute path @throws JSException if a module is not found, cannot be read or is none */
    public Image build(String entry, String producer) {
        visit(entry);
        while (!pending.isEmpty()) {
            load(pending.poll());
        }
        String root = commonFolder();
        List<ImageModule> modules = new ArrayList<>();
        List<Image.Asset> files = new ArrayList<>();
        code.forEach((path, compiled) -> modules.add(ImageModule.code(relative(root, path), compiled.kind(), compiled.unit(),
                ImageSource.of(new SourceText(relative(root, path), compiled.source().content()), true), relative(root, resolutions.get(path)))));
        assets.forEach((path, kind) -> {
            String name = relative(root, path);
            files.add(new Image.Asset(name, "", ByteBuffer.wrap(contents.get(path))));
            modules.add(ImageModule.asset(name, kind, name));
        });
        return new Image(modules, files, relative(root, entry), null, producer);
    }

    private void visit(String path) {
        if (seen.add(path)) {
            pending.add(path);
        }
    }

    private void load(String path) {
        byte[] bytes = read(path);
        ImageModule.Kind asset = switch (ModuleFormat.of(path, node.modules().packages())) {
            case JSON -> ImageModule.Kind.JSON;
            case WASM -> ImageModule.Kind.WASM;
            case TEXT -> ImageModule.Kind.TEXT;
            default -> null;
        };
        if (asset != null) {
            assets.put(path, asset);
            contents.put(path, bytes);
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        UnitCompiler.Compiled compiled = compiler.compile(path, text);
        code.put(path, compiled);
        resolutions.put(path, resolve(path, text, compiled));
    }

    private byte[] read(String path) {
        try {
            return node.modules().files().read(path);
        } catch (IOException e) {
            throw FileErrors.unreadable(e, path);
        }
    }

    private List<ImageModule.Resolution> resolve(String path, String text, UnitCompiler.Compiled compiled) {
        List<ImageModule.Resolution> found = new ArrayList<>();
        boolean esm = compiled.kind() == ImageModule.Kind.ESM;
        if (esm) {
            for (ModuleInfo.Request request : compiled.unit().module().requests()) {
                found.add(resolved(request.specifier(), "import", path));
            }
        }
        for (Matcher m = DYNAMIC.matcher(text); m.find();) {
            String condition = m.group().startsWith("import") ? "import" : "require";
            if (condition.equals("require") && esm) {
                continue;
            }
            try {
                found.add(resolved(m.group(2), condition, path));
            } catch (JSException e) {
                // Asked for at run time if at all: then the program gets the error where it stands.
            }
        }
        return found.stream().distinct().toList();
    }

    private ImageModule.Resolution resolved(String request, String condition, String from) {
        String url = condition.equals("import") ? node.modules().esm().resolver().resolve(request, FileUrls.ofPath(from))
                : RequireTargets.resolve(node, request, from);
        if (!FileUrls.isFileUrl(url)) {
            return new ImageModule.Resolution(request, condition, url);
        }
        String path = FileUrls.toPath(url);
        visit(path);
        return new ImageModule.Resolution(request, condition, path);
    }

    private String commonFolder() {
        String common = null;
        for (String path : seen) {
            String folder = path.substring(0, path.lastIndexOf('/') + 1);
            while (common != null && !folder.startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
            common = common == null ? folder : common;
        }
        return common;
    }

    private static String relative(String root, String path) {
        return path.startsWith(root) ? path.substring(root.length()) : path;
    }

    private static List<ImageModule.Resolution> relative(String root, List<ImageModule.Resolution> resolutions) {
        return resolutions.stream().map(r -> new ImageModule.Resolution(r.request(), r.condition(), relative(root, r.target()))).toList();
    }
}
