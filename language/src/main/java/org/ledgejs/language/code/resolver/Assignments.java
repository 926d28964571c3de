package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Pattern;

/** Assignments, simple, compound and logical, and increments (ECMA-262 §13.15, §13.4). */
final class Assignments {
    private final UnitWriter w;

    Assignments(UnitWriter w) {
        this.w = w;
    }

    Code assign(Expression.Assign e, boolean valueUsed) {
        if (!(e.target() instanceof Pattern.Target target)) {
            return w.patterns.assign(e, valueUsed);
        }
        return simple(e, target).at(e.start(), e.end());
    }

    private Code simple(Expression.Assign e, Pattern.Target target) {
        Expression expression = target.expression();
        if (expression instanceof Expression.Identifier id) {
            Place place = w.variables.place(id.name());
            Code value = target.parenthesized() ? w.expressions.expression(e.value()) : w.expressions.named(e.value(), id.name());
            return finish(place, place.set(value));
        }
        if (expression instanceof Expression.Member m) {
            Code object = w.expressions.expression(m.object());
            return Code.of(SET, object, m.name(), value(e.value(), m), w.strict());
        }
        if (expression instanceof Expression.Index m) {
            Code object = w.expressions.expression(m.object());
            Code key = w.expressions.expression(m.index());
            return Code.of(SET_INDEX, object, key, value(e.value(), m), w.strict());
        }
        Place place = place(target, false);
        return finish(place, place.set(w.expressions.expression(e.value())));
    }

    /** A function without a name gets none from a member it is assigned to, but stack traces call it after that. */
    private Code value(Expression value, Expression member) {
        Code code = w.expressions.expression(value);
        if (value instanceof FunctionNode f && f.name() == null) {
            String name = memberName(member);
            if (!name.isEmpty()) {
                w.unit.inferName((Integer) code.operand(0), name);
            }
        }
        return code;
    }

    /** {@code a.b.c} as far as it is names, without {@code prototype}. */
    private static String memberName(Expression e) {
        if (e instanceof Expression.Identifier id) {
            return id.name();
        }
        String name = e instanceof Expression.Member m ? m.name() : e instanceof Expression.Index i && i.index() instanceof Expression.StringLiteral s ? s.value() : "";
        String object = e instanceof Expression.Member m ? memberName(m.object()) : e instanceof Expression.Index i ? memberName(i.object()) : "";
        return name.isEmpty() || name.equals("prototype") ? object : object.isEmpty() ? name : object + "." + name;
    }

    private static Code finish(Place place, Code code) {
        Code result = UnitWriter.comma(place.setup(), code);
        place.release();
        return result;
    }

    Code compound(Expression.CompoundAssign e) {
        Place place = place(e.target(), true);
        Code old = place.get().at(e.target().start(), e.target().end());
        Code value = Code.of(Expressions.op(e.operator()), old, w.expressions.expression(e.value())).at(e.start(), e.end());
        return finish(place, place.set(value).at(e.start(), e.end()));
    }

    Code logical(Expression.LogicalAssign e) {
        Place place = place(e.target(), true);
        Code old = place.get().at(e.target().start(), e.target().end());
        Region outer = w.enterRegion();
        Code value = e.target().isIdentifierRef()
                ? w.expressions.named(e.value(), ((Expression.Identifier) e.target().expression()).name())
                : w.expressions.expression(e.value());
        Code set = place.set(value).at(e.start(), e.end());
        w.leaveRegion(outer);
        return finish(place, Code.of(Expressions.op(e.operator()), old, set));
    }

    /** An increment; where the old value is not asked for, the postfix form is the prefix form. */
    Code update(Expression.Update e, boolean valueUsed) {
        Place place = place(e.target(), true);
        Op op = e.increment() ? INC : DEC;
        Code old = place.get().at(e.target().start(), e.target().end());
        if (e.prefix() || !valueUsed) {
            return finish(place, place.set(Code.of(op, old).at(e.start(), e.end())).at(e.start(), e.end()));
        }
        int t = w.f.temporary();
        List<Code> list = new ArrayList<>(place.setup());
        list.add(UnitWriter.setLocal(t, Code.of(TO_NUMERIC, old).at(e.start(), e.end())));
        list.add(place.set(Code.of(op, UnitWriter.local(t))).at(e.start(), e.end()));
        list.add(UnitWriter.local(t));
        w.f.release(t);
        place.release();
        return Code.of(COMMA, list);
    }

