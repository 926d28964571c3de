package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void varsRiseToTheFunctionAndLexicalsStay() {
        Program script = TreePrinter.parse("{ var a; let b; { var a, c } } for (var d of e); let f; const {g} = 1; class H {}");
        assertEquals(List.of("a", "c", "d"), script.scope().varNames());
        assertEquals(List.of("LET f", "CONST g", "CLASS H"), lexicals(script.scope().lexicals()));
        Statement.Block block = (Statement.Block) script.body().getFirst();
        assertEquals(List.of("LET b"), lexicals(block.scope().lexicals()));
    }

    @Test
    void functionsAreVarLikeAtTheTopAndLexicalInBlocksAndModules() {
        Program script = TreePrinter.parse("function a() {} { function b() {} }");
        assertEquals(List.of("a"), names(script.scope().functions()));
        Statement.Block block = (Statement.Block) script.body().get(1);
        assertEquals(List.of("FUNCTION b"), lexicals(block.scope().lexicals()));
        assertEquals(List.of("FUNCTION a"), lexicals(TreePrinter.module("function a() {}").scope().lexicals()));
    }

    @Test
    void blockFunctionsAreHoistedUnlessANameIsInTheWay() {
        assertEquals(List.of("a"), hoisted("{ function a() {} }"));
        assertEquals(List.of(), hoisted("let a; { function a() {} }"));
        assertEquals(List.of(), hoisted("{ { function a() {} } let a }"));
        assertEquals(List.of(), hoisted("for (let a of b) { function a() {} }"));
        assertEquals(List.of("a"), hoisted("try {} catch (a) { { function a() {} } }"));
        assertEquals(List.of(), hoisted("try {} catch ([a]) { { function a() {} } }"));
        assertEquals(List.of("a"), hoisted("{ function a() {} { function a() {} } }"));
        assertEquals(List.of(), hoisted("{ async function a() {} function* b() {} }"));
        assertEquals(List.of(), hoisted("'use strict'; { function a() {} }"));
        assertEquals(List.of("a"), hoisted("switch (1) { case 1: function a() {} }"));
        assertEquals(List.of("a"), hoisted("if (1) function a() {}"));
        assertEquals(List.of(), names(function("function f(a) { { function a() {} } }").scope().hoistedBlockFunctions()));
    }

    @Test
    void factsTellWhatCodeUses() {
        Facts facts = function("function f() { () => { this; arguments; new.target } }").facts();
        assertTrue(facts.usesThis() && facts.usesArguments() && facts.usesNewTarget() && facts.hasFunctions());
        Facts inner = function("function f() { function g() { this; arguments } }").facts();
        assertFalse(inner.usesThis() || inner.usesArguments());
        assertTrue(function("function f() { with (a) ; }").facts().hasWith());
    }

    @Test
    void directEvalIsKnownHereAndInside() {
        Facts own = function("function f() { eval(a) }").facts();
        assertTrue(own.hasDirectEval() && own.usesThis() && own.usesArguments());
        assertFalse(own.hasInnerDirectEval());
        Facts outer = function("function f() { function g() { () => eval(a) } }").facts();
        assertTrue(outer.hasInnerDirectEval());
        assertFalse(outer.hasDirectEval() || outer.usesArguments());
        assertTrue(TreePrinter.parse("function f() { eval(a) }").facts().hasInnerDirectEval());
    }

    @Test
    void parameterFactsAreTheParametersOwn() {
        Facts facts = function("function f(a, a) { b => eval(b) }").facts();
        assertTrue(facts.hasSimpleParameters() && facts.hasDuplicateParameters());
        assertFalse(facts.hasFunctionsInParameters() || facts.hasDirectEvalInParameters());
        Facts defaults = function("function f(a = eval(b), c = () => a) {}").facts();
        assertTrue(defaults.hasParameterExpressions() && defaults.hasDirectEvalInParameters()
                && defaults.hasFunctionsInParameters());
        assertFalse(defaults.hasSimpleParameters());
        assertFalse(function("function f({a}, ...b) {}").facts().hasParameterExpressions());
        assertTrue(function("function f({[a]: b}) {}").facts().hasParameterExpressions());
    }

    @Test
    void whatStandsInArrowParametersBelongsToTheArrow() {
        Program script = TreePrinter.parse("(a = eval(b), c = () => 1) => a");
        assertFalse(script.facts().hasDirectEval());
        assertTrue(script.facts().hasInnerDirectEval());
        FunctionNode arrow = (FunctionNode) ((Statement.ExpressionStatement) script.body().getFirst()).expression();
        assertTrue(arrow.facts().hasDirectEvalInParameters() && arrow.facts().hasFunctionsInParameters());
    }

    @Test
    void lengthCountsParametersBeforeTheFirstDefault() {
        assertEquals(1, function("function f(a, b = 1, c) {}").expectedArgumentCount());
        assertEquals(2, function("function f(a, [b], ...c) {}").expectedArgumentCount());
    }

    @Test
    void manyNamesInOneScopeAreTold() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append("let n").append(i).append(';');
        }
        assertEquals(2000, TreePrinter.parse(text.toString()).scope().lexicals().size());
        Errors.assertError("Identifier 'n1234' has already been declared", text + "var n1234");
    }

    private static FunctionNode function(String text) {
        return ((Statement.FunctionDeclaration) TreePrinter.parse(text).body().getFirst()).function();
    }

    private static List<String> hoisted(String text) {
        return names(TreePrinter.parse(text).scope().hoistedBlockFunctions());
    }

    private static List<String> names(List<FunctionNode> functions) {
        return functions.stream().map(FunctionNode::name).toList();
    }

    private static List<String> lexicals(List<BlockScope.Lexical> lexicals) {
        return lexicals.stream().map(lexical -> lexical.kind() + " " + lexical.name()).toList();
    }
}
