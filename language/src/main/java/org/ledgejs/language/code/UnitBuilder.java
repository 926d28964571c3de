package org.ledgejs.language.code;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes ops, strings, functions and scopes down as a {@link CodeUnit}. */
public final class UnitBuilder {
    private final Map<String, Integer> stringIndices = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final List<FunctionHeader> functions = new ArrayList<>();
    private final List<ScopeInfo> scopes = new ArrayList<>();
    private final int base;
    private byte[] code = new byte[1024];
    private int size;
    private int lastStart;

    /** @param base where in the source the text begins whose offsets come here */
    public UnitBuilder(int base) {
        this.base = base;
    }

    /** The index of a function whose code comes later. */
    public int newFunction() {
        functions.add(null);
        return functions.size() - 1;
    }

    /** The index of a scope that is described later. */
    public int newScope() {
        scopes.add(null);
        return scopes.size() - 1;
    }

    public void scope(int index, ScopeInfo info) {
        scopes.set(index, info.moved(base));
    }

    /** Writes a function; see {@link FunctionCode}. */
    public void function(int index, String name, int flags, int length, int frameSlots, Code prologue, Code body, int sourceStart,
            int sourceEnd) {
        lastStart = -base;
        int prologueAt = size;
        write(prologue);
        int bodyAt = size;
        write(body);
        functions.set(index, new FunctionHeader(name, null, flags, length, frameSlots, prologueAt, bodyAt, size, base + sourceStart,
                base + sourceEnd, null));
    }

    /** A function that is not compiled yet. */
    public void lazyFunction(int index, String name, int flags, int length, int sourceStart, int sourceEnd, LazyFunction lazy) {
        LazyFunction moved = new LazyFunction(base + lazy.textStart(), lazy.scope(), lazy.ownName(), lazy.initialized());
        functions.set(index, new FunctionHeader(name, null, flags, length, 0, 0, 0, 0, base + sourceStart, base + sourceEnd, moved));
    }

    /** What stack traces call a function that is written already. */
    public void inferName(int index, String name) {
        functions.set(index, functions.get(index).withInferredName(name));
    }

    public CodeUnit build(ModuleInfo module, CodeUnit outer, int outerScope) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(code, size)).asReadOnlyBuffer();
        return new CodeUnit(bytes, new Tables(List.copyOf(strings), List.copyOf(functions), List.copyOf(scopes), module), outer, outerScope);
    }

    private record Tables(List<String> strings, List<FunctionHeader> functions, List<ScopeInfo> scopes, ModuleInfo module)
            implements UnitTables {

        @Override
        public int stringCount() {
            return strings.size();
        }

        @Override
        public String string(int index) {
            return strings.get(index);
        }

        @Override
        public int functionCount() {
            return functions.size();
        }

        @Override
        public FunctionHeader function(int index) {
            return functions.get(index);
        }

        @Override
        public int scopeCount() {
            return scopes.size();
        }

        @Override
        public ScopeInfo scope(int index) {
            return scopes.get(index);
        }
    }

    private int string(String s) {
        Integer known = stringIndices.putIfAbsent(s, strings.size());
        if (known != null) {
            return known;
        }
        strings.add(s);
        return strings.size() - 1;
    }

    private void write(Code c) {
        if (c.start() >= 0) {
            put(Op.POSITION);
            signed(c.start() - lastStart);
            lastStart = c.start();
            unsigned(c.length());
        }
        Op op = c.op();
        put(op.ordinal());
        for (int i = 0; i < op.operandCount(); i++) {
            operand(op.operand(i), c, i);
        }
    }

    @SuppressWarnings("unchecked")
    private void operand(Operand kind, Code c, int i) {
        Object value = c.operand(i);
        switch (kind) {
            case EXPR, STMT -> write((Code) value);
            case OPT_EXPR, OPT_STMT -> {
                if (value == null) {
                    put(Op.NONE.ordinal());
                } else {
                    write((Code) value);
                }
            }
            case EXPRS, STMTS, MEMBERS, ELEMENTS, CASES -> {
                List<Code> list = (List<Code>) value;
                unsigned(list.size());
                for (Code child : list) {
                    write(child);
                }
            }
            case UINT, SLOT, FUNCTION, SCOPE, LABEL -> unsigned((Integer) value);
            case OPT_SLOT -> unsigned(value == null ? 0 : (Integer) value + 1);
            case INT -> signed((Integer) value);
            case DOUBLE -> {
                long bits = Double.doubleToRawLongBits((Double) value);
                for (int shift = 0; shift < 64; shift += 8) {
                    put((int) (bits >>> shift));
                }
            }
            case STRING -> unsigned(string((String) value));
            case OPT_STRING -> unsigned(value == null ? 0 : string((String) value) + 1);
            case STRINGS -> {
                List<String> list = (List<String>) value;
                unsigned(list.size());
                for (String s : list) {
                    unsigned(string(s));
                }
            }
            case OPT_STRINGS -> {
                List<String> list = (List<String>) value;
                unsigned(list.size());
                for (String s : list) {
                    unsigned(s == null ? 0 : string(s) + 1);
                }
            }
            case MAPPING -> {
                List<Integer> list = (List<Integer>) value;
                unsigned(list.size());
                for (int n : list) {
                    unsigned(n);
                }
            }
            case FLAGS -> put((Integer) value);
        }
    }

    private void put(int b) {
        if (size == code.length) {
            code = Arrays.copyOf(code, size * 2);
        }
        code[size++] = (byte) b;
    }

    private void unsigned(int n) {
        int rest = n;
        while ((rest & ~0x7F) != 0) {
            put((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put(rest);
    }

    private void signed(int n) {
        unsigned((n << 1) ^ (n >> 31));
    }
}