    /** The target of an assignment, its parts evaluated into temporaries. */
    Place place(Pattern.Target target, boolean reads) {
        Expression expression = target.expression();
        if (expression instanceof Expression.Identifier e) {
            return w.variables.place(e.name());
        }
        if (expression instanceof Expression.Member e) {
            Parts p = new Parts();
            int object = p.object(w.expressions.expression(e.object()), reads);
            return p.place(() -> Code.of(GET, UnitWriter.local(object), e.name()),
                    v -> Code.of(SET, UnitWriter.local(object), e.name(), v, w.strict()).at(e.start(), e.end()));
        }
        if (expression instanceof Expression.Index e) {
            Parts p = new Parts();
            boolean simpleKey = e.index() instanceof Expression.Identifier || e.index() instanceof Expression.NumberLiteral
                    || e.index() instanceof Expression.StringLiteral;
            int object = p.object(w.expressions.expression(e.object()), reads && simpleKey);
            int key = p.put(w.expressions.expression(e.index()));
            if (reads && !isPrimitive(e.index())) {
                // The key is converted once, but not before the object was checked (§13.15.2 with §6.2.5.5).
                p.setup.add(Code.of(REQUIRE_OBJECT_COERCIBLE, UnitWriter.local(object)).at(e.start(), e.end()));
                p.setup.add(UnitWriter.setLocal(key, Code.of(TO_PROPERTY_KEY, UnitWriter.local(key))));
            }
            return p.place(() -> Code.of(GET_INDEX, UnitWriter.local(object), UnitWriter.local(key)),
                    v -> Code.of(SET_INDEX, UnitWriter.local(object), UnitWriter.local(key), v, w.strict()).at(e.start(), e.end()));
        }
        if (expression instanceof Expression.PrivateMember e) {
            Parts p = new Parts();
            int object = p.put(w.expressions.expression(e.object()));
            return p.place(() -> Code.of(GET_PRIVATE, UnitWriter.local(object), w.expressions.privateName(e.name())),
                    v -> Code.of(SET_PRIVATE, UnitWriter.local(object), w.expressions.privateName(e.name()), v).at(e.start(), e.end()));
        }
        if (expression instanceof Expression.SuperMember e) {
            Parts p = new Parts();
            int receiver = p.put(w.variables.special(FunctionScope.THIS).at(e.start(), e.end()));
            int base = p.put(w.calls.superBase());
            return superPlace(p, receiver, base, () -> UnitWriter.string(e.name()));
        }
        if (expression instanceof Expression.SuperIndex e) {
            Parts p = new Parts();
            int receiver = p.put(w.variables.special(FunctionScope.THIS).at(e.start(), e.end()));
            int key = p.put(w.expressions.expression(e.index()));
            int base = p.put(w.calls.superBase());
            if (reads && !isPrimitive(e.index())) {
                p.setup.add(UnitWriter.setLocal(key, Code.of(TO_PROPERTY_KEY, UnitWriter.local(key))));
            }
            return superPlace(p, receiver, base, () -> UnitWriter.local(key));
        }
        // A call as a target is called, and then is no reference (§8.6.4).
        if (expression instanceof Expression.Call e) {
            Parts p = new Parts();
            p.setup.add(w.expressions.expression(e));
            // The value is never computed, but the functions in it have their places in the unit.
            return p.place(() -> noReference(e), v -> UnitWriter.comma(List.of(noReference(e)), v));
        }
        throw new IllegalArgumentException(target.toString());
    }

    private static Code noReference(Expression.Call e) {
        return Code.of(THROW_ERROR, 0, "Invalid left-hand side in assignment").at(e.start(), e.end());
    }

    private Place superPlace(Parts p, int receiver, int base, Supplier<Code> key) {
        return p.place(() -> Code.of(GET_SUPER, key.get(), UnitWriter.local(base), UnitWriter.local(receiver)),
                v -> Code.of(SET_SUPER, key.get(), UnitWriter.local(base), UnitWriter.local(receiver), v, w.strict()));
    }

    /** Converting the value of the expression to a property key cannot be seen. */
    private static boolean isPrimitive(Expression e) {
        return e instanceof Expression.NumberLiteral || e instanceof Expression.StringLiteral || e instanceof Expression.Update
                || e instanceof Expression.TemplateLiteral;
    }

    /** Values that a place keeps in temporaries. */
    private final class Parts {
        private final List<Code> setup = new ArrayList<>();
        private final List<Integer> slots = new ArrayList<>();

        int put(Code value) {
            int slot = w.f.temporary();
            slots.add(slot);
            setup.add(UnitWriter.setLocal(slot, value));
            return slot;
        }

        /**
         * The slot of an object. That of an uncaptured variable serves as it is where the place is read before it is set: nothing can assign
         * the variable between, and setting evaluates it before the value.
         */
        int object(Code value, boolean mayShare) {
            return mayShare && value.op() == LOCAL_GET ? (Integer) value.operand(0) : put(value);
        }

        Place place(Supplier<Code> get, UnaryOperator<Code> set) {
            return new Place() {
                @Override
                public List<Code> setup() {
                    return setup;
                }

                @Override
                public Code get() {
                    return get.get();
                }

                @Override
                public Code set(Code value) {
                    return set.apply(value);
                }

                @Override
                public void release() {
                    slots.forEach(w.f::release);
                }
            };
        }
    }
}
