package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;

/** Expressions: operators, property reads, names. Calls, literals and assignments have classes of their own. */
final class Expressions {
    /** A chain of one operator is cut into pieces of this length, so that no tree gets too deep to walk. */
    private static final int CHAIN = 64;

    private final UnitWriter w;

    Expressions(UnitWriter w) {
        this.w = w;
    }

    Code expression(Expression expression) {
        return switch (expression) {
            case Expression.Identifier e -> w.variables.get(e.name()).at(e.start(), e.end());
            case Expression.This e -> w.variables.special(FunctionScope.THIS).at(e.start(), e.end());
            case Expression.NewTarget _ -> w.variables.special(FunctionScope.NEW_TARGET);
            case Expression.NumberLiteral e -> number(e.value());
            case Expression.StringLiteral e -> UnitWriter.string(e.value());
            case Expression.BigIntLiteral e -> Code.of(BIGINT, e.value().toString());
            case Expression.BooleanLiteral e -> Code.of(e.value() ? TRUE : FALSE);
            case Expression.NullLiteral _ -> Code.of(NULL);
            case Expression.RegExpLiteral e -> Code.of(REGEXP, e.pattern(), e.flags()).at(e.start(), e.end());
            case Expression.TemplateLiteral e -> w.literals.template(e);
            case Expression.TaggedTemplate e -> w.calls.tagged(e);
            case Expression.ArrayLiteral e -> w.literals.array(e);
            case Expression.ObjectLiteral e -> w.literals.object(e);
            case FunctionNode e -> w.functions.closure(e, e.name() == null ? "" : e.name());
            case ClassNode e -> w.classes.classNode(e, UnitWriter.string(e.name() == null ? "" : e.name()));
            case Expression.Unary e -> unary(e);
            case Expression.Update e -> w.assignments.update(e, true);
            case Expression.Binary e -> binary(e);
            case Expression.Logical e -> logical(e);
            case Expression.PrivateIn e -> Code.of(HAS_PRIVATE, privateName(e.name()), expression(e.object())).at(e.start(), e.end());
            case Expression.Conditional e -> {
                Code test = expression(e.test());
                Code consequent = w.inRegion(() -> expression(e.consequent()));
                yield Code.of(CONDITIONAL, test, consequent, w.inRegion(() -> expression(e.alternate())));
            }
            case Expression.Assign e -> w.assignments.assign(e, true);
            case Expression.CompoundAssign e -> w.assignments.compound(e);
            case Expression.LogicalAssign e -> w.assignments.logical(e);
            case Expression.Sequence e -> sequence(e, true);
            case Expression.Member _, Expression.Index _, Expression.PrivateMember _, Expression.Call _ -> w.calls.member(expression);
            case Expression.OptionalChain e -> w.calls.member(e.expression());
            case Expression.SuperMember e -> w.calls.getSuper(() -> UnitWriter.string(e.name())).at(e.start(), e.end());
            case Expression.SuperIndex e -> w.calls.getSuper(() -> expression(e.index())).at(e.start(), e.end());
            case Expression.New e -> w.calls.construct(e);
            case Expression.SuperCall e -> w.calls.superCall(e);
            case Expression.ImportCall e -> Code.of(IMPORT_CALL, expression(e.specifier()), e.options() == null ? null : expression(e.options()),
                    e.phase().ordinal()).at(e.start(), e.end());
            case Expression.ImportMeta _ -> Code.of(IMPORT_META);
            case Expression.Yield e -> yielded(e);
            case Expression.Await e -> Code.of(AWAIT, expression(e.argument())).at(e.start(), e.end());
            case Expression.Elision _, Expression.Spread _ -> throw new IllegalArgumentException(expression.toString());
        };
    }

    /** An expression whose value nobody uses. */
    Code effect(Expression expression) {
        return switch (expression) {
            case Expression.Update e -> w.assignments.update(e, false);
            case Expression.Assign e -> w.assignments.assign(e, false);
            case Expression.Sequence e -> sequence(e, false);
            default -> expression(expression);
        };
    }

    /** NamedEvaluation (ECMA-262 §8.4.5): an anonymous function gets the name of what it is assigned to. */
    Code named(Expression e, String name) {
        return switch (e) {
            case FunctionNode f when isAnonymous(e) -> w.functions.closure(f, name);
            case ClassNode c when isAnonymous(e) -> w.classes.classNode(c, UnitWriter.string(name));
            default -> expression(e);
        };
    }

    /** NamedEvaluation with a name that is a property key in a temporary or variable. */
    Code named(Expression e, Code key) {
        return switch (e) {
            case FunctionNode f when isAnonymous(e) -> w.functions.closure(f, key);
            case ClassNode c when isAnonymous(e) -> w.classes.classNode(c, key);
            default -> expression(e);
        };
    }

    /** IsAnonymousFunctionDefinition (§8.4.3). */
    static boolean isAnonymous(Expression e) {
        return e instanceof FunctionNode f && f.name() == null || e instanceof ClassNode c && c.name() == null;
    }

