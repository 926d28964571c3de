package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.resolver.ResolverAssertions.assertScript;

import org.junit.jupiter.api.Test;

/** Classes: scope, members, fields, private names, static elements, constructors. */
class ClassesTest {

    @Test
    void definesMethodsAndAccessors() {
        assertScript(0, """
                (class A { m() {} get x() {} static set x(v) {} [k()]() {} *g() {} async a() {} })
                """, """
                fn0 "" script length 0 slots 1
                  (block
                    (local_set $0 undefined)
                    (local_set $0
                      (class fn7 - none "A" 0 /0
                        (method "m" fn1 -)
                        (method "x" fn2 - /1)
                        (method "x" fn3 - /6)
                        (method_computed (call (global_get "k")) fn4 -)
                        (method "g" fn5 -)
                        (method "a" fn6 -)))
                    (return $0))
                """);
    }

    @Test
    void givesDefaultConstructorsTheirCode() {
        assertScript("""
                class A {} class B extends A {}
                """, """
                scope0 class of fn0 size 0:
                scope1 class of fn0 size 0:
                fn0 "" script length 0 slots 1
                  prologue (global_declare ["A" "B"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A" (class fn1 - none "A" 0 /0))
                    (global_init "B" (class fn2 - (global_get "A") "B" 0 /1))
                    (return $0))
                fn1 "A" strict class length 0 slots 0
                  (block)
                fn2 "B" strict class derived length 0 slots 0
                  (return (super_call callee new_target (spread (rest 0))))
                """);
    }

    @Test
    void initialisesFieldsInTheInitialiser() {
        assertScript("""
                class A { x = 1; [k()] = () => this; static s = A; y; }
                """, """
                scope0 class of fn0 size 2: A=0(const,lexical) %key1=1(const,internal)
                scope1 function of fn2 in scope0 size 1: this=0(const,internal)
                fn0 "" script length 0 slots 3
                  prologue (global_declare ["A"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A"
                      (comma
                        (new_scope $1 - scope0)
                        (local_set $2
                          (class fn1 $1 none "A" 3 /0 (evaluate (scope_set $1 0 1 (to_property_key (call (global_get "k")))))))
                        (scope_set $1 0 0 $2)
                        (call_this (closure_method fn4 $1 $2) $2)
                        $2))
                    (return $0))
                fn1 "A" strict class length 0 slots 0
                  prologue (init_fields (this) callee)
                  (block)
                fn2 "<instance_members_initializer>" strict method fields length 0 slots 2
                  prologue (block (local_set $1 closure_scope) (new_scope $0 - scope1) (scope_set $0 0 0 (this)))
                  (block
                    (define_field (scope_get $0 0 0) "x" 1)
                    (define_field (scope_get $0 0 0) (scope_get $1 0 1) (closure_named fn3 $0 (scope_get $1 0 1)))
                    (define_field (scope_get $0 0 0) "y" undefined))
                fn3 "" strict arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_get $0 0 0))
                fn4 "<static_initializer>" strict method fields length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (define_field (this) "s" (scope_get $0 0 0))
                """);
    }

    @Test
    void bindsThisAfterSuper() {
        assertScript(1, """
                class A extends B { constructor(x) { super(x); this.x = x; } }
                """, """
                fn1 "A" strict class derived length 1 slots 3
                  prologue (local_set $1 (argument 0))
                  (block (local_set_once $0 (super_call callee new_target (item $1))) (set $0 "x" $1 /1) (return $0))
                """);
    }

    @Test
    void decidesWhatADerivedConstructorReturnsAtItsEnd() {
        assertScript(1, """
                class A extends B { constructor(x) { try { if (x) return x; } finally { super(); } } }
                """, """
                fn1 "A" strict class derived length 1 slots 3
                  prologue (local_set $1 (argument 0))
                  (block
                    (labeled L1
                      (block
                        (try
                          (block (if $1 (block (local_set $2 $1) (break L1)) none))
                          -
                          none
                          (block (local_set_once $0 (super_call callee new_target))))
                        (local_set $2 undefined)))
                    (return (default $2 (local_get_checked $0 "this"))))
                """);
    }

