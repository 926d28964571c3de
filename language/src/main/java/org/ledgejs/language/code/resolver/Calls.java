package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.syntax.Expression;

/** Property reads, calls and optional chains (ECMA-262 §13.3), and delete. */
final class Calls {
    private final UnitWriter w;

    Calls(UnitWriter w) {
        this.w = w;
    }

    /** A member access or call that is no part of an optional chain. */
    Code plain(Expression expression) {
        if (expression instanceof Expression.Member e) {
            return get(e, w.expressions.expression(e.object()));
        }
        if (expression instanceof Expression.Index e) {
            return get(e, w.expressions.expression(e.object()));
        }
        if (expression instanceof Expression.Call e) {
            if (e.callee() instanceof Expression.Member m) {
                Code object = w.expressions.expression(m.object());
                return atName(Code.of(CALL_METHOD, object, m.name(), w.literals.items(e.arguments())), m, e.end());
            }
            if (e.callee() instanceof Expression.Identifier id && !e.isDirectEval() && w.variables.meaning(id.name()).objects().isEmpty()) {
                Code callee = w.expressions.expression(id);
                return Code.of(CALL, callee, w.literals.items(e.arguments())).at(e.start(), e.end());
            }
        }
        return member(expression);
    }

    /** The inside of an optional chain, or any other member access or call. */
    Code member(Expression e) {
        return chain(e, UnaryOperator.identity());
    }

    /**
     * Writes an expression and what is done with its value. In an optional chain that is the rest of the chain: it belongs inside, where
     * it is left out when an optional link finds undefined or null.
     */
    private Code chain(Expression expression, UnaryOperator<Code> then) {
        if (expression instanceof Expression.Member e) {
            return chain(e.object(), o -> link(e.optional(), o, x -> then.apply(get(e, x))));
        }
        if (expression instanceof Expression.Index e) {
            return chain(e.object(), o -> link(e.optional(), o, x -> then.apply(get(e, x))));
        }
        if (expression instanceof Expression.PrivateMember e) {
            return chain(e.object(), o -> link(e.optional(), o, x -> then.apply(get(e, x))));
        }
        if (expression instanceof Expression.Call e) {
            return call(new Site(e.callee(), e.optional(), e.isDirectEval(), e.start(), e.end(),
                    () -> w.literals.items(e.arguments())), then);
        }
        return then.apply(w.expressions.expression(expression));
    }

    private Code link(boolean optional, Code object, UnaryOperator<Code> then) {
        if (!optional) {
            return then.apply(object);
        }
        int t = w.f.temporary();
        Region outer = w.enterRegion();
        Code rest = then.apply(UnitWriter.local(t));
        w.leaveRegion(outer);
        w.f.release(t);
        return Code.of(OPTIONAL, t, object, rest);
    }

    /** The end of a member expression is its name: there stack traces point. */
    private static Code atName(Code code, Expression.Member e, int end) {
        return code.at(Math.max(e.object().end(), e.end() - e.name().length()), end);
    }

    private static Code get(Expression.Member e, Code object) {
        return atName(Code.of(GET, object, e.name()), e, e.end());
    }

    private Code get(Expression.Index e, Code object) {
        if (e.index() instanceof Expression.StringLiteral s) {
            Code code = Literals.isIndex(s.value()) ? Code.of(GET_INDEX, object, Literals.index(s.value())) : Code.of(GET, object, s.value());
            return code.at(s.start(), e.end());
        }
        return Code.of(GET_INDEX, object, w.expressions.expression(e.index())).at(e.index().start(), e.end());
    }

    private Code get(Expression.PrivateMember e, Code object) {
        return Code.of(GET_PRIVATE, object, w.expressions.privateName(e.name())).at(e.start(), e.end());
    }

    // Calls.

    /** A call or tagged template. */
    private record Site(Expression callee, boolean optional, boolean directEval, int start, int end, Supplier<List<Code>> arguments) { }

