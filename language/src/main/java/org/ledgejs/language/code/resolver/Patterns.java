package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.Pattern;
import org.ledgejs.language.syntax.PropertyKey;

/** Destructuring (ECMA-262 §8.6.2, §13.15.5): object patterns become property reads, array patterns the op that drives the iterator. */
final class Patterns {

    /** What the leaves of a pattern are. */
    enum Mode {
        /** Assigned: assignment patterns and {@code var}. */
        ASSIGN,
        /** Initialised: lexical declarations, catch parameters. */
        INITIALIZE,
        /** Initialised in the scope of the parameters. */
        PARAMETER
    }

    private final UnitWriter w;

    Patterns(UnitWriter w) {
        this.w = w;
    }

    /** An assignment whose target is a pattern; its value is the value assigned. */
    Code assign(Expression.Assign e, boolean valueUsed) {
        List<Code> list = new ArrayList<>();
        Code value = w.expressions.expression(e.value());
        if (!valueUsed) {
            bind(e.target(), value, Mode.ASSIGN, list);
            return UnitWriter.comma(list);
        }
        int t = w.f.temporary();
        list.add(UnitWriter.setLocal(t, value));
        bind(e.target(), UnitWriter.local(t), Mode.ASSIGN, list);
        list.add(UnitWriter.local(t));
        w.f.release(t);
        return Code.of(COMMA, list);
    }

    /** Adds the expressions that bind or assign the value; the value is evaluated first. */
    void bind(Pattern pattern, Code value, Mode mode, List<Code> out) {
        Element element = element(pattern, mode);
        if (element.setup().isEmpty()) {
            element.finish(value, out);
        } else {
            int t = w.f.temporary();
            out.add(UnitWriter.setLocal(t, value));
            out.addAll(element.setup());
            element.finish(UnitWriter.local(t), out);
            w.f.release(t);
        }
    }

    /** A target: what is evaluated before its value is fetched, and what is done with the value. */
    private interface Element {
        default List<Code> setup() {
            return List.of();
        }

        void finish(Code value, List<Code> out);
    }

    private Element element(Pattern pattern, Mode mode) {
        if (pattern instanceof Pattern.Binding p) {
            return mode == Mode.ASSIGN ? place(w.variables.place(p.name()), p) : new Initialized(p, mode);
        }
        if (pattern instanceof Pattern.Target p) {
            return place(w.assignments.place(p, false), p);
        }
        if (pattern instanceof Pattern.Default p) {
            return withDefault(p, mode);
        }
        if (pattern instanceof Pattern.Rest p) {
            return element(p.target(), mode);
        }
        if (pattern instanceof Pattern.ArrayPattern || pattern instanceof Pattern.ObjectPattern) {
            return new Nested(pattern, mode);
        }
        throw new IllegalArgumentException(pattern.toString());
    }

    /** A name that is declared. */
    private final class Initialized implements Element {
        private final Pattern.Binding binding;
        private final Mode mode;

        Initialized(Pattern.Binding binding, Mode mode) {
            this.binding = binding;
            this.mode = mode;
        }

        @Override
        public void finish(Code value, List<Code> out) {
            Code write = mode == Mode.PARAMETER ? w.variables.initialize(w.f.scope.parameters.get(binding.name()), value)
                    : w.variables.initialize(binding.name(), value);
            out.add(write.at(binding.start(), binding.end()));
        }
    }

    private final class Nested implements Element {
        private final Pattern pattern;
        private final Mode mode;

        Nested(Pattern pattern, Mode mode) {
            this.pattern = pattern;
            this.mode = mode;
        }

        @Override
        public void finish(Code value, List<Code> out) {
            if (pattern instanceof Pattern.ArrayPattern p) {
                array(p, value, mode, out);
            } else {
                object((Pattern.ObjectPattern) pattern, value, mode, out);
            }
        }
    }