    @Test
    void bindsThisFromArrows() {
        assertScript("""
                class A extends B { a = 1; constructor() { const s = () => super(); s(); this.x; } }
                """, """
                scope0 class of fn0 size 0:
                scope1 function of fn1 in scope0 size 3: s=$2(const,lexical) this=0(const,internal) new.target=1(const,internal) %function=2(const,internal)
                fn0 "" script length 0 slots 1
                  prologue (global_declare ["A"] [] [] [] [])
                  (block (local_set $0 undefined) (global_init "A" (class fn1 - (global_get "B") "A" 4 /1)) (return $0))
                fn1 "A" strict class derived length 0 slots 3
                  prologue (block (new_scope $0 - scope1) (scope_set $0 0 1 new_target) (scope_set $0 0 2 callee))
                  (block
                    (local_set $2 (closure fn2 $0))
                    (call $2)
                    (get (scope_get_checked $0 0 0 "this") "x")
                    (return (scope_get_checked $0 0 0 "this")))
                fn2 "s" strict arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return
                    (comma
                      (scope_set_once $0 0 0 (super_call (scope_get $0 0 2) (scope_get $0 0 1)))
                      (init_fields (scope_get_checked $0 0 0 "this") (scope_get $0 0 2))
                      (scope_get_checked $0 0 0 "this")))
                fn3 "<instance_members_initializer>" strict method fields length 0 slots 0
                  (define_field (this) "a" 1)
                """);
    }

    @Test
    void readsAndWritesSuperProperties() {
        assertScript(1, """
                class A extends B { m(k) { super.a(k); super.b = k; super[k]++; return super.c; } }
                """, """
                fn1 "m" strict method length 1 slots 4
                  prologue (local_set $0 (argument 0))
                  (block
                    (call_this (get_super "a" (super_base home_object) (this)) (this) (item $0))
                    (comma (local_set $1 (this)) (local_set $2 (super_base home_object)) (set_super "b" $2 $1 $0 /1))
                    (comma
                      (local_set $2 (this))
                      (local_set $1 $0)
                      (local_set $3 (super_base home_object))
                      (local_set $1 (to_property_key $1))
                      (set_super $1 $3 $2 (inc (get_super $1 $3 $2)) /1))
                    (return (get_super "c" (super_base home_object) (this))))
                """);
    }

    @Test
    void resolvesPrivateNames() {
        assertScript("""
                class A { #x = 1; #m() {} get #y() { return this.#x++; } static has(o) { return #x in o && o.#m(1) && o?.#y; } }
                """, """
                scope0 class of fn0 size 3: #x=0(const,private) #m=1(const,private) #y=2(const,private)
                scope1 function of fn2 in scope0 size 0:
                scope2 function of fn3 in scope0 size 0: o=$0
                fn0 "" script length 0 slots 2
                  prologue (global_declare ["A"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A"
                      (comma
                        (new_scope $1 - scope0)
                        (scope_set $1 0 0 (new_private_name "#x"))
                        (scope_set $1 0 1 (new_private_name "#m"))
                        (scope_set $1 0 2 (new_private_name "#y"))
                        (class fn4 $1 none "A" 6 /0
                          (method_private (scope_get $1 0 1) fn1 $1)
                          (method_private (scope_get $1 0 2) fn2 $1 /1)
                          (method "has" fn3 $1 /4))))
                    (return $0))
                fn1 "#m" strict method length 0 slots 0
                  (block)
                fn2 "get #y" strict method getter length 0 slots 3
                  prologue (local_set $1 closure_scope)
                  (return
                    (comma
                      (local_set $0 (this))
                      (local_set $2 (to_numeric (get_private $0 (scope_get $1 0 0))))
                      (set_private $0 (scope_get $1 0 0) (inc $2))
                      $2))
                fn3 "has" strict method length 1 slots 3
                  prologue (block (local_set $1 closure_scope) (local_set $0 (argument 0)))
                  (return
                    (and
                      (and
                        (has_private (scope_get $1 0 0) $0)
                        (call_this (get_private (local_set $2 $0) (scope_get $1 0 1)) $2 (item 1)))
                      (optional $2 $0 (get_private $2 (scope_get $1 0 2)))))
                fn4 "A" strict class length 0 slots 0
                  prologue (init_fields (this) callee)
                  (block)
                fn5 "<instance_members_initializer>" strict method fields length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (block
                    (define_private (this) (scope_get $0 0 1) none)
                    (define_private (this) (scope_get $0 0 2) none)
                    (define_private (this) (scope_get $0 0 0) 1))
                """);
    }

    @Test
    void runsStaticBlocksWithTheirOwnVariables() {
        assertScript("""
                class A { static { var x = 1; let y = () => x; this.z = y; } static #p() {} }
                """, """
                scope0 class of fn0 size 1: #p=0(const,private)
                scope1 function of fn3 in scope0 size 0:
                scope2 block of fn3 in scope1 size 1: y=$2(lexical) x=0
                fn0 "" script length 0 slots 3
                  prologue (global_declare ["A"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A"
                      (comma
                        (new_scope $1 - scope0)
                        (scope_set $1 0 0 (new_private_name "#p"))
                        (local_set $2 (class fn2 $1 none "A" 0 /0 (method_private (scope_get $1 0 0) fn1 $1 /4)))
                        (call_this (closure_method fn3 $1 $2) $2)
                        $2))
                    (return $0))
                fn1 "#p" strict method length 0 slots 0
                  (block)
                fn2 "A" strict class length 0 slots 0
                  (block)
                fn3 "<static_initializer>" strict method fields length 0 slots 3
                  prologue (local_set $0 closure_scope)
                  (block
                    (define_private (this) (scope_get $0 0 0) none)
                    (scope_block $1 - scope2
                      (scope_set $1 0 0 undefined)
                      (scope_set $1 0 0 1)
                      (local_set $2 (closure fn4 $1))
                      (set (this) "z" $2 /1)))
                fn4 "y" strict arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_get $0 0 0))
                """);
    }

