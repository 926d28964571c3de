package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertModule;

import org.junit.jupiter.api.Test;

/** Modules: tables, the module scope, live bindings. */
class ModulesTest {

    @Test
    void describesImportsAndExports() {
        assertModule("""
                import d, { a as b } from 'x' with { type: 'json' }; import * as ns from 'y'; export { b as c } from 'z'; export * from 'y'; export * as w from 'z'; export let v = 1; export { f as g }; function f() { return b + ns.q + v; } export default class {}
                """, """
                module scope0
                  request "x" type="json"
                  request "y"
                  request "z"
                  import default from 0 in 0
                  import a from 0 in 1
                  import * from 1 in 2
                  export v = 3
                  export g = 4
                  export default = 5
                  export c = b from 2
                  export w = * from 2
                  export * from 1
                scope0 module of fn0 size 6: d=0(const,import) b=1(const,import) ns=2(const,lexical) v=3(lexical) f=4(lexical) *default*=5(lexical)
                fn0 "" strict module length 0 slots 1
                  prologue (block (local_set $0 closure_scope) (scope_set $0 0 4 (closure fn1 -)))
                  (block
                    (local_set $0 closure_scope)
                    (scope_set $0 0 3 1)
                    (scope_set $0 0 5 (class fn2 - none "default" 0 /0)))
                fn1 "f" strict length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (add (add (import_get $0 0 1 "b") (get (scope_get $0 0 2) "q")) (scope_get_checked $0 0 3 "v")))
                fn2 "default" strict class length 0 slots 0
                  (block)
                """);
    }

    @Test
    void initialisesFunctionsAtLinkTime() {
        assertModule("""
                export default function () {} export function g() {} var h = 1; let i = 2;
                """, """
                module scope0
                  export default = 1
                  export g = 2
                scope0 module of fn0 size 4: h=0 *default*=1(lexical) g=2(lexical) i=3(lexical)
                fn0 "" strict module length 0 slots 1
                  prologue (block
                    (local_set $0 closure_scope)
                    (scope_set $0 0 0 undefined)
                    (scope_set $0 0 1 (closure fn1 -))
                    (scope_set $0 0 2 (closure fn2 -)))
                  (block (local_set $0 closure_scope) (scope_set $0 0 0 1) (scope_set $0 0 3 2))
                fn1 "default" strict length 0 slots 0
                  (block)
                fn2 "g" strict length 0 slots 0
                  (block)
                """);
    }

    @Test
    void namesTheDefaultExport() {
        assertModule(0, """
                export default () => {};
                """, """
                fn0 "" strict module length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (block (local_set $0 closure_scope) (scope_set $0 0 0 (closure fn1 -)))
                """);
    }

    @Test
    void awaitsAtTheTopLevel() {
        assertModule("""
                export const x = await f();
                """, """
                module scope0 await
                  export x = 0
                scope0 module of fn0 size 1: x=0(const,lexical)
                fn0 "" strict async module length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (block (local_set $0 closure_scope) (scope_set $0 0 0 (await (call (global_get "f")))))
                """);
    }

    @Test
    void hasUndefinedForThis() {
        assertModule(0, """
                this; (() => this);
                """, """
                fn0 "" strict module length 0 slots 0
                  (block undefined (closure fn1 -))
                """);
    }
}
