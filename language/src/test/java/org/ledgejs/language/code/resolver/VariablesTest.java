package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** Where variables live: frame slots, scope objects, globals; and when their initialisation is checked. */
class VariablesTest {

    @Test
    void keepsUncapturedVariablesInTheFrame() {
        assertScript(1, """
                function f(a, b) { let x = a + b; const y = x * 2; return y; }
                """, """
                fn1 "f" length 2 slots 4
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (block (local_set $2 (add $0 $1)) (local_set $3 (mul $2 2)) (return $3))
                """);
    }

    @Test
    void putsCapturedVariablesInAScopeObject() {
        assertScript("""
                function f(a) { let n = 0; return () => n += a; }
                """, """
                scope0 function of fn1 size 2: a=0 n=1(lexical)
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare [] [] [] ["f"] []) (global_function "f" (closure fn1 -)))
                  (block (local_set $0 undefined) (return $0))
                fn1 "f" length 1 slots 1
                  prologue (block (new_scope $0 - scope0) (scope_set $0 0 0 (argument 0)))
                  (block (scope_set $0 0 1 0) (return (closure fn2 $0)))
                fn2 "" arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_set $0 0 1 (add (scope_get $0 0 1) (scope_get $0 0 0))))
                """);
    }

    @Test
    void createsNoScopeForABlockWithoutCapturedVariables() {
        assertScript(1, """
                function f() { { let x = 1; g(x); } }
                """, """
                fn1 "f" length 0 slots 1
                  (block (local_set $0 1) (call (global_get "g") (item $0)))
                """);
    }

    @Test
    void createsAScopePerIterationOnlyWhereAClosureCapturesTheVariable() {
        assertScript(1, """
                function f() { for (let i = 0; i < 3; i++) g(() => i); for (let j = 0; j < 3; j++) g(j); }
                """, """
                fn1 "f" length 0 slots 2
                  (block
                    (scope_block $0 - scope0
                      (scope_set $0 0 0 0)
                      (for L1
                        (lt (scope_get $0 0 0) 3)
                        (comma (copy_scope $0) (scope_set $0 0 0 (inc (scope_get $0 0 0))))
                        (call (global_get "g") (item (closure fn2 $0)))))
                    (block (local_set $1 0) (for L2 (lt $1 3) (local_set $1 (inc $1)) (call (global_get "g") (item $1)))))
                """);
    }

    @Test
    void copiesTheScopeBeforeTheFirstIterationWhereTheHeadCaptured() {
        assertScript(1, """
                function f() { for (let i = 0, g = () => i; i < 3; i++) g(); }
                """, """
                fn1 "f" length 0 slots 2
                  (scope_block $0 - scope0
                    (scope_set $0 0 0 0)
                    (local_set $1 (closure fn2 $0))
                    (copy_scope $0)
                    (for L1
                      (lt (scope_get $0 0 0) 3)
                      (comma (copy_scope $0) (scope_set $0 0 0 (inc (scope_get $0 0 0))))
                      (call $1)))
                """);
    }

    @Test
    void assignsUndefinedOnlyToVarsThatMayBeReadBefore() {
        assertScript(1, """
                function f(c) { var a = 1, b, d; if (c) { b = 2; } for (var i = 0; i < 3; i++) { d = i; h(d); } return a + b; }
                """, """
                fn1 "f" length 1 slots 5
                  prologue (block (local_set $0 (argument 0)) (local_set $2 undefined))
                  (block
                    (local_set $1 1)
                    (if $0 (block (local_set $2 2)) none)
                    (local_set $3 0)
                    (for L1
                      (lt $3 3)
                      (local_set $3 (inc $3))
                      (block (local_set $4 $3) (call (global_get "h") (item $4))))
                    (return (add $1 $2)))
                """);
    }

    @Test
    void checksWhatItCannotProve() {
        assertScript(1, """
                function f() { g(x); let x = 1; g(x); x = 2; }
                """, """
                fn1 "f" length 0 slots 1
                  (block
                    (call (global_get "g") (item (local_get_checked $0 "x")))
                    (local_set $0 1)
                    (call (global_get "g") (item $0))
                    (local_set $0 2))
                """);
    }

