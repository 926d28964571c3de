package org.ledgejs.language.code;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Checks a unit that comes from outside against the table of {@link Op}. After it, a {@link CodeCursor} meets only ops where they may
 * stand, indices within their tables, slots within the frame, labels that enclose their jumps, and scope slots that hold a scope with as
 * many parents and slots as the code asks for; the nesting is bounded, too. What it cannot know is whether a variable read without a check
 * has its value: nodes take an empty one for undefined.
 */
public final class CodeVerifier {
    /** Frames with more slots are no program's. */
    static final int MAX_FRAME_SLOTS = 1 << 16;
    /** The deepest nesting of ops: what reads and runs them recurses. */
    public static final int MAX_DEPTH = 4_000;

    private final CodeUnit unit;
    private final ScopeChains chains;

    private CodeVerifier(CodeUnit unit) {
        this.unit = unit;
        tables();
        chains = new ScopeChains(unit);
    }

    /**
     * Checks the whole unit.
     *
     * @throws MalformedCodeException if anything is not as a resolver writes it
     */
    public static void verify(CodeUnit unit) {
        CodeVerifier verifier = new CodeVerifier(unit);
        try {
            for (int i = 0; i < unit.functionCount(); i++) {
                new FunctionVerifier(unit, unit.function(i), verifier.chains).verify();
            }
        } catch (StackOverflowError e) {
            throw new MalformedCodeException("nested too deep for the stack there is", -1);
        }
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new MalformedCodeException(reason, -1);
        }
    }

    private void tables() {
        require(unit.functionCount() > 0, "no function");
        for (int i = 0; i < unit.scopeCount(); i++) {
            scope(unit.scope(i), i);
        }
        FunctionCode[] functions = new FunctionCode[unit.functionCount()];
        for (int i = 0; i < functions.length; i++) {
            functions[i] = unit.function(i);
            function(functions[i]);
        }
        Arrays.sort(functions, Comparator.comparingInt(FunctionCode::prologue));
        for (int i = 1; i < functions.length; i++) {
            require(functions[i - 1].end() <= functions[i].prologue(), "functions overlap");
        }
        if (unit.module() != null) {
            module(unit.module());
        }
    }

    private void function(FunctionCode f) {
        boolean program = f.is(FunctionFlags.SCRIPT | FunctionFlags.MODULE | FunctionFlags.EVAL);
        require(program == (f.index() == 0), "only function 0 is a program");
        require(f.is(FunctionFlags.MODULE) == (f.index() == 0 && unit.module() != null), "a module has a module table");
        require(f.flags() >= 0 && f.flags() < FunctionFlags.DYNAMIC << 1, "unknown function flags");
        require(f.length() >= 0, "negative length");
        require(f.frameSlots() >= 0 && f.frameSlots() <= MAX_FRAME_SLOTS, "frame too large");
        require(0 <= f.prologue() && f.prologue() < f.body() && f.body() < f.end() && f.end() <= unit.code().limit(), "function outside the code");
        require(0 <= f.sourceStart() && f.sourceStart() <= f.sourceEnd(), "function outside the source");
        require(f.name() != null, "no function name");
    }

    private void scope(ScopeInfo s, int index) {
        require(s.parent() >= -1 && s.parent() < index, "a scope's parent comes before it");
        require(s.function() >= 0 && s.function() < unit.functionCount(), "scope of no function");
        int frame = unit.function(s.function()).frameSlots();
        require(s.size() >= 0 && s.size() <= MAX_FRAME_SLOTS, "scope too large");
        for (ScopeInfo.Variable v : s.variables()) {
            require(v.slot() >= 0 && v.slot() < (v.captured() ? s.size() : frame), "variable outside its scope");
        }
    }

    private void module(ModuleInfo m) {
        require(m.scope() >= 0 && m.scope() < unit.scopeCount(), "no module scope");
        int size = unit.scope(m.scope()).size();
        int requests = m.requests().size();
        m.imports().forEach(i -> require(0 <= i.slot() && i.slot() < size && inside(i.request(), requests), "bad import"));
        m.localExports().forEach(e -> require(0 <= e.slot() && e.slot() < size, "bad export"));
        m.indirectExports().forEach(e -> require(inside(e.request(), requests), "bad export"));
        List<Integer> stars = m.starExports();
        stars.forEach(s -> require(inside(s, requests), "bad export"));
    }

    private static boolean inside(int index, int count) {
        return 0 <= index && index < count;
    }
}
