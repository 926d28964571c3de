package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** with and direct eval. */
class DynamicNamesTest {

    @Test
    void asksTheObjectOfAWithFirst() {
        assertScript(1, """
                function f(o) { with (o) { x = y; g(x); typeof z; delete x; o++; } }
                """, """
                fn1 "f" dynamic length 1 slots 4
                  prologue (local_set $0 (argument 0))
                  (block
                    (local_set $1 (to_object $0))
                    (block
                      (local_set $2 $1)
                      (block
                        (comma
                          (local_set $1 (conditional (with_has $2 "x" /1) $2 undefined))
                          (comma
                            (local_set $3 (conditional (with_has $2 "y" /1) (with_get $2 "y") (global_get "y")))
                            (conditional $1 (with_set $1 "x" $3) (global_set "x" $3))))
                        (comma
                          (conditional
                            (with_has $2 "g" /1)
                            (comma (local_set $3 $2) (local_set $1 (with_get $2 "g")))
                            (comma (local_set $3 undefined) (local_set $1 (global_get "g"))))
                          (call_this $1 $3 (item (conditional (with_has $2 "x" /1) (with_get $2 "x") (global_get "x")))))
                        (typeof (conditional (with_has $2 "z" /1) (with_get $2 "z") (global_get_or_undefined "z")))
                        (conditional (with_has $2 "x" /1) (delete $2 "x") (global_delete "x"))
                        (comma
                          (local_set $1 (conditional (with_has $2 "o" /1) $2 undefined))
                          (comma
                            (local_set $3 (inc (conditional $1 (with_get $1 "o") $0)))
                            (conditional $1 (with_set $1 "o" $3) (local_set $0 $3)))))))
                """);
    }

    @Test
    void capturesTheObjectOfAWithForClosures() {
        assertScript("""
                function f(o) { with (o) return () => x; }
                """, """
                scope0 function of fn1 size 0: o=$0
                scope1 with of fn1 in scope0 size 1: %object=0(const,internal)
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare [] [] [] ["f"] []) (global_function "f" (closure fn1 -)))
                  (block (local_set $0 undefined) (return $0))
                fn1 "f" dynamic length 1 slots 3
                  prologue (local_set $0 (argument 0))
                  (block
                    (local_set $1 (to_object $0))
                    (scope_block $2 - scope1 (scope_set $2 0 0 $1) (return (closure fn2 $2))))
                fn2 "" arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return
                    (conditional (with_has (scope_get $0 0 0) "x" /1) (with_get (scope_get $0 0 0) "x") (global_get "x")))
                """);
    }

    @Test
    void putsEverythingAnEvalSeesIntoScopes() {
        assertScript("""
                function f(a) { let b = 1; { let c = 2; eval('a + b + c'); } return b; }
                """, """
                scope0 script of fn0 size 0:
                scope1 eval_vars of fn1 in scope0 size 1: %object=0(const,internal)
                scope2 function of fn1 in scope1 size 5: a=0 b=1(lexical) this=2(const,internal) new.target=3(const,internal) arguments=4
                scope3 block of fn1 in scope2 size 1: c=0(lexical)
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare [] [] [] ["f"] []) (global_function "f" (closure fn1 -)))
                  (block (local_set $0 undefined) (return $0))
                fn1 "f" dynamic length 1 slots 5
                  prologue (block
                    (new_scope $0 - scope1)
                    (scope_set $0 0 0 (object (proto null)))
                    (new_scope $1 $0 scope2)
                    (scope_set $1 0 2 (this /1))
                    (scope_set $1 0 3 new_target)
                    (scope_set $1 0 0 (argument 0))
                    (scope_set $1 0 4 (arguments_mapped $1 [0])))
                  (block
                    (scope_set $1 0 1 1)
                    (scope_block $2 $1 scope3
                      (scope_set $2 0 0 2)
                      (comma
                        (conditional
                          (with_has (scope_get $0 0 0) "eval")
                          (comma (local_set $4 undefined) (local_set $3 (with_get (scope_get $0 0 0) "eval")))
                          (comma (local_set $4 undefined) (local_set $3 (global_get "eval"))))
                        (call_eval $3 $2 scope3 (item "a + b + c"))))
                    (return (scope_get $1 0 1)))
                """);
    }

    @Test
    void givesStrictFunctionsNoObjectForEvals() {
        assertScript("""
                function f(a) { 'use strict'; eval('a'); }
                """, """
                scope0 script of fn0 size 0:
                scope1 function of fn1 in scope0 size 4: a=0 this=1(const,internal) new.target=2(const,internal) arguments=3
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare [] [] [] ["f"] []) (global_function "f" (closure fn1 -)))
                  (block (local_set $0 undefined) (return $0))
                fn1 "f" strict length 1 slots 1
                  prologue (block
                    (new_scope $0 - scope1)
                    (scope_set $0 0 1 (this))
                    (scope_set $0 0 2 new_target)
                    (scope_set $0 0 0 (argument 0))
                    (scope_set $0 0 3 arguments))
                  (call_eval (global_get "eval") $0 scope1 /1 (item "a"))
                """);
    }

