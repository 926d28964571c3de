package org.ledgejs.language.code.resolver;

import java.util.List;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Pattern;
import org.ledgejs.language.syntax.Property;
import org.ledgejs.language.syntax.PropertyKey;

/** The part of {@link ScopeAnalysis} that walks expressions and patterns. */
final class ExpressionAnalysis {
    private final ScopeAnalysis analysis;

    ExpressionAnalysis(ScopeAnalysis analysis) {
        this.analysis = analysis;
    }

    private void expressions(List<Expression> list) {
        for (Expression e : list) {
            expression(e);
        }
    }

    void expression(Expression expression) {
        switch (expression) {
            case Expression.Identifier e -> analysis.reference(e.name());
            case Expression.This _ -> analysis.special(FunctionScope.THIS);
            case Expression.NewTarget _ -> analysis.special(FunctionScope.NEW_TARGET);
            case Expression.NumberLiteral _, Expression.StringLiteral _, Expression.BigIntLiteral _, Expression.BooleanLiteral _,
                    Expression.NullLiteral _, Expression.RegExpLiteral _, Expression.Elision _, Expression.ImportMeta _ -> { }
            case Expression.TemplateLiteral e -> expressions(e.expressions());
            case Expression.TaggedTemplate e -> {
                expression(e.tag());
                expressions(e.template().expressions());
            }
            case Expression.ArrayLiteral e -> expressions(e.elements());
            case Expression.Spread e -> expression(e.argument());
            case Expression.ObjectLiteral e -> e.properties().forEach(this::property);
            case FunctionNode e -> analysis.function(e, true);
            case ClassNode e -> analysis.classNode(e);
            case Expression.Unary e -> expression(e.operand());
            case Expression.Update e -> pattern(e.target());
            case Expression.Binary e -> binary(e);
            case Expression.Logical e -> logical(e);
            case Expression.PrivateIn e -> {
                analysis.reference("#" + e.name());
                expression(e.object());
            }
            case Expression.Conditional e -> {
                expression(e.test());
                expression(e.consequent());
                expression(e.alternate());
            }
            case Expression.Assign e -> {
                pattern(e.target());
                expression(e.value());
            }
            case Expression.CompoundAssign e -> {
                pattern(e.target());
                expression(e.value());
            }
            case Expression.LogicalAssign e -> {
                pattern(e.target());
                expression(e.value());
            }
            case Expression.Sequence e -> expressions(e.expressions());
            case Expression.Member e -> expression(e.object());
            case Expression.Index e -> {
                expression(e.object());
                expression(e.index());
            }
            case Expression.PrivateMember e -> {
                expression(e.object());
                analysis.reference("#" + e.name());
            }
            case Expression.SuperMember _ -> superProperty();
            case Expression.SuperIndex e -> {
                superProperty();
                expression(e.index());
            }
            case Expression.OptionalChain e -> expression(e.expression());
            case Expression.Call e -> {
                expression(e.callee());
                expressions(e.arguments());
                if (e.isDirectEval()) {
                    analysis.directEval();
                }
            }
            case Expression.New e -> {
                expression(e.callee());
                expressions(e.arguments());
            }
            case Expression.SuperCall e -> {
                analysis.special(FunctionScope.THIS);
                analysis.special(FunctionScope.NEW_TARGET);
                analysis.special(FunctionScope.CALLEE);
                expressions(e.arguments());
            }
            case Expression.ImportCall e -> {
                expression(e.specifier());
                if (e.options() != null) {
                    expression(e.options());
                }
            }
            case Expression.Yield e -> {
                if (e.argument() != null) {
                    expression(e.argument());
                }
            }
            case Expression.Await e -> expression(e.argument());
        }
    }

    private void superProperty() {
        analysis.special(FunctionScope.HOME);
        analysis.special(FunctionScope.THIS);
    }

    private void binary(Expression.Binary top) {
        Expression left = top;
        while (left instanceof Expression.Binary b) {
            expression(b.right());
            left = b.left();
        }
        expression(left);
    }

    private void logical(Expression.Logical top) {
        Expression left = top;
        while (left instanceof Expression.Logical b) {
            expression(b.right());
            left = b.left();
        }
        expression(left);
    }

    private void property(Property property) {
        switch (property) {
            case Property.KeyValue p -> {
                key(p.key());
                expression(p.value());
            }
            case Property.Prototype p -> expression(p.value());
            case Property.Method p -> {
                key(p.key());
                analysis.function(p.function(), false);
            }
            case Property.Spread p -> expression(p.argument());
        }
    }

    void key(PropertyKey key) {
        switch (key) {
            case PropertyKey.Computed c -> expression(c.expression());
            case PropertyKey.Private p -> analysis.reference("#" + p.name());
            case PropertyKey.Named _, PropertyKey.Numeric _ -> { }
        }
    }

    void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.Binding p -> analysis.reference(p.name());
            case Pattern.Target p -> expression(p.expression());
            case Pattern.Default p -> {
                pattern(p.target());
                expression(p.value());
            }
            case Pattern.Rest p -> pattern(p.target());
            case Pattern.Skip _ -> { }
            case Pattern.ArrayPattern p -> p.elements().forEach(this::pattern);
            case Pattern.ObjectPattern p -> {
                for (Pattern.PropertyPattern property : p.properties()) {
                    key(property.key());
                    pattern(property.value());
                }
                if (p.rest() != null) {
                    pattern(p.rest());
                }
            }
        }
    }
}