    @Test
    void checksTheNameInHeritageOnly() {
        assertScript("""
                class A extends f(() => A) { m() { return A; } }
                """, """
                scope0 class of fn0 size 1: A=0(const,lexical)
                fn0 "" script length 0 slots 3
                  prologue (global_declare ["A"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A"
                      (comma
                        (new_scope $1 - scope0)
                        (local_set $2
                          (class fn3 $1 (call (global_get "f") (item (closure fn1 $1))) "A" 0 /1 (method "m" fn2 $1)))
                        (scope_set $1 0 0 $2)
                        $2))
                    (return $0))
                fn1 "" strict arrow length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_get_checked $0 0 0 "A"))
                fn2 "m" strict method length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (scope_get $0 0 0))
                fn3 "A" strict class derived length 0 slots 0
                  (return (super_call callee new_target (spread (rest 0))))
                """);
    }

    @Test
    void runsFieldsBeforeTheParametersOfABaseConstructor() {
        assertScript(1, """
                class A { x = 1; constructor(a) { this.y = a; } }
                """, """
                fn1 "A" strict class length 1 slots 1
                  prologue (block (init_fields (this) callee) (local_set $0 (argument 0)))
                  (set (this) "y" $0 /1)
                """);
    }

    @Test
    void keepsAutoAccessorsUnderPrivateNames() {
        assertScript("""
                class A { accessor x = 1 }
                """, """
                scope0 class of fn0 size 1: %storage0=0(const,internal)
                fn0 "" script length 0 slots 2
                  prologue (global_declare ["A"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A"
                      (comma
                        (new_scope $1 - scope0)
                        (scope_set $1 0 0 (new_private_name "x accessor storage"))
                        (class fn3 $1 none "A" 5 /0 (method "x" fn1 $1 /1) (method "x" fn2 $1 /2))))
                    (return $0))
                fn1 "get x" strict method getter length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (return (get_private (this) (scope_get $0 0 0)))
                fn2 "set x" strict method setter length 1 slots 1
                  prologue (local_set $0 closure_scope)
                  (set_private (this) (scope_get $0 0 0) (argument 0))
                fn3 "A" strict class length 0 slots 0
                  prologue (init_fields (this) callee)
                  (block)
                fn4 "<instance_members_initializer>" strict method fields length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (define_private (this) (scope_get $0 0 0) 1)
                """);
    }

    @Test
    void putsDownMembersThatDecoratorsMayReplace() {
        assertScript("""
                @d class A { @o.e m() {} @f x = 1; n() {} }
                """, """
                scope0 class of fn0 size 1: %decoration=0(const,internal)
                fn0 "" script length 0 slots 5
                  prologue (global_declare ["A"] [] [] [] [])
                  (block
                    (local_set $0 undefined)
                    (global_init "A"
                      (comma
                        (local_set $1 new_decoration)
                        (add_decorator $1 0 (global_get "d") none)
                        (new_scope $2 - scope0)
                        (scope_set $2 0 0 $1)
                        (local_set $3
                          (class fn3 $2 none "A" 5 /0
                            (evaluate (add_decorator $1 3 (get (local_set $3 (global_get "o")) "e") $3))
                            (decorated_method $1 3 "m" fn1 $2)
                            (evaluate (add_decorator $1 4 (global_get "f") none))
                            (decorated_field $1 4 "x")
                            (decorated_method $1 5 "n" fn2 $2)))
                        (local_set $4 (apply_decorators $1 $3 "A"))
                        (run_initializers $1 0 $4)
                        $4))
                    (return $0))
                fn1 "m" strict method length 0 slots 0
                  (block)
                fn2 "n" strict method length 0 slots 0
                  (block)
                fn3 "A" strict class length 0 slots 0
                  prologue (init_fields (this) callee)
                  (block)
                fn4 "<instance_members_initializer>" strict method fields length 0 slots 1
                  prologue (local_set $0 closure_scope)
                  (block
                    (run_initializers (scope_get $0 0 0) 2 (this))
                    (define_field (this) "x" (initial_value (scope_get $0 0 0) 4 (this) 1))
                    (run_initializers (scope_get $0 0 0) 4 (this)))
                """);
    }
}