    @Test
    void letsNestedFunctionsSeeWhatEvalsDeclare() {
        assertScript("""
                function f() { eval('var x = 1'); return function () { return x; }; }
                """, """
                scope0 script of fn0 size 0:
                scope1 eval_vars of fn1 in scope0 size 1: %object=0(const,internal)
                scope2 function of fn1 in scope1 size 3: this=0(const,internal) new.target=1(const,internal) arguments=2
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare [] [] [] ["f"] []) (global_function "f" (closure fn1 -)))
                  (block (local_set $0 undefined) (return $0))
                fn1 "f" dynamic length 0 slots 4
                  prologue (block
                    (new_scope $0 - scope1)
                    (scope_set $0 0 0 (object (proto null)))
                    (new_scope $1 $0 scope2)
                    (scope_set $1 0 0 (this /1))
                    (scope_set $1 0 1 new_target)
                    (scope_set $1 0 2 (arguments_mapped $1 [])))
                  (block
                    (comma
                      (conditional
                        (with_has (scope_get $0 0 0) "eval")
                        (comma (local_set $3 undefined) (local_set $2 (with_get (scope_get $0 0 0) "eval")))
                        (comma (local_set $3 undefined) (local_set $2 (global_get "eval"))))
                      (call_eval $2 $1 scope2 (item "var x = 1")))
                    (return (closure fn2 $1)))
                fn2 "" length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (conditional (with_has (scope_get $0 1 0) "x") (with_get (scope_get $0 1 0) "x") (global_get "x")))
                """);
    }

    @Test
    void givesEvalsInParametersTheirOwnObject() {
        assertScript(1, """
                function f(a = eval('var x = 1')) { return x; }
                """, """
                fn1 "f" dynamic length 0 slots 5
                  prologue (block
                    (new_scope $0 - scope1)
                    (scope_set $0 0 0 (object (proto null)))
                    (new_scope $1 $0 scope2)
                    (scope_set $1 0 1 (this /1))
                    (scope_set $1 0 2 new_target)
                    (scope_set $1 0 3 arguments)
                    (scope_set $1 0 0
                      (default
                        (argument 0)
                        (comma
                          (conditional
                            (with_has (scope_get $0 0 0) "eval")
                            (comma (local_set $3 undefined) (local_set $2 (with_get (scope_get $0 0 0) "eval")))
                            (comma (local_set $3 undefined) (local_set $2 (global_get "eval"))))
                          (call_eval $2 $1 scope2 (item "var x = 1")))))
                    (new_scope $4 $1 scope3)
                    (scope_set $4 0 0 (object (proto null))))
                  (return
                    (conditional
                      (with_has (scope_get $4 0 0) "x")
                      (with_get (scope_get $4 0 0) "x")
                      (conditional (with_has (scope_get $0 0 0) "x") (with_get (scope_get $0 0 0) "x") (global_get "x"))))
                """);
    }

    @Test
    void keepsTheNameOfAFunctionExpressionOutsideOfItsEvals() {
        assertScript(1, """
                (function f() { eval(''); return f; })
                """, """
                fn1 "f" dynamic length 0 slots 5
                  prologue (block
                    (new_scope $0 - scope1)
                    (scope_set $0 0 0 callee)
                    (new_scope $1 $0 scope2)
                    (scope_set $1 0 0 (object (proto null)))
                    (new_scope $2 $1 scope3)
                    (scope_set $2 0 0 (this /1))
                    (scope_set $2 0 1 new_target)
                    (scope_set $2 0 2 (arguments_mapped $2 [])))
                  (block
                    (comma
                      (conditional
                        (with_has (scope_get $1 0 0) "eval")
                        (comma (local_set $4 undefined) (local_set $3 (with_get (scope_get $1 0 0) "eval")))
                        (comma (local_set $4 undefined) (local_set $3 (global_get "eval"))))
                      (call_eval $3 $2 scope3 (item "")))
                    (return
                      (conditional (with_has (scope_get $1 0 0) "f") (with_get (scope_get $1 0 0) "f") (scope_get $0 0 0))))
                """);
    }

    @Test
    void marksEvalsInFieldInitialisers() {
        assertScript(2, """
                class A { x = eval('1'); }
                """, """
                fn2 "<instance_members_initializer>" strict method fields length 0 slots 1
                  prologue (block
                    (new_scope $0 - scope2)
                    (scope_set $0 0 0 (this))
                    (scope_set $0 0 1 new_target)
                    (scope_set $0 0 2 home_object))
                  (define_field (scope_get $0 0 0) "x" (call_eval (global_get "eval") $0 scope2 /3 (item "1")))
                """);
    }
}
