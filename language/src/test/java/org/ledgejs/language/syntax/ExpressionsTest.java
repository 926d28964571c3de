package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ledgejs.language.syntax.TreePrinter.expression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    @Test
    void operatorsBindByPrecedence() {
        assertEquals("Binary(ADD, a, Binary(MULTIPLY, b, c))", expression("a + b * c"));
        assertEquals("Binary(EXPONENTIATE, a, Binary(EXPONENTIATE, b, c))", expression("a ** b ** c"));
        assertEquals("Logical(OR, a, Logical(AND, b, c))", expression("a || b && c"));
        assertEquals("Binary(SUBTRACT, Binary(SUBTRACT, a, b), c)", expression("a - b - c"));
        assertEquals("Logical(NULLISH, a, Logical(OR, b, c))", expression("a ?? (b || c)"));
    }

    @Test
    void anOptionalChainEndsAtItsParenthesis() {
        assertEquals("OptionalChain(Member(Member(a, 'b', true), 'c', false))", expression("a?.b.c"));
        assertEquals("Member(OptionalChain(Member(a, 'b', true)), 'c', false)", expression("(a?.b).c"));
        assertEquals("Conditional(a, 0.5, b)", expression("a?.5:b"));
    }

    @Test
    void assignmentPatternsAreConverted() {
        assertEquals("Assign(ArrayPattern([Target(a, false), Skip, Default(Target(Member(b, 'c', false), false), 1), "
                + "Rest(Target(d, false))]), e)", expression("[a,, b.c = 1, ...d] = e"));
        assertEquals("Assign(ObjectPattern([PropertyPattern(Named('a'), Default(Target(a, false), 1)), "
                + "PropertyPattern(Named('b'), ArrayPattern([Target(c, false)]))], Rest(Target(d, false))), e)",
                expression("({a = 1, b: [(c)], ...d} = e)"));
    }

    @Test
    void arrowParametersBecomeBindings() {
        assertEquals("ARROW[a, Default(ObjectPattern([PropertyPattern(Named('b'), b)], -), ObjectLiteral([])), Rest(c)]"
                + "[Return(a)]", expression("(a, {b} = {}, ...c) => a"));
        assertEquals("async ARROW[ArrayPattern([Default(a, 1)])][Return(a)]", expression("async ([a = 1]) => a"));
        assertEquals("async ARROW[x][Return(x)]", expression("async x => x"));
        assertEquals("Call(async, [x], false)", expression("async(x)"));
    }

    @Test
    void parenthesesStopFunctionNaming() {
        assertEquals("Assign(Target(a, true), ARROW[][Return(1)])", expression("(a) = () => 1"));
    }

    @Test
    void protoSetsThePrototypeOnlyInItsPlainForm() {
        assertEquals("ObjectLiteral([Prototype(a), KeyValue(Named('__proto__'), __proto__, true), "
                + "Method(Named('__proto__'), METHOD[][])])", expression("({__proto__: a, __proto__, __proto__() {}})"));
    }

    @Test
    void callsToEvalAreDirectOnlyWithoutAChain() {
        assertTrue(((Expression.Call) TreePrinter.expressionNode("eval('x')")).isDirectEval());
        assertTrue(((Expression.Call) TreePrinter.expressionNode("(eval)('x')")).isDirectEval());
        Expression.OptionalChain chain = (Expression.OptionalChain) TreePrinter.expressionNode("eval?.('x')");
        assertFalse(((Expression.Call) chain.expression()).isDirectEval());
    }

    @Test
    void yieldAndAwaitAreIdentifiersWhereTheyAreNotKeywords() {
        assertEquals("Binary(MULTIPLY, yield, await)", expression("yield * await"));
        assertEquals("*NORMAL[][ExpressionStatement(Yield(a, true))]", expression("(function*() { yield* a })"));
    }

    @Test
    void dynamicImportsHaveAPhaseAndOptions() {
        assertEquals("ImportCall(EVALUATION, a, b)", expression("import(a, b,)"));
        assertEquals("ImportCall(DEFER, a, -)", expression("import.defer(a)"));
        assertEquals("ImportCall(SOURCE, a, -)", expression("import.source(a)"));
    }

    @Test
    void newTakesTheNearestArguments() {
        assertEquals("Call(Member(New(Member(a, 'b', false), [1]), 'c', false), [], false)", expression("new a.b(1).c()"));
        assertEquals("New(New(a, []), [])", expression("new new a()()"));
    }

    @Test
    void sloppyCallsMayBeAssignedTo() {
        assertEquals("Assign(Target(Call(f, [], false), false), 1)", expression("f() = 1"));
        Errors.assertError("Invalid left-hand side in assignment", "'use strict'; f() = 1");
        Errors.assertError("Invalid left-hand side in assignment", "f() &&= 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n++b", "a\n(b)", "async\nfunction f() {}", "let\nx", "yield\n/a/g",
        "() => {}\n/a/g", "`${{a: 1}}`", "a = b ? (c) : d => e", "({get, set, async, static: 1, get get() {}, set set(a) {}})",
        "for (let in {}) ;", "for (async of => 1;;) break", "var async; async = 1", "l: { break l }", "a?.[0]?.(b)"})
    void awkwardButValidCodeParses(String text) {
        assertFalse(TreePrinter.parse(text).body().isEmpty());
    }

    @Test
    void rangesAreThoseOfTheText() {
        Expression.Binary sum = (Expression.Binary) TreePrinter.expressionNode("  (a) + f(b) ");
        assertEquals(2, sum.start());
        assertEquals(12, sum.end());
        assertEquals(3, sum.left().start());
        assertEquals(8, sum.right().start());
    }
}
