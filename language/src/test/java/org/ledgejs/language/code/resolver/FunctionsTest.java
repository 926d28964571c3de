package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** What a call brings: parameters, arguments, this and its like. */
class FunctionsTest {

    @Test
    void convertsThisOfSloppyFunctionsOnce() {
        assertScript(1, """
                function f() { return this.x + this.y; }
                """, """
                fn1 "f" length 0 slots 1
                  prologue (local_set $0 (this /1))
                  (return (add (get $0 "x") (get $0 "y")))
                """);
    }

    @Test
    void asksForThisOfStrictFunctionsWhereItIsUsed() {
        assertScript(1, """
                function f() { 'use strict'; return this; }
                """, """
                fn1 "f" strict length 0 slots 0
                  (return (this))
                """);
    }

    @Test
    void capturesThisForArrows() {
        assertScript("""
                function f() { return () => [this, new.target, arguments]; }
                """, """
                scope0 function of fn1 size 3: this=0(const,internal) new.target=1(const,internal) arguments=2
                fn0 "" script length 0 slots 1
                  prologue (block (global_declare [] [] [] ["f"] []) (global_function "f" (closure fn1 -)))
                  (block (local_set $0 undefined) (return $0))
                fn1 "f" length 0 slots 1
                  prologue (block
                    (new_scope $0 - scope0)
                    (scope_set $0 0 0 (this /1))
                    (scope_set $0 0 1 new_target)
                    (scope_set $0 0 2 (arguments_mapped $0 [])))
                  (return (closure fn2 $0))
                fn2 "" arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (array (item (scope_get $0 0 0)) (item (scope_get $0 0 1)) (item (scope_get $0 0 2))))
                """);
    }

    @Test
    void mapsArgumentsOfSloppyFunctions() {
        assertScript(1, """
                function f(a, b, a) { arguments[0] = 1; return b; }
                """, """
                fn1 "f" length 3 slots 2
                  prologue (block
                    (new_scope $0 - scope0)
                    (scope_set $0 0 0 (argument 2))
                    (scope_set $0 0 1 (argument 1))
                    (local_set $1 (arguments_mapped $0 [- 1 0])))
                  (block (set_index $1 0 1) (return (scope_get $0 0 1)))
                """);
    }

    @Test
    void doesNotMapArgumentsOfStrictFunctions() {
        assertScript(1, """
                function f(a) { 'use strict'; return arguments; }
                """, """
                fn1 "f" strict length 1 slots 2
                  prologue (block (local_set $0 (argument 0)) (local_set $1 arguments))
                  (return $1)
                """);
    }

    @Test
    void doesNotMapArgumentsWithDefaultValues() {
        assertScript(1, """
                function f(a = 1) { return arguments; }
                """, """
                fn1 "f" length 0 slots 2
                  prologue (block (local_set $0 arguments) (local_set $1 (default (argument 0) 1)))
                  (return $0)
                """);
    }

    @Test
    void evaluatesDefaultValuesInOrder() {
        assertScript(1, """
                function f(a, b = a, c = d, d) { return a; }
                """, """
                fn1 "f" length 1 slots 4
                  prologue (block
                    (local_set $0 (argument 0))
                    (local_set $1 (default (argument 1) $0))
                    (local_set $3 (default (argument 2) (local_get_checked $2 "d")))
                    (local_set $2 (argument 3)))
                  (return $0)
                """);
    }

    @Test
    void separatesTheBodyFromParametersThatClosuresSee() {
        assertScript(1, """
                function f(a, g = () => a) { var a; a = 2; return g; }
                """, """
                fn1 "f" length 1 slots 3
                  prologue (block
                    (new_scope $0 - scope0)
                    (scope_set $0 0 0 (argument 0))
                    (local_set $1 (default (argument 1) (closure fn2 $0)))
                    (local_set $2 (scope_get $0 0 0)))
                  (block (local_set $2 2) (return $1))
                """);
    }

    @Test
    void bindsPatternsAndRest() {
        assertScript(1, """
                function f({a, b: [c]}, ...rest) { return rest; }
                """, """
                fn1 "f" length 1 slots 5
                  prologue (block
                    (local_set $0 (require_object_coercible (argument 0)))
                    (local_set $1 (get $0 "a"))
                    (array_pattern (get $0 "b") (element_item none $2 (local_set $3 $2)))
                    (local_set $4 (rest 1)))
                  (return $4)
                """);
    }

    @Test
    void givesArrowsWithAnExpressionAReturn() {
        assertScript(1, """
                (a, b) => a + b
                """, """
                fn1 "" arrow length 2 slots 2
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (return (add $0 $1))
                """);
    }

    @Test
    void letsVarArgumentsStartAsTheArgumentsObject() {
        assertScript(1, """
                function f() { var arguments; return arguments; }
                """, """
                fn1 "f" length 0 slots 1
                  prologue (local_set $0 (arguments_mapped $0 []))
                  (return $0)
                """);
    }

    @Test
    void letsAFunctionNamedArgumentsReplaceTheArgumentsObject() {
        assertScript(1, """
                function f() { return arguments; function arguments() {} }
                """, """
                fn1 "f" length 0 slots 1
                  prologue (local_set $0 (closure fn2 -))
                  (return $0)
                """);
    }

    @Test
    void hidesTheBodyFromParametersThatShareItsScope() {
        assertScript(1, """
                function f(a = x, b = arguments) { var x = 1, y = () => x + a; return y; }
                """, """
                fn1 "f" length 0 slots 4
                  prologue (block
                    (new_scope $0 - scope0)
                    (local_set $1 arguments)
                    (scope_set $0 0 0 (default (argument 0) (global_get "x")))
                    (local_set $2 (default (argument 1) $1))
                    (scope_set $0 0 1 undefined))
                  (block (scope_set $0 0 1 1) (local_set $3 (closure fn2 $0)) (return $3))
                """);
    }

    @Test
    void keepsTheNameApartWhereTheBodyHidesIt() {
        assertScript(1, """
                (function f(a = f) { var f = 1; return [a, f]; })
                """, """
                fn1 "f" length 0 slots 3
                  prologue (block (local_set $0 callee) (local_set $1 (default (argument 0) $0)))
                  (block (local_set $2 1) (return (array (item $1) (item $2))))
                """);
    }

    @Test
    void givesParametersTheirOwnArgumentsWhereTheBodyDeclaresTheName() {
        assertScript(1, """
                function f(a = arguments) { let arguments = 1; return [a, arguments]; }
                """, """
                fn1 "f" length 0 slots 3
                  prologue (block (local_set $0 arguments) (local_set $1 (default (argument 0) $0)))
                  (block (local_set $2 1) (return (array (item $1) (item $2))))
                """);
    }

    @Test
    void checksThisOfConstructorsThatDoNotCallSuper() {
        assertScript(1, """
                (class extends B { constructor() {} })
                """, """
                fn1 "" strict class derived length 0 slots 2
                  (return (local_get_checked $0 "this"))
                """);
    }

    @Test
    void doesNotHoistAFunctionNamedArguments() {
        assertScript(1, """
                function f() { { function arguments() {} } return arguments; }
                """, """
                fn1 "f" length 0 slots 2
                  prologue (local_set $0 (arguments_mapped $0 []))
                  (block (local_set $1 (closure fn2 -)) (return $0))
                """);
    }
}
