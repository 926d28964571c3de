package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ledgejs.language.LedgeLanguage;

/** Decorators and auto-accessors of classes: the order of everything, and what becomes of what decorators return. */
class DecoratorTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            function d(v, c) { return function (a) { return c.name + v.call(this, a) } } class C { @d m(a) { return a + 1 } } new C().m(1)                                    || m2
            class C { @(f => function () { return f.call(this) + 1 }) get x() { return 1 } set x(v) { this.v = v } } var c = new C; c.x = 5; [c.x, c.v]                        || 2,5
            class C { get x() { return this.v } @(f => function (v) { f.call(this, v * 2) }) set x(v) { this.v = v } } var c = new C; c.x = 5; c.x                             || 10
            class C { @(() => v => v * 2) x = 2; @(() => v => v === undefined) y } var c = new C; [c.x, c.y]                                                                   || 4,true
            class C { @(() => function () { return this.a }) x = 2; a = 1 } new C().x                                                                                           || undefined
            class C { @(({get, set}) => ({get() { return get.call(this) + 1 }, set(v) { set.call(this, v * 2) }, init: v => v * 10})) accessor x = 1 } var c = new C, a = c.x; c.x = 4; [a, c.x]  || 11,9
            class C { @(() => ({})) accessor x = 1 } new C().x                                                                                                                  || 1
            class C { @(f => () => 'new') #m() {} @(f => () => 7) get #g() {} @(() => v => v + 1) #f = 1; @(() => ({init: v => v + 2})) accessor #a = 1; all() { return [this.#m(), this.#g, this.#f, this.#a] } } new C().all() || new,7,2,3
            class C { @(f => () => 'new') static #m() {} @(() => v => v + 1) static #f = 1; static all = [this.#m(), C.#f] } C.all                                              || new,2
            var o = {d() { o.self = this === o }}; class C { @o.d m() {} } o.self                                                                                               || true
            var o = {d() { o.self = this === o }}; class C { @(o['d']) m() {} } o.self                                                                                          || true
            var o = {d() { o.self = this === o }, e() { return this.d }}; class C { @o.e() m() {} } o.self                                                                      || false
            with ({d() { globalThis.found = typeof this.d }}) { @d class C {} } found                                                                                           || function
            class A { static #d(v) { return () => 1 } static B = class { @A.#d m() {} } } new A.B().m()                                                                          || 1
            var t = 1; class B { @(function () { t = this }) m() {} } t                                                                                                              || undefined
            function r(C) { return class extends C { extra = 1 } } @r class C { static self = C; f() { return C } } [C.self === C, new C().f() === C, new C().extra]            || true,true,1
            var inner; @(C => (inner = C, function () {})) class C { static x = 1; static { this.y = C } m() {} } [C.x, C.y === C, Object.hasOwn(inner, 'x'), typeof inner.prototype.m]  || 1,true,false,function
            var p = new Proxy(class {}, {}); (@(() => p) class {}) === p                                                                                                         || true
            var n = []; @((v, c) => { n.push(c.name, v.name) }) class A {} var B = @((v, c) => { n.push(c.name, v.name) }) class {}; (@((v, c) => { n.push(c.name) }) class {}); n   || A,A,B,B,
            var n; class C { @((v, c) => { n = v.name }) ['a' + 1]() {} } n                                                                                                      || a1
            var c; class C { @((v, x) => { c = x }) static m() {} } [c.kind, c.name, c.static, c.private, Object.keys(c), Object.keys(c.access), c.access.get(C) === C.m, c.access.has(C), c.access.has({})] || method,m,true,false,kind,access,static,private,name,addInitializer,metadata,get,has,true,true,false
            var c; class C { @((v, x) => { c = x }) #x = 1; get() { return this.#x } } var o = new C; c.access.set(o, 5); [c.kind, c.name, c.private, Object.keys(c.access), c.access.get(o), o.get(), c.access.has(o), c.access.has({})] || field,#x,true,get,set,has,5,5,true,false
            var c; class C { @((v, x) => { c = x }) set x(v) { this.v = v } } var o = new C; c.access.set(o, 5); [c.kind, Object.keys(c.access), o.v]                           || setter,set,has,5
            var c; @((v, x) => { c = x }) class C {} [c.kind, c.name, Object.keys(c)]                                                                                           || class,C,kind,name,addInitializer,metadata
            var c; class C { @((v, x) => { c = x }) x } c.access.get(1)                                                                                                         || TypeError: 1 is not an object
            var c; class C { @((v, x) => { c = x }) 1 = 'one' } [typeof c.name, c.access.get(new C)]                                                                            || string,one
            var s = Symbol(), c; class C { @((v, x) => { c = x }) [s]() {} } c.name === s                                                                                       || true
            var k = []; class C { @(v => { k.push(typeof v.get, Object.keys(v)) }) accessor x; @(v => { k.push(typeof v) }) y } k                                                    || function,get,set,undefined
            class C { @(() => 1) accessor x }                                                                                                                                        || TypeError: An accessor decorator must return an object or undefined
            class C { @(() => 1) m() {} }                                                                                                                                       || TypeError: A method decorator must return a function or undefined
            class C { @(() => null) get m() {} }                                                                                                                                || TypeError: A getter decorator must return a function or undefined
            class C { @(() => ({})) x }                                                                                                                                         || TypeError: A field decorator must return a function or undefined
            class C { @(() => ({get: 1})) accessor x }                                                                                                                          || TypeError: The get that an accessor decorator returns must be a function or undefined
            class C { @(() => ({init: null})) accessor x }                                                                                                                      || TypeError: The init that an accessor decorator returns must be a function or undefined
            @(() => 1) class C {}                                                                                                                                               || TypeError: A class decorator must return a function or undefined
            @(1) class C {}                                                                                                                                                     || TypeError: 1 is not a function
            var c; class C { @((v, x) => { c = x }) m() {} } c.addInitializer(() => {})                                                                                         || TypeError: addInitializer cannot be called after decoration has finished
            class C { @((v, c) => c.addInitializer(1)) m() {} }                                                                                                                 || TypeError: An initializer must be a function
            @(C => { new C }) class C { x = C }                                                                                                                                 || ReferenceError: Cannot access 'C' before initialization
            class C { @(m => { m() }) static m() { return C } }                                                                                                                 || ReferenceError: Cannot access 'C' before initialization
            @C class C {}                                                                                                                                                       || ReferenceError: Cannot access 'C' before initialization
            var made; @(C => { made = new C }) class C { @(() => v => v + 1) x = 1; @((v, c) => c.addInitializer(function () { this.y = 1 })) m() {} } [made.x, made.y]         || 2,1
            class C { accessor x = 1; static accessor y = this.name; accessor #z = 3; z() { return [++this.#z, #z in this] } } var c = new C; c.x++; [c.x, C.y, c.z(), Object.keys(c)] || 2,C,4,true,
            class C { accessor x } Object.getOwnPropertyDescriptor(C.prototype, 'x').get.call({})                                                                               || TypeError: Cannot read private member x accessor storage from an object whose class did not declare it
            class C { accessor ['a' + 'b'] = function () {} } var d = Object.getOwnPropertyDescriptor(C.prototype, 'ab'); [d.get.name, d.set.name, d.enumerable, new C().ab.name, d.set.length] || get ab,set ab,false,ab,1
            class C { accessor; static accessor = 1; accessor2 = 2; static async; get; 'accessor' } [Object.keys(new C), C.accessor]                                            || accessor,accessor2,get,1
            class C { accessor() { return 1 } } new C().accessor()                                                                                                              || 1
            class A { @((v, c) => { c.metadata.a = 1 }) m() {} } class B extends A { @((v, c) => { c.metadata.b = c.metadata.a + 1 }) m() {} } var m = B[Symbol.metadata]; [m.b, Object.keys(m), Object.getPrototypeOf(m) === A[Symbol.metadata], Object.getPrototypeOf(A[Symbol.metadata])] || 2,b,true,
            class C {} Object.hasOwn(C, Symbol.metadata)                                                                                                                        || false
            class C { b() {} @(() => {}) a() {} c() {} static z() {} } [Object.getOwnPropertyNames(C.prototype), Object.getOwnPropertyNames(C)]                                || constructor,b,a,c,length,name,prototype,z
            class C { @(f => f) m() { return super.toString === Object.prototype.toString } } new C().m()                                                                       || true
            class A { static x = 1 } @(() => class { static x = 2 }) class B extends A { static y = super.x } B.y                                                               || 1
            var d = () => {}; class C { @d @d() @d.call(null) @(d) m() {} }                                                                                                     || TypeError: undefined is not a function
            var log = ''; for (var i = 0; i < 2; i++) { @((C, c) => { c.addInitializer(function () { log += this.n }) }) class C { static n = i } } log                         || 01
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    /** Each step of a class with every kind of element, by name. */
    private static final String ALL = """
            var log = [];
            function d(n) {
                log.push('eval ' + n);
                return (v, c) => {
                    log.push('call ' + n);
                    c.addInitializer(function () { log.push('extra ' + n) });
                    if (c.kind == 'field') return function (v) { log.push('init ' + n); return v };
                    if (c.kind == 'accessor') return {init(v) { log.push('init ' + n); return v }};
                };
            }
            function k(n) { log.push('key ' + n); return n }
            """;

    @Test
    void everythingHasItsOrder() {
        String steps = eval(ALL + """
                @d('C1') @d('C2') class C extends (log.push('heritage'), Object) {
                    constructor() { log.push('constructor'); super(); log.push('constructed') }
                    @d('f') [k('f')] = log.push('value f');
                    @d('m1') @d('m2') [k('m')]() {}
                    @d('F') static [k('F')] = log.push('value F');
                    @d('a') accessor [k('a')] = log.push('value a');
                    @d('M') static [k('M')]() {}
                    static { log.push('block') }
                    @d('A') static accessor [k('A')] = log.push('value A');
                }
                log.push('defined');
                new C;
                log.join()
                """).asString();
        assertEquals(String.join(",",
                "eval C1,eval C2,heritage",
                "eval f,key f,eval m1,eval m2,key m,eval F,key F,eval a,key a,eval M,key M,eval A,key A",
                "call M,call A,call m2,call m1,call a,call F,call f,call C2,call C1",
                "extra M,value F,init F,extra F,block,value A,init A,extra A,extra C2,extra C1,defined",
                "constructor,extra m2,extra m1,value f,init f,extra f,value a,init a,extra a,constructed"), steps);
    }

    @Test
    void accessorAloneOnItsLineIsAField() {
        assertEquals("accessor,x", text("class C { accessor\nx = 1 } Object.keys(new C)"));
    }

    @Test
    void evalsInDecoratedClassesSeeWhatStandsAround() {
        assertEquals("3,2,function", text("var d = () => {}; class C { @d static #p = 2; accessor #q = 1; @d x = eval('this.#q + C.#p'); "
                + "@eval('C => { }') static y = eval('C.#p'); @d m() { return eval('typeof C') } } var c = new C; [c.x, C.y, c.m()]"));
    }

    @Test
    void asyncFunctionsAwaitDecorators() {
        eval("var log = []; (async () => { class C { @(await Promise.resolve((v, c) => { log.push(c.name) })) [await 'm']() {} @(await (v => v => v + 1)) x = 1 } log.push(new C().x) })()");
        assertEquals("m,2", text("log"));
    }

    @Test
    void outerDecoratorsInitializeFirst() {
        assertEquals("11,21", eval("""
                class C { @(() => v => v + 1) @(() => v => v * 10) x = 1; @(() => ({init: v => v + 1})) @(() => ({init: v => v * 10 + 1})) accessor y = 1 }
                var c = new C; [c.x - 9, c.y].join()
                """).asString());
    }

    /** Decorators and keys may suspend in any order; what a key yields is the key, what a decorator yields names it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        @(yield 'C') class C { @(yield 'm') [yield 'km']() {} @(yield 'a') accessor [yield 'ka'] = 6; @(yield 'x') static x; @o.d [yield 'kn']() {} } | C,m,km,a,ka,x,kn,m km,a ka,true kn,x x,C C
        (@o.d class extends (yield 'Object') { @o.d m() {} @(yield 'd') ['a']() {} @((yield 'o').d) #p() {} @(yield 'f') [yield 'kf']; })             | Object,d,o,f,kf,true m,d a,true #p,f kf,true C
        """)
    void decoratorsMaySuspend(String code, String expected) {
        assertEquals(expected, eval("""
                var log = [], o = {d(v, c) { log.push((this === o) + ' ' + (c.name || 'C')) }};
                var sent = s => s == 'o' ? o : s == 'Object' ? Object : s[0] == 'k' ? s : (v, c) => { log.push(s + ' ' + c.name) };
                function* g() { %s }
                var it = g();
                for (var r = it.next(); !r.done; r = it.next(sent(r.value))) log.push(r.value);
                log.join()
                """.formatted(code)).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@d export class C {}", "export @d class C {}", "@d export default class C {}", "export default @d class C {}"})
    void exportsMayStandBeforeAndBehind(String code) throws Exception {
        String program = "let seen; function d(C) { seen = C; return class { static made = C } } " + code + " globalThis.result = C.made === seen && C !== seen";
        context.eval(Source.newBuilder("ledge", program, "m.mjs").mimeType(LedgeLanguage.MODULE_MIME_TYPE).build());
        assertEquals("true", text("result"));
    }
}