    private Code call(Site e, UnaryOperator<Code> then) {
        Expression callee = e.callee();
        if (callee instanceof Expression.Identifier id) {
            return identifierCall(e, id, then);
        }
        if (callee instanceof Expression.Member m) {
            return chain(m.object(), o -> link(m.optional(), o, x -> e.optional()
                    ? optionalCall(e, x, y -> get(m, y), then)
                    : then.apply(atName(Code.of(CALL_METHOD, x, m.name(), e.arguments().get()), m, e.end()))));
        }
        if (callee instanceof Expression.Index m) {
            return chain(m.object(), o -> link(m.optional(), o, x -> {
                if (e.optional() || m.index() instanceof Expression.StringLiteral) {
                    return e.optional() ? optionalCall(e, x, y -> get(m, y), then) : then.apply(stringCall(e, m, x));
                }
                Code key = w.expressions.expression(m.index());
                return then.apply(Code.of(CALL_INDEX, x, key, e.arguments().get()).at(m.index().start(), e.end()));
            }));
        }
        if (callee instanceof Expression.PrivateMember m) {
            return chain(m.object(), o -> link(m.optional(), o, x -> thisCall(e, x, y -> get(m, y), then)));
        }
        if (callee instanceof Expression.SuperMember m) {
            return superMethodCall(e, () -> UnitWriter.string(m.name()), m.start(), then);
        }
        if (callee instanceof Expression.SuperIndex m) {
            return superMethodCall(e, () -> w.expressions.expression(m.index()), m.start(), then);
        }
        if (callee instanceof Expression.OptionalChain c) {
            return parenthesizedChainCall(e, c, then);
        }
        return chain(e.callee(), f -> link(e.optional(), f, x -> then.apply(Code.of(CALL, x, e.arguments().get()).at(e.start(), e.end()))));
    }

    private Code stringCall(Site e, Expression.Index m, Code object) {
        Expression.StringLiteral s = (Expression.StringLiteral) m.index();
        Code code = Literals.isIndex(s.value()) ? Code.of(CALL_INDEX, object, Literals.index(s.value()), e.arguments().get())
                : Code.of(CALL_METHOD, object, s.value(), e.arguments().get());
        return code.at(s.start(), e.end());
    }

    /** {@code object.f?.()}, or a call whose function no op finds by itself: object and function go through temporaries. */
    private Code thisCall(Site e, Code object, UnaryOperator<Code> function, UnaryOperator<Code> then) {
        if (e.optional()) {
            return optionalCall(e, object, function, then);
        }
        int receiver = w.f.temporary();
        Code f = function.apply(UnitWriter.setLocal(receiver, object));
        Code call = Code.of(CALL_THIS, f, UnitWriter.local(receiver), e.arguments().get()).at(e.start(), e.end());
        Code result = then.apply(call);
        w.f.release(receiver);
        return result;
    }

    private Code optionalCall(Site e, Code object, UnaryOperator<Code> function, UnaryOperator<Code> then) {
        int receiver = w.f.temporary();
        Code f = function.apply(UnitWriter.setLocal(receiver, object));
        Code code = link(true, f, x -> then.apply(
                Code.of(CALL_THIS, x, UnitWriter.local(receiver), e.arguments().get()).at(e.start(), e.end())));
        w.f.release(receiver);
        return code;
    }

    private Code identifierCall(Site e, Expression.Identifier id, UnaryOperator<Code> then) {
        Variables.Meaning meaning = w.variables.meaning(id.name());
        if (!meaning.objects().isEmpty()) {
            int function = w.f.temporary();
            int receiver = w.f.temporary();
            Code find = w.variables.callee(id.name(), meaning, function, receiver);
            Code code = link(e.optional(), UnitWriter.local(function), f -> then.apply(e.directEval()
                    ? eval(e, f)
                    : Code.of(CALL_THIS, f, UnitWriter.local(receiver), e.arguments().get()).at(e.start(), e.end())));
            w.f.release(receiver);
            w.f.release(function);
            return Code.of(COMMA, List.of(find, code));
        }
        Code callee = w.variables.get(id.name()).at(id.start(), id.end());
        if (e.directEval()) {
            return then.apply(eval(e, callee));
        }
        return link(e.optional(), callee, f -> then.apply(Code.of(CALL, f, e.arguments().get()).at(e.start(), e.end())));
    }

