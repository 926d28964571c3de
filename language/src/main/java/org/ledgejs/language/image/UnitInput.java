package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.CodeVerifier;
import org.ledgejs.language.code.FunctionHeader;
import org.ledgejs.language.code.MalformedCodeException;
import org.ledgejs.language.code.ModuleInfo;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.code.UnitTables;

/** Reads what {@link UnitOutput} wrote. Strings and scopes are decoded when they are asked for. */
final class UnitInput implements UnitTables {
    private final StringTable.Reader pool;
    private final int[] strings;
    private final FunctionHeader[] functions;
    private final ImageCursor[] scopeCursors;
    private final ScopeInfo[] scopes;
    private final ModuleInfo module;
    private final ByteBuffer code;

    private UnitInput(ImageCursor in, StringTable.Reader pool) {
        this.pool = pool;
        strings = new int[in.count()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.index(pool.count());
        }
        functions = new FunctionHeader[in.count()];
        for (int i = 0; i < functions.length; i++) {
            functions[i] = function(in);
        }
        scopes = new ScopeInfo[in.count()];
        scopeCursors = new ImageCursor[scopes.length];
        for (int i = 0; i < scopes.length; i++) {
            scopeCursors[i] = in.copy();
            skipScope(in);
        }
        module = in.octet() == 0 ? null : module(in);
        code = in.slice(in.number());
        in.requireEnd();
    }

    static CodeUnit read(ImageCursor in, StringTable.Reader pool, boolean verify) {
        UnitInput input = new UnitInput(in, pool);
        CodeUnit unit = CodeUnit.of(input.code, input);
        if (verify) {
            try {
                CodeVerifier.verify(unit);
            } catch (MalformedCodeException e) {
                throw new ImageException("Image malformed: " + e.getMessage(), e);
            }
        }
        return unit;
    }

    // Tables.

    @Override
    public int stringCount() {
        return strings.length;
    }

    @Override
    public String string(int index) {
        return pool.get(strings[index]);
    }

    @Override
    public int functionCount() {
        return functions.length;
    }

    @Override
    public FunctionHeader function(int index) {
        return functions[index];
    }

    @Override
    public int scopeCount() {
        return scopes.length;
    }

    @Override
    public ScopeInfo scope(int index) {
        ScopeInfo scope = scopes[index];
        if (scope == null) {
            scopes[index] = scope = scope(scopeCursors[index].copy());
        }
        return scope;
    }

    @Override
    public ModuleInfo module() {
        return module;
    }

    // Decoding.

    private String pooled(ImageCursor in) {
        return pool.get(in.index(pool.count()));
    }

    private String optional(ImageCursor in) {
        int index = in.index(pool.count() + 1);
        return index == 0 ? null : pool.get(index - 1);
    }

    private FunctionHeader function(ImageCursor in) {
        String name = pooled(in);
        String inferredName = optional(in);
        int flags = in.number();
        int length = in.number();
        int frameSlots = in.number();
        int prologue = in.number();
        int body = prologue + in.number();
        int end = body + in.number();
        int sourceStart = in.number();
        int sourceEnd = sourceStart + in.number();
        return new FunctionHeader(name, inferredName, flags, length, frameSlots, prologue, body, end, sourceStart, sourceEnd, null);
    }

    private static void skipScope(ImageCursor in) {
        in.octet();
        in.number();
        in.number();
        in.number();
        in.number();
        in.number();
        int variables = in.count();
        for (int i = 0; i < variables; i++) {
            in.number();
            in.number();
            in.number();
        }
    }

    private ScopeInfo scope(ImageCursor in) {
        ScopeInfo.Kind kind = constant(in, ScopeInfo.Kind.values());
        int parent = in.number() - 1;
        int function = in.number();
        int size = in.number();
        int start = in.number();
        int end = start + in.number();
        int count = in.count();
        List<ScopeInfo.Variable> variables = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = pooled(in);
            int place = in.number();
            variables.add(new ScopeInfo.Variable(name, place >>> 1, (place & 1) != 0, in.number()));
        }
        return new ScopeInfo(kind, parent, function, size, start, end, List.copyOf(variables));
    }

    static <T> T constant(ImageCursor in, T[] values) {
        int ordinal = in.octet();
        if (ordinal >= values.length) {
            throw in.malformed("kind");
        }
        return values[ordinal];
    }

    private ModuleInfo module(ImageCursor in) {
        int scope = in.number();
        boolean await = in.octet() != 0;
        List<ModuleInfo.Request> requests = list(in, this::request);
        List<ModuleInfo.Import> imports = list(in, c -> new ModuleInfo.Import(c.number(), optional(c), c.number()));
        List<ModuleInfo.LocalExport> localExports = list(in, c -> new ModuleInfo.LocalExport(pooled(c), c.number()));
        List<ModuleInfo.IndirectExport> indirect = list(in, c -> new ModuleInfo.IndirectExport(pooled(c), c.number(), optional(c)));
        List<Integer> stars = list(in, ImageCursor::number);
        return new ModuleInfo(requests, imports, localExports, indirect, stars, scope, await);
    }

    private ModuleInfo.Request request(ImageCursor in) {
        String specifier = pooled(in);
        ModuleInfo.Phase phase = constant(in, ModuleInfo.Phase.values());
        int count = in.count();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = pooled(in);
            attributes.put(key, pooled(in));
        }
        return new ModuleInfo.Request(specifier, attributes, phase, in.number(), in.number());
    }

    private interface Decoder<T> {
        T decode(ImageCursor in);
    }

    private static <T> List<T> list(ImageCursor in, Decoder<T> decoder) {
        int count = in.count();
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(decoder.decode(in));
        }
        return List.copyOf(list);
    }
}
