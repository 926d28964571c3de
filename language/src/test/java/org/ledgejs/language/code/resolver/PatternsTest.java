package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** Destructuring. */
class PatternsTest {

    @Test
    void readsPropertiesOfObjectPatterns() {
        assertScript(1, """
                function f(o) { const { a, b: c = 1, [k()]: d, 0: e } = o; return [a, c, d, e]; }
                """, """
                fn1 "f" length 1 slots 6
                  prologue (local_set $0 (argument 0))
                  (block
                    (comma
                      (local_set $1 (require_object_coercible $0))
                      (local_set $2 (get $1 "a"))
                      (local_set $3 (default (get $1 "b") 1))
                      (local_set $4 (get_index $1 (call (global_get "k"))))
                      (local_set $5 (get_index $1 0)))
                    (return (array (item $2) (item $3) (item $4) (item $5))))
                """);
    }

    @Test
    void collectsTheRestWithoutItsKeys() {
        assertScript(1, """
                function f(o) { let { a, [k()]: b, ...r } = o; return r; }
                """, """
                fn1 "f" length 1 slots 6
                  prologue (local_set $0 (argument 0))
                  (block
                    (comma
                      (local_set $1 (require_object_coercible $0))
                      (local_set $2 (get $1 "a"))
                      (local_set $3 (to_property_key (call (global_get "k"))))
                      (local_set $4 (get_index $1 $3))
                      (local_set $5 (object_rest $1 "a" $3)))
                    (return $5))
                """);
    }

    @Test
    void drivesArrayPatterns() {
        assertScript(1, """
                function f(o) { let [a, , b = 2, ...r] = o; return r; }
                """, """
                fn1 "f" length 1 slots 5
                  prologue (local_set $0 (argument 0))
                  (block
                    (array_pattern $0
                      (element_item none $1 (local_set $2 $1))
                      (element_elision)
                      (element_item none $1 (local_set $3 (default $1 2)))
                      (element_rest none $1 (local_set $4 $1)))
                    (return $4))
                """);
    }

    @Test
    void evaluatesTargetsBeforeTheirValues() {
        assertScript(1, """
                function f(o) { ({ a: g().x, b: o[h()] = 1 } = o); [g().y, ...o.z] = o; }
                """, """
                fn1 "f" length 1 slots 4
                  prologue (local_set $0 (argument 0))
                  (block
                    (comma
                      (local_set $1 (require_object_coercible $0))
                      (local_set $2 (call (global_get "g")))
                      (set $2 "x" (get $1 "a"))
                      (local_set $2 $0)
                      (local_set $3 (call (global_get "h")))
                      (set_index $2 $3 (default (get $1 "b") 1)))
                    (array_pattern $0
                      (element_item (local_set $3 (call (global_get "g"))) $1 (set $3 "y" $1))
                      (element_rest (local_set $3 $0) $1 (set $3 "z" $1))))
                """);
    }

    @Test
    void hasTheValueOfTheRightSide() {
        assertScript(1, """
                function f(a, b) { return [a, b] = [b, a]; }
                """, """
                fn1 "f" length 2 slots 4
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (return
                    (comma
                      (local_set $2 (array (item $1) (item $0)))
                      (array_pattern $2 (element_item none $3 (local_set $0 $3)) (element_item none $3 (local_set $1 $3)))
                      $2))
                """);
    }

    @Test
    void namesDefaults() {
        assertScript(1, """
                function f({ a = () => {} }) { [a = class {}] = a; }
                """, """
                fn1 "f" length 1 slots 2
                  prologue (block
                    (local_set $0 (require_object_coercible (argument 0)))
                    (local_set $1 (default (get $0 "a") (closure fn2 -))))
                  (array_pattern $1 (element_item none $0 (local_set $1 (default $0 (class fn3 - none "a" 0 /0)))))
                """);
    }

    @Test
    void checksNamesOfOnePattern() {
        assertScript(1, """
                function f(o) { let { a = b, b } = o; }
                """, """
                fn1 "f" length 1 slots 4
                  prologue (local_set $0 (argument 0))
                  (comma
                    (local_set $1 (require_object_coercible $0))
                    (local_set $3 (default (get $1 "a") (local_get_checked $2 "b")))
                    (local_set $2 (get $1 "b")))
                """);
    }
}
