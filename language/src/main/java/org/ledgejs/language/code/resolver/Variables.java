package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.ScopeInfo;

/** Reads and writes names: frame slots, scope objects, globals, and objects where {@code with} or an eval makes names dynamic. */
final class Variables {
    private final UnitWriter w;

    Variables(UnitWriter w) {
        this.w = w;
    }

    /**
     * What a name means here.
     *
     * @param objects the dynamic scopes to be asked first, innermost first
     * @param binding null for a global
     */
    record Meaning(List<Scope> objects, Binding binding) { }

    Meaning meaning(String name) {
        List<Scope> objects = List.of();
        for (Scope s = w.scope; s != null; s = s.parent) {
            if (s.isDynamic()) {
                if (name.charAt(0) != '#') {
                    objects = objects.isEmpty() ? new ArrayList<>() : objects;
                    objects.add(s);
                }
                continue;
            }
            Binding binding = s.visible(name);
            if (binding != null) {
                return new Meaning(objects, binding);
            }
        }
        return new Meaning(objects, null);
    }

    // Bindings.

    /** Frame slot that leads to the scope's object. */
    int baseSlot(Scope s) {
        return s.function == w.f.scope && s.kind != ScopeInfo.Kind.MODULE ? s.slot : w.f.closureSlot();
    }

    /** How many scope objects lie between {@link #baseSlot} and the scope's object. */
    int hops(Scope s) {
        if (s.function == w.f.scope) {
            return 0;
        }
        int hops = 0;
        for (Scope at = w.f.scope.outer; at != s; at = at.parent) {
            if (at.isMaterialized()) {
                hops++;
            }
        }
        return hops;
    }

    /** Slot of the innermost scope object of this function, or null if that is the closure scope. */
    Integer currentScopeSlot() {
        return scopeSlot(w.scope);
    }

    Integer scopeSlot(Scope from) {
        for (Scope s = from; s != null && s.function == w.f.scope; s = s.parent) {
            if (s.isMaterialized() && s.kind != ScopeInfo.Kind.MODULE) {
                return s.slot;
            }
        }
        return null;
    }

    /** Frame slot of an uncaptured variable, given when the variable is first used. */
    int slot(Binding b) {
        if (b.slot < 0) {
            b.slot = w.f.newSlot();
        }
        return b.slot;
    }

    /** Whether the variable may be without a value where code is now being written. */
    boolean needsCheck(Binding b) {
        if (b.scope.function.kind == FunctionScope.Kind.OUTSIDE) {
            return !b.initialized && b.kind != Binding.Kind.PRIVATE_NAME && (b.kind != Binding.Kind.INTERNAL || b.name.equals(FunctionScope.THIS));
        }
        if (b.kind == Binding.Kind.INTERNAL) {
            boolean derivedThis = b.name.equals(FunctionScope.THIS) && b.scope.function.isDerivedConstructor();
            return derivedThis && !(b.scope.function == w.f.scope && b.written != null && b.written.open);
        }
        return b.kind.hasDeadZone() && !b.initialized;
    }

    Code read(Binding b) {
        boolean check = needsCheck(b);
        b.checked |= check;
        if (!b.captured) {
            if (b.kind == Binding.Kind.VAR && !b.initialized && (b.written == null || !b.written.open)) {
                b.readsUndefined = true;
            }
            return check ? Code.of(LOCAL_GET_CHECKED, slot(b), b.name) : Code.of(LOCAL_GET, slot(b));
        }
        int slot = baseSlot(b.scope);
        int hops = hops(b.scope);
        if (b.kind == Binding.Kind.IMPORT) {
            return Code.of(IMPORT_GET, slot, hops, b.slot, b.name);
        }
        return check ? Code.of(SCOPE_GET_CHECKED, slot, hops, b.slot, b.name) : Code.of(SCOPE_GET, slot, hops, b.slot);
    }

    /** Assigns, as a program does. */
    Code assign(Binding b, Code value) {
        if (b.kind == Binding.Kind.FUNCTION_NAME) {
            return w.f.strict() ? Code.of(CONST_ASSIGN, b.name, value) : value;
        }
        if (b.kind.isConstant()) {
            if (b.kind != Binding.Kind.IMPORT && needsCheck(b)) {
                int t = w.f.temporary();
                Code code = Code.of(COMMA, List.of(Code.of(LOCAL_SET, t, value), read(b), Code.of(CONST_ASSIGN, b.name, Code.of(LOCAL_GET, t))));
                w.f.release(t);
                return code;
            }
            return Code.of(CONST_ASSIGN, b.name, value);
        }
        if (!needsCheck(b)) {
            return store(b, value);
        }
        b.checked = true;
        return b.captured ? Code.of(SCOPE_SET_CHECKED, baseSlot(b.scope), hops(b.scope), b.slot, b.name, value)
                : Code.of(LOCAL_SET_CHECKED, slot(b), b.name, value);
    }

