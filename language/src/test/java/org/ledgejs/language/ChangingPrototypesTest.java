package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What prototypes give is taken for constant while they do not change; each way to change them is seen by places that read before. */
class ChangingPrototypesTest {
    private static final String CLASSES = """
            class Top { get kind() { return 'top' } m() { return 'm of top' } }
            class Base extends Top { static count = 0; static bump() { return this.count } }
            class Sub extends Base { }
            const read = (o) => `${o.m?.()} ${o.kind} ${o.extra}`;
            const write = (o) => { o.fresh = 1; return `${Object.hasOwn(o, 'fresh')}` };
            const a = new Sub();
            const before = read(a) + read(new Sub()) + write(new Sub());
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Top.prototype.m = () => 'new'                                          | new top undefined",
            "Base.prototype.m = () => 'nearer'                                      | nearer top undefined",
            "a.m = () => 'own'                                                      | own top undefined",
            "delete Top.prototype.m                                                 | undefined top undefined",
            "Object.defineProperty(Top.prototype, 'kind', { get: () => 'redefined' }) | m of top redefined undefined",
            "Object.defineProperty(Base.prototype, 'kind', { value: 'data' })       | m of top data undefined",
            "Object.prototype.extra = 7                                             | m of top top 7",
            "Object.setPrototypeOf(Base.prototype, { m: () => 'elsewhere' })        | elsewhere undefined undefined",
            "Object.setPrototypeOf(a, null)                                         | undefined undefined undefined",
            "Sub.prototype.__proto__ = Object.create(Top.prototype, { m: { value: () => 'between' } }) | between top undefined",
            "Reflect.set(Top.prototype, 'm', () => 'reflected')                     | reflected top undefined",
            "Object.assign(Top.prototype, { m: () => 'assigned' })                  | assigned top undefined"})
    void aChangeIsSeenWhereThePropertyWasReadBefore(String change, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", CLASSES);
            assertEquals(expected, context.eval("ledge", change + "; read(a)").asString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Object.defineProperty(Top.prototype, 'fresh', { set(v) { } })",
            "Object.prototype.__defineSetter__('fresh', function () { })",
            "Object.defineProperty(Base.prototype, 'fresh', { value: 0, writable: false })"})
    void aSetterOrAConstantAboveIsSeenWhereThePropertyWasAddedBefore(String change) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", CLASSES);
            assertEquals("false", context.eval("ledge", change + "; write(new Sub())").asString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0                                                                              | 1 true",
            "Object.defineProperty(Top.prototype, 'level', { set(v) { } })                  | undefined false",
            "Object.defineProperty(Top.prototype, 'level', { value: 7, writable: false })   | 7 false",
            "Object.freeze(Top.prototype)                                                   | 0 false"})
    void whatHidesAnInheritedValueIsAddedUnlessThatValueChanges(String change, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", """
                    class Top { } Top.prototype.level = 0;
                    class Sub extends Top { }
                    const write = (o) => { o.level = 1; return `${o.level} ${Object.hasOwn(o, 'level')}` };
                    write(new Sub()); write(new Sub());
                    """);
            assertEquals(expected, context.eval("ledge", change + "; write(new Sub())").asString());
        }
    }

    /** An object of many properties that loses one keeps them as a map does, until it is seen to be a prototype. */
    @Test
    void aPrototypeThatLostAPropertyKeepsTheOthersAndItsElements() {
        try (Context context = Context.create("ledge")) {
            assertEquals("0 undefined 19 element,x1,symbol,x0,x2,x19", context.eval("ledge", """
                    const p = {}; for (let i = 0; i < 20; i++) p['x' + i] = i;
                    Object.defineProperty(p, 'fixed', { value: 'fixed' }); p[3] = 'element'; const s = Symbol(); p[s] = 'symbol';
                    delete p.x1;
                    const o = Object.create(p), read = (o) => `${o.x0} ${o.x1} ${o.x19}`;
                    const answer = read(o); p.x1 = 'x1'; const later = read(o);
                    'use strict'; try { (function () { 'use strict'; o.fixed = 1 })() } catch (e) { later.length }
                    [answer, o[3], o.x1, o[s], ...Object.keys(p).filter((k) => ['x0', 'x2', 'x19'].includes(k))].join(',').replace(',', ' ')""").asString());
        }
    }

    /** Counters on a class that others extend: what changes time and again is read as it is. */
    @Test
    void aPrototypeMayChangeAllTheTime() {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", CLASSES);
            assertEquals(999 * 1000 / 2, context.eval("ledge", """
                    let sum = 0;
                    for (let i = 0; i < 1000; i++) { Base.count = i; sum += Sub.bump(); }
                    sum""").asInt());
        }
    }

    private static final String PRIMITIVES = """
            const half = (s) => s.substring(0, 2);
            const at = (s) => s.at?.(0);
            const who = (p) => p.who;
            const before = [half('text'), at('text'), who(1), who(0.5), who('s'), who(true), who(Symbol()), who(1n)];
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "String.prototype.substring = () => 'new'; half('text')                                  | new",
            "delete String.prototype.at; `${at('text')}`                                             | undefined",
            "Number.prototype.who = 'a number'; `${who(1)}, ${who(0.5)}, ${who('s')}`                | a number, a number, undefined",
            "Object.prototype.who = 'anything'; `${who(1n)} ${who(Symbol())} ${who(true)} ${who('')}` | anything anything anything anything",
            "Object.defineProperty(Boolean.prototype, 'who', { get() { 'use strict'; return typeof this } }); who(false) | boolean",
            "Object.defineProperty(String.prototype, 'who', { get() { return typeof this } }); who('')  | object",
            "Object.setPrototypeOf(BigInt.prototype, { who: 'another' }); who(1n)                    | another",
            "String.prototype.who = 1; const o = { who: 2 }; `${who('')} ${who(o)} ${who('')}`       | 1 2 1"})
    void aChangeIsSeenByMethodsOfPrimitives(String change, String expected) {
        try (Context context = Context.create("ledge")) {
            context.eval("ledge", PRIMITIVES);
            assertEquals(expected, context.eval("ledge", change).asString());
        }
    }

    /** A function of another realm finds the prototypes of its own, wherever it is called from. */
    @Test
    void realmsHavePrototypesOfTheirOwnForPrimitives() {
        try (Context context = Context.newBuilder("ledge").allowExperimentalOptions(true).option("ledge.test262-host", "true").build()) {
            context.eval("ledge", "String.prototype.who = 'here'; const here = () => 'text'.who; here()");
            assertEquals("here, there, here, there", context.eval("ledge", """
                    const other = $262.createRealm().global;
                    other.String.prototype.who = 'there';
                    const there = other.eval("() => 'text'.who");
                    [here(), there(), here(), there()].join(', ')""").asString());
        }
    }

    @Test
    void contextsOfOneEngineHavePrototypesOfTheirOwn() {
        try (Engine engine = Engine.create("ledge"); Context first = Context.newBuilder("ledge").engine(engine).build();
                Context second = Context.newBuilder("ledge").engine(engine).build()) {
            String program = "Object.prototype.who = '%s'; var ask = () => ({ x: 1 }).who; ask()";
            assertEquals("first", first.eval("ledge", program.formatted("first")).asString());
            assertEquals("second", second.eval("ledge", program.formatted("second")).asString());
            Value ask = first.eval("ledge", "ask");
            assertTrue(ask.canExecute());
            assertEquals("first", ask.execute().asString());
        }
    }
}
