package org.ledgejs.node.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageReader;
import org.ledgejs.language.runtime.FunctionData;

/** The code of the built-in modules: an image that came with this Ledge. A module's code is decoded when first required. */
public final class NodeLibrary {
    /** Parameters of the function that is a module's code. */
    public static final List<String> PARAMETERS = List.of("exports", "require", "module", "process", "internalBinding");
    private static final String RESOURCE = "library.wasm";
    private static final String INTERNAL = "internal/";
    /** What came so late that npm packages already had the names: only "node:" in front means these. */
    private static final Set<String> WITH_SCHEME_ONLY = Set.of("sea", "sqlite", "test", "test/reporters");

    private final Map<String, ImageModule> modules = new LinkedHashMap<>();

    private NodeLibrary(Image image) {
        for (ImageModule module : image.modules()) {
            modules.put(module.specifier(), module);
        }
    }

    private static final class Holder {
        static final NodeLibrary LIBRARY = new NodeLibrary(read());

        private static Image read() {
            try (InputStream in = NodeLibrary.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("The library of built-in modules is missing from this build of ledge-node");
                }
                return ImageReader.readTrusted(ByteBuffer.wrap(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static NodeLibrary get() {
        return Holder.LIBRARY;
    }

    public boolean contains(String id) {
        return modules.containsKey(id);
    }

    /** Whether users may name it. */
    public boolean isPublic(String id) {
        return !id.startsWith(INTERNAL) && contains(id);
    }

    /** Whether users may name it without "node:" in front. */
    public boolean isPublicWithoutScheme(String id) {
        return isPublic(id) && !WITH_SCHEME_ONLY.contains(id);
    }

    /** What users may name, sorted; behind it what needs "node:" in front, with it. */
    public List<String> publicIds() {
        TreeSet<String> ids = new TreeSet<>();
        TreeSet<String> withScheme = new TreeSet<>();
        for (String id : modules.keySet()) {
            if (isPublicWithoutScheme(id)) {
                ids.add(id);
            } else if (isPublic(id)) {
                withScheme.add("node:" + id);
            }
        }
        List<String> all = new ArrayList<>(ids);
        all.addAll(withScheme);
        return all;
    }

    /** The id a module means when it requires something: relative to itself, then among the npm packages inside. */
    public String resolve(String request, String parent) {
        String id = request.endsWith("/") ? request.substring(0, request.length() - 1) : request;
        if (id.startsWith("./") || id.startsWith("../")) {
            id = relative(id, parent);
        } else if (parent.startsWith("internal/vendor/") && contains("internal/vendor/" + id)) {
            return "internal/vendor/" + id;
        }
        return id.endsWith(".js") ? id.substring(0, id.length() - ".js".length()) : id;
    }

    private static String relative(String request, String parent) {
        String folder = parent.substring(0, Math.max(0, parent.lastIndexOf('/')));
        String rest = request;
        while (true) {
            if (rest.startsWith("./")) {
                rest = rest.substring(2);
            } else if (rest.startsWith("../")) {
                rest = rest.substring(3);
                folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
            } else {
                return folder.isEmpty() ? rest : folder + "/" + rest;
            }
        }
    }

    /** The function that evaluates the module, shared by the contexts of an engine. */
    public FunctionData function(LedgeLanguage language, String id) {
        ImageModule module = modules.get(id);
        return language.libraryFunction(module);
    }
}