    private Code store(Binding b, Code value) {
        wrote(b);
        return b.captured ? Code.of(SCOPE_SET, baseSlot(b.scope), hops(b.scope), b.slot, value) : Code.of(LOCAL_SET, slot(b), value);
    }

    private void wrote(Binding b) {
        if (!b.captured && (b.written == null || !b.written.open)) {
            b.written = w.f.region;
        }
    }

    /** Gives a variable its first value. */
    Code initialize(Binding b, Code value) {
        Code code = store(b, value);
        initialized(b);
        return code;
    }

    /** Some op that was just written gives the variable its first value. */
    void initialized(Binding b) {
        wrote(b);
        if (b.kind != Binding.Kind.VAR) {
            b.initialized = true;
        }
    }

    /** The binding that a declaration in the scope being written makes; null for a lexical declaration of a script. */
    Binding declared(String name) {
        for (Scope s = w.scope; s != null && s.function == w.f.scope; s = s.parent) {
            if (s.get(name) != null) {
                return s.get(name);
            }
        }
        return null;
    }

    /** Initialises what a lexical declaration declares. */
    Code initialize(String name, Code value) {
        Binding b = declared(name);
        return b != null ? initialize(b, value) : Code.of(GLOBAL_INIT, name, value);
    }

    /** Binds {@code this} to what super() returned. */
    Code bindThis(Binding b, Code value) {
        Code code = b.captured ? Code.of(SCOPE_SET_ONCE, baseSlot(b.scope), hops(b.scope), b.slot, value)
                : Code.of(LOCAL_SET_ONCE, slot(b), value);
        if (b.scope.function == w.f.scope && (b.written == null || !b.written.open)) {
            b.written = w.f.region;
        }
        return code;
    }

    // Names.

    private static int unscopables(Scope s) {
        return s.kind == ScopeInfo.Kind.WITH ? 1 : 0;
    }

    private int strictFlag() {
        return w.f.strict() ? 1 : 0;
    }

    /** If one of the objects has the name, what {@code found} makes of the object; else the fallback. */
    private Code choose(List<Scope> objects, String name, UnaryOperator<Code> found, Code fallback) {
        Code code = fallback;
        for (Scope s : objects.reversed()) {
            Code test = Code.of(WITH_HAS, read(s.object()), name, unscopables(s));
            code = Code.of(CONDITIONAL, test, found.apply(read(s.object())), code);
        }
        return code;
    }

    Code get(String name) {
        Meaning m = meaning(name);
        return choose(m.objects(), name, o -> Code.of(WITH_GET, o, name, strictFlag()), readStatic(m, name));
    }

    private Code readStatic(Meaning m, String name) {
        if (m.binding() != null) {
            return read(m.binding());
        }
        return m.objects().isEmpty() && name.equals("undefined") ? Code.of(UNDEFINED) : Code.of(GLOBAL_GET, name);
    }

    Code typeOf(String name) {
        Meaning m = meaning(name);
        Code fallback = m.binding() != null ? read(m.binding()) : Code.of(GLOBAL_GET_OR_UNDEFINED, name);
        return Code.of(TYPEOF, choose(m.objects(), name, o -> Code.of(WITH_GET, o, name, strictFlag()), fallback));
    }

    Code delete(String name) {
        Meaning m = meaning(name);
        Code fallback = m.binding() != null ? Code.of(FALSE) : Code.of(GLOBAL_DELETE, name);
        return choose(m.objects(), name, o -> Code.of(DELETE, o, Code.of(STRING_LITERAL, name), 0), fallback);
    }

    /** A name as a place that values are read from and written to. */
    Place place(String name) {
        Meaning m = meaning(name);
        if (m.objects().isEmpty()) {
            return new StaticName(name, m);
        }
        int slot = w.f.temporary();
        Code object = choose(m.objects(), name, o -> o, Code.of(UNDEFINED));
        return new DynamicName(name, m, slot, Code.of(LOCAL_SET, slot, object));
    }

    private Code assignStatic(Meaning m, String name, Code value) {
        return m.binding() != null ? assign(m.binding(), value) : Code.of(GLOBAL_SET, name, strictFlag(), value);
    }

    private final class StaticName implements Place {
        private final String name;
        private final Meaning meaning;

        StaticName(String name, Meaning meaning) {
            this.name = name;
            this.meaning = meaning;
        }

        @Override
        public List<Code> setup() {
            return List.of();
        }

        @Override
        public Code get() {
            return readStatic(meaning, name);
        }

        @Override
        public Code set(Code value) {
            return assignStatic(meaning, name, value);
        }

        @Override
        public void release() { }
    }

    /** The object that has the name is found before the value is computed; undefined if none has. */
    private final class DynamicName implements Place {
        private final String name;
        private final Meaning meaning;
        private final int slot;
        private final Code find;

