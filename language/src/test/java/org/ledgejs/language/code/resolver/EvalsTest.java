package org.ledgejs.language.code.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ledgejs.language.code.resolver.ResolverAssertions.eval;
import static org.ledgejs.language.code.resolver.ResolverAssertions.script;
import static org.ledgejs.language.code.resolver.ResolverAssertions.verified;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ledgejs.language.code.CodePrinter;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;

/** The code of evals, resolved against the unit they stand in. */
class EvalsTest {

    private static int innermostScope(CodeUnit unit) {
        return unit.scopeCount() - 1;
    }

    private static String evalIn(String caller, int flags, String source) {
        CodeUnit unit = script(caller);
        return CodePrinter.print(eval(unit, innermostScope(unit), flags, source).function(0));
    }

    @Test
    void readsVariablesOfTheCaller() {
        assertEquals("""
                fn0 "eval" eval length 0 slots 2
                  prologue (local_set $1 closure_scope)
                  (block
                    (local_set $0 undefined)
                    (local_set $0 (add (scope_get_checked $1 0 0 "a") (scope_get_checked $1 0 1 "b")))
                    (return $0))
                """, evalIn("function f(a) { let b = 1; eval(''); }", 0, "a + b"));
    }

    @Test
    void declaresVarsInTheObjectOfTheFunction() {
        assertEquals("""
                fn0 "eval" eval length 0 slots 4
                  prologue (block
                    (local_set $0 closure_scope)
                    (eval_declare (scope_get $0 1 0) ["b"] ["c"] [])
                    (comma
                      (local_set $1 (conditional (with_has (scope_get $0 1 0) "c") (scope_get $0 1 0) undefined))
                      (comma (local_set $2 (closure fn1 -)) (conditional $1 (with_set $1 "c" $2) (global_set "c" $2)))))
                  (block
                    (local_set $3 undefined)
                    (scope_set_checked $0 0 0 "a" 1)
                    (comma
                      (local_set $1 (conditional (with_has (scope_get $0 1 0) "b") (scope_get $0 1 0) undefined))
                      (comma (local_set $2 2) (conditional $1 (with_set $1 "b" $2) (global_set "b" $2))))
                    (return $3))
                """, evalIn("function f(a) { eval(''); }", 0, "var a = 1, b = 2; function c() {}"));
    }

    @Test
    void refusesVarsThatMeetLexicalDeclarations() {
        assertTrue(evalIn("function f() { let x; { eval(''); } }", 0, "var x").contains(
                "(throw_error 2 \"Identifier 'x' has already been declared\")"));
        assertTrue(evalIn("function f(a = eval('')) {}", 0, "var q").contains("eval_declare"));
    }

    @Test
    void letsVarsPassCatchParameters() {
        assertFalse(evalIn("function f() { try {} catch (e) { eval(''); } }", 0, "var e").contains("throw_error"));
    }

    @Test
    void keepsVarsOfStrictEvals() {
        assertEquals("""
                fn0 "eval" strict eval length 0 slots 3
                  prologue (block (new_scope $0 - scope0) (local_set $1 (closure fn1 $0)) (scope_set $0 0 0 undefined))
                  (block (local_set $2 undefined) (scope_set $0 0 0 1) (return $2))
                """, evalIn("function f() { 'use strict'; eval(''); }", 1, "var x = 1; function g() { return x; }"));
    }

    @Test
    void declaresGlobalsOfGlobalEvals() {
        CodeUnit unit = verified(Resolver.indirectEval(Parser.parseEval(
                new SourceText("eval", "var x = 1; function f() {} { function g() {} } let y = this;"), ParseOptions.DEFAULT)));
        assertEquals("""
                scope0 function of fn0 size 0: y=$2(lexical)
                scope1 block of fn0 in scope0 size 0: g=$1(lexical)
                fn0 "eval" eval length 0 slots 3
                  prologue (block (eval_declare none ["x"] ["f"] ["g"]) (global_function "f" (closure fn1 -) /1))
                  (block
                    (local_set $0 undefined)
                    (global_set "x" 1)
                    (block (local_set $1 (closure fn2 -)) (global_set "g" $1))
                    (local_set $2 (this /1))
                    (return $0))
                fn1 "f" length 0 slots 0
                  (block)
                fn2 "g" length 0 slots 0
                  (block)
                """, CodePrinter.print(unit));
    }

