package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertModule;
import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** Operators, assignments, calls and chains. */
class ExpressionsTest {

    @Test
    void writesSimpleAssignmentsAsOneOp() {
        assertScript(1, """
                function f(o, k, v) { o.x = v; o[k] = v; o['y'] = v; v = o; }
                """, """
                fn1 "f" length 3 slots 3
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)) (local_set $2 (argument 2)))
                  (block (set $0 "x" $2) (set_index $0 $1 $2) (set_index $0 "y" $2) (local_set $2 $0))
                """);
    }

    @Test
    void evaluatesPartsOfCompoundAssignmentsOnce() {
        assertScript(1, """
                function f(o, k, v) { o.x += v; o[k] *= v; v <<= 1; }
                """, """
                fn1 "f" length 3 slots 4
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)) (local_set $2 (argument 2)))
                  (block
                    (set $0 "x" (add (get $0 "x") $2))
                    (comma
                      (local_set $3 $1)
                      (require_object_coercible $0)
                      (local_set $3 (to_property_key $3))
                      (set_index $0 $3 (mul (get_index $0 $3) $2)))
                    (local_set $2 (shl $2 1)))
                """);
    }

    @Test
    void turnsUnusedPostfixIntoPrefix() {
        assertScript(1, """
                function f(o, i) { i++; o.n--; return i++; }
                """, """
                fn1 "f" length 2 slots 3
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (block
                    (local_set $1 (inc $1))
                    (set $0 "n" (dec (get $0 "n")))
                    (return (comma (local_set $2 (to_numeric $1)) (local_set $1 (inc $2)) $2)))
                """);
    }

    @Test
    void writesLogicalAssignmentsAsBranches() {
        assertScript(1, """
                function f(o, a) { o.x ??= a; a ||= function () {}; a &&= 1; }
                """, """
                fn1 "f" length 2 slots 2
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (block
                    (coalesce (get $0 "x") (set $0 "x" $1))
                    (or $1 (local_set $1 (closure fn2 -)))
                    (and $1 (local_set $1 1)))
                """);
    }

    @Test
    void keepsThisOfCalls() {
        assertScript(1, """
                function f(o, k) { o.m(1); o[k](2); o['x'](3); f(4); (0, o.m)(5); }
                """, """
                fn1 "f" length 2 slots 2
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (block
                    (call_method $0 "m" (item 1))
                    (call_index $0 $1 (item 2))
                    (call_method $0 "x" (item 3))
                    (call (global_get "f") (item 4))
                    (call (comma 0 (get $0 "m")) (item 5)))
                """);
    }

    @Test
    void nestsOptionalChains() {
        assertScript(1, """
                function f(a) { return a?.b.c(1)?.[2]; }
                """, """
                fn1 "f" length 1 slots 3
                  prologue (local_set $0 (argument 0))
                  (return (optional $1 $0 (optional $2 (call_method (get $1 "b") "c" (item 1)) (get_index $2 2))))
                """);
    }

    @Test
    void keepsThisOfOptionalCalls() {
        assertScript(1, """
                function f(a) { a.b?.(1); a?.b(2); (a?.b)(3); a?.(4); }
                """, """
                fn1 "f" length 1 slots 3
                  prologue (local_set $0 (argument 0))
                  (block
                    (optional $2 (get (local_set $1 $0) "b") (call_this $2 $1 (item 1)))
                    (optional $1 $0 (call_method $1 "b" (item 2)))
                    (call_this (optional $2 (local_set $1 $0) (get $2 "b")) $1 (item 3))
                    (optional $1 $0 (call $1 (item 4))))
                """);
    }

    @Test
    void deletesInChains() {
        assertScript(1, """
                function f(a, k) { delete a.b; delete a[k]; delete a?.b; delete a; delete 1; }
                """, """
                fn1 "f" length 2 slots 3
                  prologue (block (local_set $0 (argument 0)) (local_set $1 (argument 1)))
                  (block (delete $0 "b") (delete $0 $1) (default (optional $2 $0 (delete $2 "b")) true) false (comma 1 true))
                """);
    }