        DynamicName(String name, Meaning meaning, int slot, Code find) {
            this.name = name;
            this.meaning = meaning;
            this.slot = slot;
            this.find = find;
        }

        @Override
        public List<Code> setup() {
            return List.of(find);
        }

        @Override
        public Code get() {
            return Code.of(CONDITIONAL, Code.of(LOCAL_GET, slot), Code.of(WITH_GET, Code.of(LOCAL_GET, slot), name, strictFlag()),
                    readStatic(meaning, name));
        }

        @Override
        public Code set(Code value) {
            int v = w.f.temporary();
            Region outer = w.enterRegion();
            Code fallback = assignStatic(meaning, name, Code.of(LOCAL_GET, v));
            w.leaveRegion(outer);
            Code code = Code.of(COMMA, List.of(Code.of(LOCAL_SET, v, value),
                    Code.of(CONDITIONAL, Code.of(LOCAL_GET, slot),
                            Code.of(WITH_SET, Code.of(LOCAL_GET, slot), name, Code.of(LOCAL_GET, v), strictFlag()),
                            fallback)));
            w.f.release(v);
            return code;
        }

        @Override
        public void release() {
            w.f.release(slot);
        }
    }

    /** Puts callee and this value of a call by a dynamic name into slots: {@code this} is the object of the {@code with}. */
    Code callee(String name, Meaning m, int function, int receiver) {
        Code code = Code.of(COMMA, List.of(Code.of(LOCAL_SET, receiver, Code.of(UNDEFINED)), Code.of(LOCAL_SET, function, readStatic(m, name))));
        for (Scope s : m.objects().reversed()) {
            Code test = Code.of(WITH_HAS, read(s.object()), name, unscopables(s));
            Code thisValue = s.kind == ScopeInfo.Kind.WITH ? read(s.object()) : Code.of(UNDEFINED);
            code = Code.of(CONDITIONAL, test, Code.of(COMMA, List.of(Code.of(LOCAL_SET, receiver, thisValue),
                    Code.of(LOCAL_SET, function, Code.of(WITH_GET, read(s.object()), name, strictFlag())))), code);
        }
        return code;
    }

    /** Assigns the variable of the function, script or eval, whatever else of that name is in sight. */
    Code assignVariable(String name, Code value) {
        Scope inner = w.scope;
        w.scope = variableScope();
        Place place = place(name);
        Code code = UnitWriter.comma(place.setup(), place.set(value));
        place.release();
        w.scope = inner;
        return code;
    }

    /** Where the variables of the function being written are; those of a sloppy eval are in the nearest function or script around it. */
    private Scope variableScope() {
        Scope s = w.f.scope.body;
        if (w.f.scope.kind == FunctionScope.Kind.EVAL && !w.f.scope.strict) {
            s = s.parent;
            while (s != null && (s.kind == ScopeInfo.Kind.BLOCK || s.kind == ScopeInfo.Kind.WITH || s.kind == ScopeInfo.Kind.CLASS)) {
                s = s.parent;
            }
        }
        return s;
    }

    // What a call brings.

    /** {@code this}, {@code new.target}, the home object or the active function, of this function or the one around its arrows. */
    Code special(String name) {
        FunctionScope provider = w.f.scope.thisProvider();
        switch (provider.kind) {
            case MODULE -> {
                return Code.of(UNDEFINED);
            }
            case OUTSIDE -> {
                for (Scope s = w.outermost(); s != null; s = s.parent) {
                    if (s.kind == ScopeInfo.Kind.MODULE) {
                        return Code.of(UNDEFINED);
                    }
                    if (s.get(name) != null) {
                        return read(s.get(name));
                    }
                }
                return Code.of(UNDEFINED);
            }
            default -> {
                Binding b = provider.special(name);
                return b.captured || b.slot >= 0 ? read(b) : brought(name, provider);
            }
        }
    }

    /** The binding of {@code this} around a super call; null if an eval stands outside of derived constructors. */
    Binding thisBinding() {
        FunctionScope provider = w.f.scope.thisProvider();
        if (provider.kind != FunctionScope.Kind.OUTSIDE) {
            return provider.special(FunctionScope.THIS);
        }
        for (Scope s = w.outermost(); s != null; s = s.parent) {
            if (s.get(FunctionScope.THIS) != null) {
                return s.get(FunctionScope.THIS);
            }
        }
        return null;
    }

    /** The op that gives what the activation of the provider, which is the function being written, brings. */
    Code brought(String name, FunctionScope provider) {
        return switch (name) {
            case FunctionScope.THIS -> Code.of(THIS, provider.kind == FunctionScope.Kind.SCRIPT || provider.kind == FunctionScope.Kind.EVAL
                    || !provider.strict ? 1 : 0);
            case FunctionScope.NEW_TARGET -> Code.of(NEW_TARGET);
            case FunctionScope.HOME -> Code.of(HOME_OBJECT);
            case FunctionScope.CALLEE -> Code.of(CALLEE);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