    @Test
    void findsThisAndItsLikeOutside() {
        assertEquals("""
                fn0 "eval" strict eval length 0 slots 2
                  prologue (local_set $1 closure_scope)
                  (block
                    (local_set $0 undefined)
                    (comma
                      (scope_set_once $1 0 0 (super_call (scope_get $1 0 3) (scope_get $1 0 1)))
                      (init_fields (scope_get_checked $1 0 0 "this") (scope_get $1 0 3))
                      (scope_get_checked $1 0 0 "this"))
                    (local_set $0
                      (array
                        (item (scope_get_checked $1 0 0 "this"))
                        (item (scope_get $1 0 1))
                        (item
                          (comma
                            (scope_get_checked $1 0 0 "this")
                            (get_super "x" (super_base (scope_get $1 0 2)) (scope_get_checked $1 0 0 "this"))))
                        (item (closure fn1 -))))
                    (return $0))
                """, evalIn("class A extends B { constructor() { eval(''); } }", 1, "super(); [this, new.target, super.x, () => arguments]"));
    }

    @Test
    void saysWhatAnEvalMayContain() {
        CodeUnit unit = script("class A extends B { #p = 1; constructor() { eval(''); } }");
        ParseOptions.EvalContext context = Resolver.evalContext(unit, 2, 1);
        assertEquals(new ParseOptions.EvalContext(true, true, true, false, Set.of("p")), context);
        CodeUnit plain = script("function f() { eval(''); }");
        assertEquals(new ParseOptions.EvalContext(true, false, false, true, Set.of()), Resolver.evalContext(plain, innermostScope(plain), 2));
        CodeUnit global = script("eval('')");
        assertEquals(new ParseOptions.EvalContext(false, false, false, false, Set.of()), Resolver.evalContext(global, 0, 0));
    }

    @Test
    void resolvesEvalsInEvals() {
        CodeUnit unit = script("function f(a) { eval(''); }");
        CodeUnit outer = eval(unit, innermostScope(unit), 0, "let b = 1; eval('');");
        CodeUnit inner = eval(outer, innermostScope(outer), 0, "a + b; var c");
        assertEquals(outer, inner.outer());
        assertEquals("""
                fn0 "eval" eval length 0 slots 2
                  prologue (block (local_set $0 closure_scope) (eval_declare (scope_get $0 2 0) ["c"] [] []))
                  (block
                    (local_set $1 undefined)
                    (local_set $1 (add (scope_get_checked $0 1 0 "a") (scope_get_checked $0 0 0 "b")))
                    (return $1))
                """, CodePrinter.print(inner.function(0)));
    }

    @Test
    void assignsImportsAndConstantsNever() {
        CodeUnit unit = verified(Resolver.resolve(Parser.parseModule(
                new SourceText("m", "import { a } from 'x'; const b = 1; eval('');"), ParseOptions.DEFAULT)));
        assertEquals(ScopeInfo.Kind.MODULE, unit.scope(0).kind());
        assertEquals("""
                fn0 "eval" strict eval length 0 slots 3
                  prologue (local_set $2 closure_scope)
                  (block
                    (local_set $0 undefined)
                    (const_assign "a" 1)
                    (comma (local_set $1 2) (scope_get_checked $2 0 1 "b") (const_assign "b" $1))
                    (import_get $2 0 0 "a")
                    (local_set $0 undefined)
                    (return $0))
                """, CodePrinter.print(eval(unit, 0, 1, "a = 1; b = 2; a; this").function(0)));
    }
}
