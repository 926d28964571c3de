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
        analysis.enterNesting();
        if (expression instanceof Expression.Identifier e) {
            analysis.reference(e.name());
        } else if (expression instanceof Expression.This) {
            analysis.special(FunctionScope.THIS);
        } else if (expression instanceof Expression.NewTarget) {
            analysis.special(FunctionScope.NEW_TARGET);
        } else if (expression instanceof Expression.TemplateLiteral e) {
            expressions(e.expressions());
        } else if (expression instanceof Expression.TaggedTemplate e) {
            expression(e.tag());
            expressions(e.template().expressions());
        } else if (expression instanceof Expression.ArrayLiteral e) {
            expressions(e.elements());
        } else if (expression instanceof Expression.Spread e) {
            expression(e.argument());
        } else if (expression instanceof Expression.ObjectLiteral e) {
            for (Property p : e.properties()) {
                property(p);
            }
        } else if (expression instanceof FunctionNode e) {
            analysis.function(e, true);
        } else if (expression instanceof ClassNode e) {
            analysis.classNode(e);
        } else if (expression instanceof Expression.Unary e) {
            expression(e.operand());
        } else if (expression instanceof Expression.Update e) {
            pattern(e.target());
        } else if (expression instanceof Expression.Binary e) {
            binary(e);
        } else if (expression instanceof Expression.Logical e) {
            logical(e);
        } else if (expression instanceof Expression.PrivateIn e) {
            analysis.reference("#" + e.name());
            expression(e.object());
        } else if (expression instanceof Expression.Conditional e) {
            expression(e.test());
            expression(e.consequent());
            expression(e.alternate());
        } else if (expression instanceof Expression.Assign e) {
            pattern(e.target());
            expression(e.value());
        } else if (expression instanceof Expression.CompoundAssign e) {
            pattern(e.target());
            expression(e.value());
        } else if (expression instanceof Expression.LogicalAssign e) {
            pattern(e.target());
            expression(e.value());
        } else if (expression instanceof Expression.Sequence e) {
            expressions(e.expressions());
        } else if (expression instanceof Expression.Member e) {
            expression(e.object());
        } else if (expression instanceof Expression.Index e) {
            expression(e.object());
            expression(e.index());
        } else if (expression instanceof Expression.PrivateMember e) {
            expression(e.object());
            analysis.reference("#" + e.name());
        } else if (expression instanceof Expression.SuperMember) {
            superProperty();
        } else if (expression instanceof Expression.SuperIndex e) {
            superProperty();
            expression(e.index());
        } else if (expression instanceof Expression.OptionalChain e) {
            expression(e.expression());
        } else if (expression instanceof Expression.Call e) {
            expression(e.callee());
            expressions(e.arguments());
            if (e.isDirectEval()) {
                analysis.directEval();
            }
        } else if (expression instanceof Expression.New e) {
            expression(e.callee());
            expressions(e.arguments());
        } else if (expression instanceof Expression.SuperCall e) {
            analysis.special(FunctionScope.THIS);
            analysis.special(FunctionScope.NEW_TARGET);
            analysis.special(FunctionScope.CALLEE);
            expressions(e.arguments());
        } else if (expression instanceof Expression.ImportCall e) {
            expression(e.specifier());
            if (e.options() != null) {
                expression(e.options());
            }
        } else if (expression instanceof Expression.Yield e) {
            if (e.argument() != null) {
                expression(e.argument());
            }
        } else if (expression instanceof Expression.Await e) {
            expression(e.argument());
        }
        analysis.leaveNesting();
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
        if (property instanceof Property.KeyValue p) {
            key(p.key());
            expression(p.value());
        } else if (property instanceof Property.Prototype p) {
            expression(p.value());
        } else if (property instanceof Property.Method p) {
            key(p.key());
            analysis.function(p.function(), false);
        } else if (property instanceof Property.Spread p) {
            expression(p.argument());
        }
    }

    void key(PropertyKey key) {
        if (key instanceof PropertyKey.Computed c) {
            expression(c.expression());
        } else if (key instanceof PropertyKey.Private p) {
            analysis.reference("#" + p.name());
        }
    }

    void pattern(Pattern pattern) {
        analysis.enterNesting();
        if (pattern instanceof Pattern.Binding p) {
            analysis.reference(p.name());
        } else if (pattern instanceof Pattern.Target p) {
            expression(p.expression());
        } else if (pattern instanceof Pattern.Default p) {
            pattern(p.target());
            expression(p.value());
        } else if (pattern instanceof Pattern.Rest p) {
            pattern(p.target());
        } else if (pattern instanceof Pattern.ArrayPattern p) {
            for (Pattern element : p.elements()) {
                pattern(element);
            }
        } else if (pattern instanceof Pattern.ObjectPattern p) {
            for (Pattern.PropertyPattern property : p.properties()) {
                key(property.key());
                pattern(property.value());
            }
            if (p.rest() != null) {
                pattern(p.rest());
            }
        }
        analysis.leaveNesting();
    }
}
