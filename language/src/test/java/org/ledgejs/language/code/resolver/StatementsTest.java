package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** Statements, jumps, and completion values. */
class StatementsTest {

    @Test
    void keepsOnlyTheLastCompletionValue() {
        assertScript(0, """
                1; if (a) 2; else { b; 3 } var x = 4;
                """, """
                fn0 "" script length 0 slots 1
                  prologue (global_declare [] [] ["x"] [] [])
                  (block
                    (local_set $0 undefined)
                    1
                    (local_set $0 undefined)
                    (if
                      (global_get "a")
                      (local_set $0 2)
                      (block (global_get "b") (local_set $0 3)))
                    (global_set "x" 4)
                    (return $0))
                """);
    }

    @Test
    void keepsEveryValueWhereSomethingCanBreakOut() {
        assertScript(0, """
                l: { 1; if (a) break l; 2; }
                """, """
                fn0 "" script length 0 slots 1
                  (block
                    (local_set $0 undefined)
                    (labeled L1
                      (block (local_set $0 1) (local_set $0 undefined) (if (global_get "a") (break L1) none) (local_set $0 2)))
                    (return $0))
                """);
    }

    @Test
    void restoresTheValueAfterFinally() {
        assertScript(0, """
                try { 1 } finally { 2 }
                """, """
                fn0 "" script length 0 slots 2
                  (block
                    (local_set $0 undefined)
                    (local_set $0 undefined)
                    (try
                      (block (local_set $0 1))
                      -
                      none
                      (block (local_set $1 $0) (local_set $0 undefined) (block (local_set $0 2)) (local_set $0 $1)))
                    (return $0))
                """);
    }

    @Test
    void namesLoopsByTheirLabels() {
        assertScript(1, """
                function f() { a: b: for (;;) { while (x) { if (y) continue a; break; } break b; } }
                """, """
                fn1 "f" length 0 slots 0
                  (for L1 none none
                    (block (while L2 (global_get "x") (block (if (global_get "y") (continue L1) none) (break L2))) (break L1)))
                """);
    }

    @Test
    void bindsWhatForInAndForOfGive() {
        assertScript(1, """
                function f(o) { for (var k in o) g(k); for (const [a, b] of o) g(a); for (o.x of o) ; for (const c of o) h(() => c); }
                """, """
                fn1 "f" length 1 slots 10
                  prologue (local_set $0 (argument 0))
                  (block
                    (for_in L1 $0 $1 (call (global_get "g") (item $1)))
                    (for_of L2 $0 $2
                      (block
                        (array_pattern $2 (element_item none $3 (local_set $4 $3)) (element_item none $3 (local_set $5 $3)))
                        (call (global_get "g") (item $4))
                        (local_clear $2)
                        (local_clear $4)
                        (local_clear $5)))
                    (for_of L3 $0 $6
                      (block (comma (local_set $7 $6) (local_set $3 $0) (set $3 "x" $7)) (local_clear $6)))
                    (for_of L4 $0 $9
                      (scope_block $8 - scope4
                        (scope_set $8 0 0 $9)
                        (call (global_get "h") (item (closure fn2 $8)))
                        (local_clear $9))))
                """);
    }

    @Test
    void switchesOverATemporary() {
        assertScript(1, """
                function f(k) { switch (k) { case 1: g(); break; default: h(); case 'x': function i() {} } }
                """, """
                fn1 "f" length 1 slots 4
                  prologue (local_set $0 (argument 0))
                  (block
                    (local_set $1 $0)
                    (block
                      (local_set $2 (closure fn2 -))
                      (switch L1 $1
                        (case_clause 1 (call (global_get "g")) (break L1))
                        (case_clause none (call (global_get "h")))
                        (case_clause "x" (local_set $3 $2)))))
                """);
    }

    @Test
    void bindsCatchParameters() {
        assertScript(1, """
                function f() { try { g(); } catch (e) { h(e); } try { g(); } catch ({ message }) { h(() => message); } finally { i(); } }
                """, """
                fn1 "f" length 0 slots 4
                  (block
                    (try (block (call (global_get "g"))) $0 (block (call (global_get "h") (item $0))) none)
                    (try
                      (block (call (global_get "g")))
                      $1
                      (scope_block $2 - scope1
                        (comma (local_set $3 (require_object_coercible $1)) (scope_set $2 0 0 (get $3 "message")))
                        (block (call (global_get "h") (item (closure fn2 $2)))))
                      (block (call (global_get "i")))))
                """);
    }

    @Test
    void disposesResources() {
        assertScript(1, """
                function f() { using a = g(); { using b = h(); k(b); } for (using c of d) k(c); }
                """, """
                fn1 "f" length 0 slots 7
                  (dispose_scope $0
                    (local_set $1 (add_disposable $0 (call (global_get "g"))))
                    (dispose_scope $2
                      (local_set $3 (add_disposable $2 (call (global_get "h"))))
                      (call (global_get "k") (item $3)))
                    (for_of L1
                      (global_get "d")
                      $4
                      (block
                        (dispose_scope $5 (local_set $6 (add_disposable $5 $4)) (call (global_get "k") (item $6)))
                        (local_clear $4)
                        (local_clear $6))))
                """);
    }

    @Test
    void disposesAsynchronously() {
        assertScript(1, """
                async function f() { await using a = g(); k(a); }
                """, """
                fn1 "f" async length 0 slots 2
                  (dispose_scope $0 /1
                    (local_set $1 (add_disposable $0 (call (global_get "g")) /1))
                    (call (global_get "k") (item $1)))
                """);
    }

    @Test
    void initialisesTheVarOfASloppyForIn() {
        assertScript(1, """
                function f() { for (var i = 1 in {}); return i; }
                """, """
                fn1 "f" length 0 slots 1
                  (block (local_set $0 1) (for_in L1 (object) $0 (empty)) (return $0))
                """);
    }
}