    private Code eval(Site e, Code callee) {
        int flags = w.strict() | (w.f.inFieldInitializer() ? 2 : 0);
        Integer scope = w.variables.currentScopeSlot();
        return Code.of(CALL_EVAL, callee, scope, w.scopeIndex(w.scope), flags, e.arguments().get()).at(e.start(), e.end());
    }

    /** {@code (a?.b)(…)}: the parentheses end the chain, but the call still has its this value. */
    private Code parenthesizedChainCall(Site e, Expression.OptionalChain chain, UnaryOperator<Code> then) {
        int receiver = w.f.temporary();
        Code function = null;
        if (chain.expression() instanceof Expression.Member m) {
            function = chain(m.object(), o -> link(m.optional(), UnitWriter.setLocal(receiver, o), x -> get(m, x)));
        } else if (chain.expression() instanceof Expression.Index m) {
            function = chain(m.object(), o -> link(m.optional(), UnitWriter.setLocal(receiver, o), x -> get(m, x)));
        } else if (chain.expression() instanceof Expression.PrivateMember m) {
            function = chain(m.object(), o -> link(m.optional(), UnitWriter.setLocal(receiver, o), x -> get(m, x)));
        }
        Code code;
        if (function == null) {
            Code f = w.expressions.expression(chain);
            code = link(e.optional(), f, x -> then.apply(Code.of(CALL, x, e.arguments().get()).at(e.start(), e.end())));
        } else {
            code = link(e.optional(), function,
                    x -> then.apply(Code.of(CALL_THIS, x, UnitWriter.local(receiver), e.arguments().get()).at(e.start(), e.end())));
        }
        w.f.release(receiver);
        return code;
    }

    /**
     * An expression whose value will be called by somebody else.
     *
     * @param use takes the function and, where the expression is a reference, its this value, to be evaluated in this order; else null
     */
    Code callee(Expression expression, BinaryOperator<Code> use) {
        if (expression instanceof Expression.Identifier id && !w.variables.meaning(id.name()).objects().isEmpty()) {
            int function = w.f.temporary();
            int receiver = w.f.temporary();
            Code find = w.variables.callee(id.name(), w.variables.meaning(id.name()), function, receiver);
            Code code = Code.of(COMMA, List.of(find, use.apply(UnitWriter.local(function), UnitWriter.local(receiver))));
            w.f.release(receiver);
            w.f.release(function);
            return code;
        }
        if (expression instanceof Expression.Member m) {
            return memberCallee(m.object(), o -> get(m, o), use);
        }
        if (expression instanceof Expression.Index m) {
            return memberCallee(m.object(), o -> get(m, o), use);
        }
        if (expression instanceof Expression.PrivateMember m) {
            return memberCallee(m.object(), o -> get(m, o), use);
        }
        boolean isSuper = expression instanceof Expression.SuperMember || expression instanceof Expression.SuperIndex;
        Code function = w.expressions.expression(expression);
        return use.apply(function, isSuper ? w.variables.special(FunctionScope.THIS) : null);
    }

    private Code memberCallee(Expression object, UnaryOperator<Code> get, BinaryOperator<Code> use) {
        int receiver = w.f.temporary();
        Code function = get.apply(UnitWriter.setLocal(receiver, w.expressions.expression(object)));
        Code code = use.apply(function, UnitWriter.local(receiver));
        w.f.release(receiver);
        return code;
    }

    Code construct(Expression.New e) {
        Code constructor = w.expressions.expression(e.callee());
        return Code.of(NEW, constructor, w.literals.items(e.arguments())).at(e.start(), e.end());
    }

    /** A tagged template (§13.3.11): a call with the template object and the values. */
    Code tagged(Expression.TaggedTemplate e) {
        List<String> cooked = new ArrayList<>();
        List<String> raw = new ArrayList<>();
        for (Expression.TemplateElement element : e.template().elements()) {
            cooked.add(element.cooked());
            raw.add(element.raw());
        }
        return call(new Site(e.tag(), false, false, e.start(), e.end(), () -> {
            List<Code> arguments = new ArrayList<>();
            arguments.add(Code.of(ITEM, Code.of(TEMPLATE_OBJECT, cooked, raw)));
            arguments.addAll(w.literals.items(e.template().expressions()));
            return arguments;
        }), UnaryOperator.identity());
    }