    @Test
    void namesAnonymousFunctions() {
        assertScript("""
                const f = () => {}, g = class {}; let h = (function () {}); x = { a() {}, b: () => {}, [c]: () => {} };
                """, """
                fn0 "" script length 0 slots 2
                  prologue (global_declare ["h"] ["f" "g"] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "f" (closure fn1 -))
                    (global_init "g" (class fn2 - none "g" 0 /0))
                    (global_init "h" (closure fn3 -))
                    (local_set $0
                      (global_set "x"
                        (object
                          (method "a" fn4 - /8)
                          (property "b" (closure fn5 -))
                          (property_computed (local_set $1 (to_property_key (global_get "c"))) (closure_named fn6 - $1)))))
                    (return $0))
                fn1 "f" arrow length 0 slots 0
                  (block)
                fn2 "g" strict class length 0 slots 0
                  (block)
                fn3 "h" length 0 slots 0
                  (block)
                fn4 "a" method length 0 slots 0
                  (block)
                fn5 "b" arrow length 0 slots 0
                  (block)
                fn6 "" arrow length 0 slots 0
                  (block)
                """);
    }

    @Test
    void foldsSignsOfNumbers() {
        assertScript(1, """
                function f() { return [-1, -0, +1, void 0, undefined, 1e300]; }
                """, """
                fn1 "f" length 0 slots 0
                  (return (array (item -1) (item -0.0) (item (plus 1)) (item undefined) (item undefined) (item 1.0E300)))
                """);
    }

    @Test
    void writesTemplatesAndTags() {
        assertScript(1, """
                function f(a) { return [`x${a}y`, `plain`, tag`a${a}\\u{}b`, a.t`q`]; }
                """, """
                fn1 "f" length 1 slots 1
                  prologue (local_set $0 (argument 0))
                  (return
                    (array
                      (item (template "x" $0 "y"))
                      (item "plain")
                      (item (call (global_get "tag") (item (template_object ["a" -] ["a" "\\\\u{}b"])) (item $0)))
                      (item (call_method $0 "t" (item (template_object ["q"] ["q"]))))))
                """);
    }

    @Test
    void asksForTypeofOfGlobalsWithoutAnError() {
        assertScript(1, """
                function f(a) { return [typeof a, typeof b, typeof a.c]; }
                """, """
                fn1 "f" length 1 slots 1
                  prologue (local_set $0 (argument 0))
                  (return
                    (array (item (typeof $0)) (item (typeof (global_get_or_undefined "b"))) (item (typeof (get $0 "c")))))
                """);
    }

    @Test
    void callsNewImportAndMeta() {
        assertModule(0, """
                new A(1, ...b); import('x', o); import.meta.url; import.defer('y');
                """, """
                fn0 "" strict module length 0 slots 0
                  (block
                    (new (global_get "A") (item 1) (spread (global_get "b")))
                    (import_call "x" (global_get "o") 0)
                    (get import_meta "url")
                    (import_call "y" none 1))
                """);
    }

    @Test
    void callsBeforeItRefusesACallAsTarget() {
        assertScript(1, """
                function f() { g() = 1; }
                """, """
                fn1 "f" length 0 slots 0
                  (comma (call (global_get "g")) (comma (throw_error 0 "Invalid left-hand side in assignment") 1))
                """);
    }

    @Test
    void writesKeysAsTheSpecificationNamesThem() {
        assertScript(1, """
                function f() { return { 1: a, 1.5: b, 1e21: c, 0x10: d, 'x-y': e, __proto__: g, [__proto__]: h, get i() {}, set i(v) {}, ...j }; }
                """, """
                fn1 "f" length 0 slots 0
                  (return
                    (object
                      (property "1" (global_get "a"))
                      (property "1.5" (global_get "b"))
                      (property "1e+21" (global_get "c"))
                      (property "16" (global_get "d"))
                      (property "x-y" (global_get "e"))
                      (proto (global_get "g"))
                      (property_computed (global_get "__proto__") (global_get "h"))
                      (method "i" fn2 - /9)
                      (method "i" fn3 - /10)
                      (spread (global_get "j"))))
                """);
    }

    @Test
    void keepsLongChainsShallow() {
        String sum = "a" + " + b".repeat(20_000);
        String or = "a" + " || b".repeat(20_000);
        ResolverAssertions.script("function f(a, b) { return (" + sum + ") && (" + or + "); }");
    }
}