    @Test
    void doesNotCheckClosuresMadeAfterTheInitialisation() {
        assertScript(2, """
                function f() { let x = 1; return () => x; }
                """, """
                fn2 "" arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_get $0 0 0))
                """);
    }

    @Test
    void checksHoistedFunctions() {
        assertScript(2, """
                function f() { g(); let x = 1; function g() { return x; } }
                """, """
                fn2 "g" length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_get_checked $0 0 0 "x"))
                """);
    }

    @Test
    void clearsCheckedVariablesOfBlocksInLoops() {
        assertScript(1, """
                function f() { for (;;) { g(() => 1, x); let x = 1; } }
                """, """
                fn1 "f" length 0 slots 1
                  (for L1 none none
                    (block
                      (local_clear $0)
                      (call (global_get "g") (item (closure fn2 -)) (item (local_get_checked $0 "x")))
                      (local_set $0 1)
                      (local_clear $0)))
                """);
    }

    @Test
    void checksCasesThatMayBeEnteredPastADeclaration() {
        assertScript(1, """
                function f(k) { switch (k) { case 1: let x = 1; g(x); default: g(x); } }
                """, """
                fn1 "f" length 1 slots 3
                  prologue (local_set $0 (argument 0))
                  (block
                    (local_set $1 $0)
                    (switch L1 $1
                      (case_clause 1 (local_set $2 1) (call (global_get "g") (item $2)))
                      (case_clause none (call (global_get "g") (item (local_get_checked $2 "x"))))))
                """);
    }

    @Test
    void killsLoopVariablesInTheHead() {
        assertScript(1, """
                function f() { for (let x of x) g(x); }
                """, """
                fn1 "f" length 0 slots 2
                  (for_of L1
                    (local_get_checked $0 "x")
                    $1
                    (block (call (global_get "g") (item $1)) (local_clear $1)))
                """);
    }

    @Test
    void leavesTopLevelNamesOfScriptsToTheRealm() {
        assertScript(0, """
                let a = 1; const b = 2; var c = 3; class D {} function e() { return a + b + c; }
                """, """
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare ["a" "D"] ["b"] ["c"] ["e"] []) (global_function "e" (closure fn1 -)))
                  (block
                    (local_set $0 undefined)
                    (global_init "a" 1)
                    (global_init "b" 2)
                    (global_set "c" 3)
                    (global_init "D" (class fn2 - none "D" 0 /0))
                    (return $0))
                """);
    }

    @Test
    void refusesAssignmentToConstants() {
        assertScript(1, """
                function f() { const x = 1; x = 2; y = 3; const y = 4; }
                """, """
                fn1 "f" length 0 slots 3
                  (block
                    (local_set $0 1)
                    (const_assign "x" 2)
                    (comma (local_set $1 3) (local_get_checked $2 "y") (const_assign "y" $1))
                    (local_set $2 4))
                """);
    }

    @Test
    void ignoresAssignmentToTheNameOfASloppyFunctionExpression() {
        assertScript(1, """
                (function f() { f = 1; return f; })
                """, """
                fn1 "f" length 0 slots 1
                  prologue (local_set $0 callee)
                  (block 1 (return $0))
                """);
    }

    @Test
    void refusesAssignmentToTheNameOfAStrictFunctionExpression() {
        assertScript(1, """
                (function f() { 'use strict'; f = 1; })
                """, """
                fn1 "f" strict length 0 slots 1
                  prologue (local_set $0 callee)
                  (const_assign "f" 1)
                """);
    }

    @Test
    void hoistsFunctionsOfBlocksInSloppyCode() {
        assertScript(1, """
                function f(c) { if (c) { function g() {} } return g; }
                """, """
                fn1 "f" length 1 slots 3
                  prologue (block (local_set $0 (argument 0)) (local_set $2 undefined))
                  (block (if $0 (block (local_set $1 (closure fn2 -)) (local_set $2 $1)) none) (return $2))
                """);
    }
}