    // super.

    /** {@code super[key]}: {@code this} is asked for before the key is evaluated (§13.3.7.1). */
    Code getSuper(Supplier<Code> key) {
        Code self = w.variables.special(FunctionScope.THIS);
        boolean checked = self.op() == LOCAL_GET_CHECKED || self.op() == SCOPE_GET_CHECKED;
        Code get = Code.of(GET_SUPER, key.get(), superBase(), w.variables.special(FunctionScope.THIS));
        return checked ? Code.of(COMMA, List.of(self, get)) : get;
    }

    /** GetSuperBase: asked for when the key has been evaluated, before it is converted and before a value is assigned. */
    Code superBase() {
        return Code.of(SUPER_BASE, w.variables.special(FunctionScope.HOME));
    }

    private Code superMethodCall(Site e, Supplier<Code> key, int start, UnaryOperator<Code> then) {
        Code function = getSuper(key).at(start, e.end());
        return link(e.optional(), function, f -> then.apply(
                Code.of(CALL_THIS, f, w.variables.special(FunctionScope.THIS), e.arguments().get()).at(start, e.end())));
    }

    /** {@code super(…)} (§13.3.7.1): constructs, binds {@code this}, runs the field initialisers. */
    Code superCall(Expression.SuperCall e) {
        Code callee = w.variables.special(FunctionScope.CALLEE);
        Code newTarget = w.variables.special(FunctionScope.NEW_TARGET);
        return superCall(callee, newTarget, w.literals.items(e.arguments()), e.start(), e.end());
    }

    Code superCall(Code callee, Code newTarget, List<Code> arguments, int start, int end) {
        Code call = Code.of(SUPER_CALL, callee, newTarget, arguments).at(start, end);
        Binding self = w.variables.thisBinding();
        Code bind = w.variables.bindThis(self, call).at(start, end);
        FunctionScope provider = w.f.scope.thisProvider();
        if (provider.kind != FunctionScope.Kind.OUTSIDE && !provider.initializesFields) {
            return bind;
        }
        Code initialize = Code.of(INIT_FIELDS, w.variables.read(self), w.variables.special(FunctionScope.CALLEE)).at(start, end);
        return Code.of(COMMA, List.of(bind, initialize, w.variables.read(self)));
    }

    // delete.

    Code delete(Expression.Unary e) {
        Expression operand = e.operand();
        if (operand instanceof Expression.Identifier id) {
            return w.variables.delete(id.name());
        }
        if (operand instanceof Expression.SuperMember) {
            return deleteSuper(e, List.of());
        }
        if (operand instanceof Expression.SuperIndex m) {
            return deleteSuper(e, List.of(m.index()));
        }
        boolean inChain = operand instanceof Expression.OptionalChain;
        Expression target = operand instanceof Expression.OptionalChain c ? c.expression() : operand;
        Code code = null;
        if (target instanceof Expression.Member m) {
            code = chain(m.object(), o -> link(m.optional(), o, x -> deleteProperty(e, x, UnitWriter.string(m.name()))));
        } else if (target instanceof Expression.Index m) {
            code = chain(m.object(), o -> link(m.optional(), o, x -> deleteProperty(e, x, w.expressions.expression(m.index()))));
        }
        if (code == null) {
            return Code.of(COMMA, List.of(w.expressions.effect(operand), Code.of(TRUE)));
        }
        // A chain that ended early deletes nothing, with success.
        return inChain ? Code.of(DEFAULT, code, Code.of(TRUE)) : code;
    }

    private Code deleteProperty(Expression.Unary e, Code object, Code key) {
        return Code.of(DELETE, object, key, w.strict()).at(e.start(), e.end());
    }

    private Code deleteSuper(Expression.Unary e, List<Expression> key) {
        List<Code> list = new ArrayList<>();
        list.add(w.variables.special(FunctionScope.THIS));
        key.forEach(k -> list.add(w.expressions.expression(k)));
        list.add(Code.of(THROW_ERROR, 0, "Unsupported reference to 'super'").at(e.start(), e.end()));
        return Code.of(COMMA, list);
    }
}