    private static Element place(Place place, Pattern p) {
        return new Element() {
            @Override
            public List<Code> setup() {
                return place.setup();
            }

            @Override
            public void finish(Code value, List<Code> out) {
                out.add(place.set(value).at(p.start(), p.end()));
                place.release();
            }
        };
    }

    private Element withDefault(Pattern.Default p, Mode mode) {
        Element target = element(p.target(), mode);
        return new Element() {
            @Override
            public List<Code> setup() {
                return target.setup();
            }

            @Override
            public void finish(Code value, List<Code> out) {
                Region outer = w.enterRegion();
                Code initializer = initializer(p);
                w.leaveRegion(outer);
                target.finish(Code.of(DEFAULT, value, initializer), out);
            }
        };
    }

    private Code initializer(Pattern.Default p) {
        if (p.target() instanceof Pattern.Binding b) {
            return w.expressions.named(p.value(), b.name());
        }
        if (p.target() instanceof Pattern.Target t && t.isIdentifierRef()) {
            return w.expressions.named(p.value(), ((Expression.Identifier) t.expression()).name());
        }
        return w.expressions.expression(p.value());
    }

    private void object(Pattern.ObjectPattern p, Code value, Mode mode, List<Code> out) {
        int source = w.f.temporary();
        out.add(UnitWriter.setLocal(source, Code.of(REQUIRE_OBJECT_COERCIBLE, value).at(p.start(), p.end())));
        List<Code> keys = new ArrayList<>();
        List<Integer> keySlots = new ArrayList<>();
        for (Pattern.PropertyPattern property : p.properties()) {
            Code get;
            String name = Literals.name(property.key());
            Element element = null;
            if (name == null) {
                Code key = w.expressions.expression(((PropertyKey.Computed) property.key()).expression());
                element = element(property.value(), mode);
                if (p.rest() != null || !element.setup().isEmpty()) {
                    int slot = w.f.temporary();
                    keySlots.add(slot);
                    out.add(UnitWriter.setLocal(slot, Code.of(TO_PROPERTY_KEY, key)));
                    key = UnitWriter.local(slot);
                    keys.add(UnitWriter.local(slot));
                }
                get = Code.of(GET_INDEX, UnitWriter.local(source), key);
            } else {
                element = element(property.value(), mode);
                keys.add(UnitWriter.string(name));
                get = Literals.isIndex(name) ? Code.of(GET_INDEX, UnitWriter.local(source), Literals.index(name))
                        : Code.of(GET, UnitWriter.local(source), name);
            }
            out.addAll(element.setup());
            element.finish(get.at(property.start(), property.end()), out);
        }
        if (p.rest() != null) {
            Element rest = element(p.rest(), mode);
            out.addAll(rest.setup());
            rest.finish(Code.of(OBJECT_REST, UnitWriter.local(source), keys).at(p.rest().start(), p.rest().end()), out);
        }
        for (int slot : keySlots) {
            w.f.release(slot);
        }
        w.f.release(source);
    }

    private void array(Pattern.ArrayPattern p, Code value, Mode mode, List<Code> out) {
        List<Code> elements = new ArrayList<>();
        for (Pattern pattern : p.elements()) {
            if (pattern instanceof Pattern.Skip) {
                elements.add(Code.of(ELEMENT_ELISION));
                continue;
            }
            int t = w.f.temporary();
            Element element = element(pattern, mode);
            Code setup = element.setup().isEmpty() ? null : UnitWriter.comma(element.setup());
            List<Code> finish = new ArrayList<>();
            element.finish(UnitWriter.local(t), finish);
            elements.add(Code.of(pattern instanceof Pattern.Rest ? ELEMENT_REST : ELEMENT_ITEM, setup, t, UnitWriter.comma(finish)));
            w.f.release(t);
        }
        out.add(Code.of(ARRAY_PATTERN, value, elements).at(p.start(), p.end()));
    }
}