    static Code number(double value) {
        int i = (int) value;
        return i == value && (i != 0 || 1 / value > 0) ? Code.of(INT32, i) : Code.of(NUMBER, value);
    }

    Code privateName(String name) {
        return w.variables.get("#" + name);
    }

    private Code sequence(Expression.Sequence e, boolean valueUsed) {
        List<Code> list = new ArrayList<>();
        int last = e.expressions().size() - 1;
        for (int i = 0; i <= last; i++) {
            Expression part = e.expressions().get(i);
            list.add(i == last && valueUsed ? expression(part) : effect(part));
        }
        return UnitWriter.comma(list);
    }

    private Code yielded(Expression.Yield e) {
        Code value = e.argument() == null ? Code.of(UNDEFINED) : expression(e.argument());
        if (e.delegate()) {
            return Code.of(YIELD_STAR, value).at(e.start(), e.end());
        }
        return Code.of(YIELD, w.f.scope.node.async() ? Code.of(AWAIT, value) : value).at(e.start(), e.end());
    }

    // Operators.

    private Code unary(Expression.Unary e) {
        return switch (e.operator()) {
            case TYPEOF -> e.operand() instanceof Expression.Identifier id ? w.variables.typeOf(id.name()) : Code.of(TYPEOF, expression(e.operand()));
            case DELETE -> w.calls.delete(e);
            case VOID -> e.operand() instanceof Expression.NumberLiteral ? Code.of(UNDEFINED)
                    : Code.of(COMMA, List.of(effect(e.operand()), Code.of(UNDEFINED)));
            case NOT -> Code.of(NOT, expression(e.operand()));
            case MINUS -> e.operand() instanceof Expression.NumberLiteral n ? number(-n.value())
                    : Code.of(NEG, expression(e.operand())).at(e.start(), e.end());
            case PLUS -> Code.of(PLUS, expression(e.operand())).at(e.start(), e.end());
            case BIT_NOT -> Code.of(BIT_NOT, expression(e.operand())).at(e.start(), e.end());
        };
    }

    static Op op(Expression.BinaryOperator operator) {
        return switch (operator) {
            case ADD -> ADD;
            case SUBTRACT -> SUB;
            case MULTIPLY -> MUL;
            case DIVIDE -> DIV;
            case REMAINDER -> MOD;
            case EXPONENTIATE -> EXP;
            case SHIFT_LEFT -> SHL;
            case SHIFT_RIGHT -> SHR;
            case SHIFT_RIGHT_UNSIGNED -> USHR;
            case BIT_AND -> BIT_AND;
            case BIT_OR -> BIT_OR;
            case BIT_XOR -> BIT_XOR;
            case LESS -> LT;
            case GREATER -> GT;
            case LESS_EQUAL -> LE;
            case GREATER_EQUAL -> GE;
            case EQUAL -> EQ;
            case NOT_EQUAL -> NE;
            case STRICT_EQUAL -> SEQ;
            case STRICT_NOT_EQUAL -> SNE;
            case IN -> IN;
            case INSTANCEOF -> INSTANCEOF;
        };
    }

    private Code binary(Expression.Binary top) {
        List<Expression.Binary> chain = new ArrayList<>();
        Expression left = top;
        while (left instanceof Expression.Binary b) {
            chain.add(b);
            left = b.left();
        }
        Chain result = new Chain(expression(left));
        for (Expression.Binary b : chain.reversed()) {
            result.add(Code.of(op(b.operator()), result.code, expression(b.right())).at(b.start(), b.end()));
        }
        return result.end();
    }

    private Code logical(Expression.Logical top) {
        List<Expression.Logical> chain = new ArrayList<>();
        Expression left = top;
        while (left instanceof Expression.Logical b) {
            chain.add(b);
            left = b.left();
        }
        Chain result = new Chain(expression(left));
        for (Expression.Logical b : chain.reversed()) {
            Code right = w.inRegion(() -> expression(b.right()));
            result.add(Code.of(op(b.operator()), result.code, right));
        }
        return result.end();
    }

    static Op op(Expression.LogicalOperator operator) {
        return switch (operator) {
            case AND -> AND;
            case OR -> OR;
            case NULLISH -> COALESCE;
        };
    }

    /** A left-deep chain; every so often its value goes into a temporary, and the chain goes on from there. */
    private final class Chain {
        private final List<Code> before = new ArrayList<>();
        private Code code;
        private int length;
        private int temporary = -1;

        Chain(Code first) {
            code = first;
        }

        void add(Code longer) {
            code = longer;
            if (++length % CHAIN == 0) {
                if (temporary < 0) {
                    temporary = w.f.temporary();
                }
                before.add(UnitWriter.setLocal(temporary, code));
                code = UnitWriter.local(temporary);
            }
        }

        Code end() {
            if (temporary >= 0) {
                w.f.release(temporary);
            }
            return UnitWriter.comma(before, code);
        }
    }
}
