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
        if (expression instanceof Expression.Identifier e) {
            return w.variables.get(e.name()).at(e.start(), e.end());
        }
        if (expression instanceof Expression.Member || expression instanceof Expression.Call || expression instanceof Expression.Index
                || expression instanceof Expression.PrivateMember) {
            return w.calls.plain(expression);
        }
        if (expression instanceof Expression.This e) {
            return w.variables.special(FunctionScope.THIS).at(e.start(), e.end());
        }
        if (expression instanceof Expression.NewTarget) {
            return w.variables.special(FunctionScope.NEW_TARGET);
        }
        if (expression instanceof Expression.NumberLiteral e) {
            return number(e, e.value());
        }
        if (expression instanceof Expression.StringLiteral e) {
            return UnitWriter.string(e.value());
        }
        if (expression instanceof Expression.BigIntLiteral e) {
            return Code.of(BIGINT, e.value().toString());
        }
        if (expression instanceof Expression.BooleanLiteral e) {
            return Code.of(e.value() ? TRUE : FALSE);
        }
        if (expression instanceof Expression.NullLiteral) {
            return Code.of(NULL);
        }
        if (expression instanceof Expression.RegExpLiteral e) {
            return Code.of(REGEXP, e.pattern(), e.flags()).at(e.start(), e.end());
        }
        if (expression instanceof Expression.TemplateLiteral e) {
            return w.literals.template(e);
        }
        if (expression instanceof Expression.TaggedTemplate e) {
            return w.calls.tagged(e);
        }
        if (expression instanceof Expression.ArrayLiteral e) {
            return w.literals.array(e);
        }
        if (expression instanceof Expression.ObjectLiteral e) {
            return w.literals.object(e);
        }
        if (expression instanceof FunctionNode e) {
            return w.functions.closure(e, e.name() == null ? "" : e.name());
        }
        if (expression instanceof ClassNode e) {
            return w.classes.classNode(e, UnitWriter.string(e.name() == null ? "" : e.name()));
        }
        if (expression instanceof Expression.Unary e) {
            return unary(e);
        }
        if (expression instanceof Expression.Update e) {
            return w.assignments.update(e, true);
        }
        if (expression instanceof Expression.Binary e) {
            return binary(e);
        }
        if (expression instanceof Expression.Logical e) {
            return logical(e);
        }
        if (expression instanceof Expression.PrivateIn e) {
            return Code.of(HAS_PRIVATE, privateName(e.name()), expression(e.object())).at(e.start(), e.end());
        }
        if (expression instanceof Expression.Conditional e) {
            Code test = expression(e.test());
            Code consequent = w.branch(e.consequent());
            return Code.of(CONDITIONAL, test, consequent, w.branch(e.alternate()));
        }
        if (expression instanceof Expression.Assign e) {
            return w.assignments.assign(e, true);
        }
        if (expression instanceof Expression.CompoundAssign e) {
            return w.assignments.compound(e);
        }
        if (expression instanceof Expression.LogicalAssign e) {
            return w.assignments.logical(e);
        }
        if (expression instanceof Expression.Sequence e) {
            return sequence(e, true);
        }
        if (expression instanceof Expression.OptionalChain e) {
            return w.calls.member(e.expression());
        }
        if (expression instanceof Expression.SuperMember e) {
            return w.calls.getSuper(() -> UnitWriter.string(e.name())).at(e.start(), e.end());
        }
        if (expression instanceof Expression.SuperIndex e) {
            return w.calls.getSuper(() -> expression(e.index())).at(e.start(), e.end());
        }
        if (expression instanceof Expression.New e) {
            return w.calls.construct(e);
        }
        if (expression instanceof Expression.SuperCall e) {
            return w.calls.superCall(e);
        }
        if (expression instanceof Expression.ImportCall e) {
            return Code.of(IMPORT_CALL, expression(e.specifier()), e.options() == null ? null : expression(e.options()),
                    e.phase().ordinal()).at(e.start(), e.end());
        }
        if (expression instanceof Expression.ImportMeta) {
            return Code.of(IMPORT_META);
        }
        if (expression instanceof Expression.Yield e) {
            return yielded(e);
        }
        if (expression instanceof Expression.Await e) {
            return Code.of(AWAIT, expression(e.argument())).at(e.start(), e.end());
        }
        if (expression instanceof Expression.Elision || expression instanceof Expression.Spread) {
            throw new IllegalArgumentException(expression.toString());
        }
        throw new IllegalArgumentException(expression.toString());
    }

    /** An expression whose value nobody uses. */
    Code effect(Expression expression) {
        if (expression instanceof Expression.Update e) {
            return w.assignments.update(e, false);
        }
        if (expression instanceof Expression.Assign e) {
            return w.assignments.assign(e, false);
        }
        if (expression instanceof Expression.Sequence e) {
            return sequence(e, false);
        }
        return expression(expression);
    }

    /** NamedEvaluation (ECMA-262 §8.4.5): an anonymous function gets the name of what it is assigned to. */
    Code named(Expression e, String name) {
        if (e instanceof FunctionNode f && isAnonymous(e)) {
            return w.functions.closure(f, name);
        }
        if (e instanceof ClassNode c && isAnonymous(e)) {
            return w.classes.classNode(c, UnitWriter.string(name));
        }
        return expression(e);
    }

    /** NamedEvaluation with a name that is a property key in a temporary or variable. */
    Code named(Expression e, Code key) {
        if (e instanceof FunctionNode f && isAnonymous(e)) {
            return w.functions.closure(f, key);
        }
        if (e instanceof ClassNode c && isAnonymous(e)) {
            return w.classes.classNode(c, key);
        }
        return expression(e);
    }

    /** IsAnonymousFunctionDefinition (§8.4.3). */
    static boolean isAnonymous(Expression e) {
        return e instanceof FunctionNode f && f.name() == null || e instanceof ClassNode c && c.name() == null;
    }

    /** An int; or a double, which 0.0 is too: whoever writes it so means to compute with fractions, and objects made with it are like those to come. */
    private static Code number(Expression.NumberLiteral literal, double value) {
        int i = (int) value;
        return i == value && !literal.hasPoint() && (i != 0 || 1 / value > 0) ? Code.of(INT32, i) : Code.of(NUMBER, value);
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
            case TYPEOF -> e.operand() instanceof Expression.Identifier id ? w.variables.typeOf(id.name())
                    : Code.of(TYPEOF, expression(e.operand()));
            case DELETE -> w.calls.delete(e);
            case VOID -> e.operand() instanceof Expression.NumberLiteral ? Code.of(UNDEFINED)
                    : Code.of(COMMA, List.of(effect(e.operand()), Code.of(UNDEFINED)));
            case NOT -> Code.of(NOT, expression(e.operand()));
            case MINUS -> e.operand() instanceof Expression.NumberLiteral n ? number(n, -n.value())
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
            Code right = w.branch(b.right());
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
