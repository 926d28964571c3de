package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ledgejs.language.syntax.TreePrinter.script;

import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void semicolonsAreInserted() {
        assertEquals("[ExpressionStatement(a), ExpressionStatement(Update(true, true, Target(b, false))), Block([])]",
                script("a\n++b\n{}"));
        assertEquals("[DoWhile(Empty, a), ExpressionStatement(b)]", script("do;while(a) b"));
    }

    @Test
    void forHeadsAreToldApart() {
        assertEquals("[For(VariableDeclaration(LET, [Declarator(a, 1)]), a, b, Empty)]", script("for (let a = 1; a; b);"));
        assertEquals("[ForIn(VAR, a, 1, b, Empty)]", script("for (var a = 1 in b);"));
        assertEquals("[ForOf(false, CONST, ArrayPattern([a]), b, Empty)]", script("for (const [a] of b);"));
        assertEquals("[ForOf(false, -, Target(Member(a, 'b', false), false), c, Empty)]", script("for (a.b of c);"));
        assertEquals("[ForIn(-, Target(let, false), -, a, Empty)]", script("for (let in a);"));
        assertEquals("[ForOf(false, USING, a, b, Empty)]", script("for (using a of b);"));
        assertEquals("[ForOf(false, -, Target(using, false), of, Empty)]", script("for (using of of);"));
    }

    @Test
    void anElseIfChainIsNestedInTheAlternate() {
        assertEquals("[If(a, Empty, If(b, Empty, If(c, Empty, Empty)))]", script("if (a); else if (b); else if (c); else;"));
        assertEquals("[If(a, If(b, Empty, Empty), -)]", script("if (a) if (b); else;"));
    }

    @Test
    void aFunctionInAnIfClauseIsABlock() {
        assertEquals("[If(a, Block([FunctionDeclaration('f', NORMAL f[][])]), -)]", script("if (a) function f() {}"));
    }

    @Test
    void classesKeepTheirElementsInOrder() {
        assertEquals("[ClassDeclaration('A', ClassNode('A', B, DERIVED_CONSTRUCTOR[][ExpressionStatement(SuperCall([]))], "
                + "[Field(true, false, Private('x'), FIELD_INITIALIZER[][Return(1)]), Field(false, false, Named('get'), -), "
                + "Method(false, Computed(k), *METHOD[][]), StaticBlock(STATIC_BLOCK[][ExpressionStatement(This)])]))]",
                script("class A extends B { static #x = 1; get; *[k]() {} constructor() { super() } static { this } }"));
    }

    @Test
    void usingDeclaresInBlocks() {
        assertEquals("[Block([VariableDeclaration(USING, [Declarator(a, b)]), ExpressionStatement(Index(using, c, false))])]",
                script("{ using a = b; using\n[c] }"));
    }

    @Test
    void tryHasItsParts() {
        assertEquals("[Try(Block([]), ObjectPattern([PropertyPattern(Named('a'), a)], -), Block([]), Block([]))]",
                script("try {} catch ({a}) {} finally {}"));
        assertEquals("[Try(Block([]), -, Block([]), -)]", script("try {} catch {}"));
    }

    @Test
    void labelsStack() {
        assertEquals("[Labelled('a', Labelled('b', While(c, Block([Continue('a')]))))]", script("a: b: while (c) { continue a }"));
    }
}
