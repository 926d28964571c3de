package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** What generators and async functions put into temporaries before they are suspended. */
class SuspensionTest {

    @Test
    void leavesWhatIsEvaluatedLastInPlace() {
        assertScript(1, """
                function* f(a) { g(1); a.x = yield 1; return yield a; }
                """, """
                fn1 "f" generator length 1 slots 2
                  prologue (local_set $0 (argument 0))
                  (block
                    (call (global_get "g") (item 1))
                    (comma (local_set $1 $0) (set $1 "x" (yield 1)))
                    (return (yield $0)))
                """);
    }

    @Test
    void storesWhatWasEvaluatedBefore() {
        assertScript(1, """
                function* f(a) { return a + (yield 1); }
                """, """
                fn1 "f" generator length 1 slots 2
                  prologue (local_set $0 (argument 0))
                  (return (comma (local_set $1 $0) (add $1 (yield 1))))
                """);
    }

    @Test
    void findsTheFunctionBeforeTheArguments() {
        assertScript(1, """
                async function f(o) { return o.m(1, await o.a, o.b); }
                """, """
                fn1 "f" async length 1 slots 5
                  prologue (local_set $0 (argument 0))
                  (return
                    (comma
                      (local_set $2 (get (local_set $1 $0) "m"))
                      (local_set $3 $1)
                      (local_set $4 (await (get $0 "a")))
                      (call_this $2 $3 (item 1) (item $4) (item (get $0 "b")))))
                """);
    }

    @Test
    void storesKeysAsKeys() {
        assertScript(1, """
                function* f() { return { a: 1, [k()]: 2, ...s, m() {}, b: yield, c: 3 }; }
                """, """
                fn1 "f" generator length 0 slots 3
                  (return
                    (comma
                      (local_set $0 (to_property_key (call (global_get "k"))))
                      (local_set $1 (object (spread (global_get "s"))))
                      (local_set $2 (yield undefined))
                      (object
                        (property "a" 1)
                        (property_computed $0 2)
                        (spread $1)
                        (method "m" fn2 - /8)
                        (property "b" $2)
                        (property "c" 3))))
                """);
    }

    @Test
    void copiesSpreadsBeforeASuspension() {
        assertScript(1, """
                async function f(a) { return [...a, await 1, ...await 2, 3]; }
                """, """
                fn1 "f" async length 1 slots 4
                  prologue (local_set $0 (argument 0))
                  (return
                    (comma
                      (local_set $1 (array (spread $0)))
                      (local_set $2 (await 1))
                      (local_set $3 (await 2))
                      (array (spread $1) (item $2) (spread $3) (item 3))))
                """);
    }

    @Test
    void makesStringsOfTemplatePartsAtOnce() {
        assertScript(1, """
                async function f(a) { return `${a}-${await 1}`; }
                """, """
                fn1 "f" async length 1 slots 3
                  prologue (local_set $0 (argument 0))
                  (return (comma (local_set $1 (template $0)) (local_set $2 (await 1)) (template $1 "-" $2)))
                """);
    }

    @Test
    void definesClassesAfterTheirKeys() {
        assertScript(1, """
                function* f() { return class extends (yield 1) { [yield 2]() {} static [yield 3] = 4; }; }
                """, """
                fn1 "f" generator length 0 slots 5
                  (return
                    (comma
                      (new_scope $0 - scope0)
                      (local_set $1
                        (comma
                          (local_set $2 (yield 1))
                          (local_set $3 (yield 2))
                          (local_set $4 (to_property_key $3))
                          (scope_set $0 0 0 (to_property_key (yield 3)))
                          (class fn3 $0 $2 "" 0 /1 (method_computed $4 fn2 $0))))
                      (call_this (closure_method fn4 $0 $1) $1)
                      $1))
                """);
    }

    @Test
    void awaitsInAsyncGenerators() {
        assertScript(1, """
                async function* f() { yield 1; yield* g(); return 2; }
                """, """
                fn1 "f" async generator length 0 slots 0
                  (block (yield (await 1)) (yield_star (call (global_get "g"))) (return (await 2)))
                """);
    }

    @Test
    void branchesWithoutTemporaries() {
        assertScript(1, """
                async function f(a) { return a ? await 1 : (a && await 2) ?? await 3; }
                """, """
                fn1 "f" async length 1 slots 1
                  prologue (local_set $0 (argument 0))
                  (return (conditional $0 (await 1) (coalesce (and $0 (await 2)) (await 3))))
                """);
    }
}
