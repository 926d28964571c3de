package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods' specialisations for arrays do what the specification's algorithms do, which run on a proxy of the same array. */
class ArrayMethodsAgreeTest extends TextPrograms {
    private static final String SETUP = """
            let state = 1;
            function random(n) { state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff; return (state >>> 8) % n }
            const object = { toString() { return 'object' } }, symbol = Symbol('s');
            const ints = [0, 1, 2, 3, 7, -1, 100, -2147483648, 2147483647];
            const doubles = [0.5, -0, NaN, 1e300, -1.5, 2, Infinity];
            const others = ['a', 'b', '10', undefined, null, true, false, object, 5n, ''];
            const pools = [ints, doubles, ints.concat(doubles), others, ints.concat(doubles, others)];
            const pick = list => list[random(list.length)];
            const small = () => pick([0, 1, 2, 3, 5, -1, -2, -100, 100, 1.5, -0.5, NaN, undefined, Infinity, '1', null]);

            /** A list of steps that make an array: played twice, they make it twice. */
            function recipe() {
                const pool = pick(pools), steps = [], kind = random(10), n = random(7);
                for (let i = 0; i < n; i++) steps.push([i, pick(pool)]);
                return { steps, kind, n, extra: pick(pools[4]), at: random(9) };
            }
            class Sub extends Array { static get [Symbol.species]() { return random.species } }
            random.species = Array;
            const define = (a, i, value) => Object.defineProperty(a, i, { value, writable: true, enumerable: true, configurable: true });
            function cook({ steps, kind, n, extra, at }) {
                let a = kind === 1 ? new Array(n) : kind === 2 ? new Sub : [];
                if (kind === 3) { for (let i = 0; i < 40; i++) define(a, i, i); for (let i = 0; i < 40 - n; i++) a.shift() }
                for (const [i, value] of steps) if (kind !== 4 || i !== at) a[i] = value;
                if (kind === 5) a[n + 2] = extra;
                if (kind === 6) Object.freeze(a);
                if (kind === 7) Object.defineProperty(a, 'length', { writable: false });
                if (kind === 8) Object.defineProperty(a, at, { get() { return extra }, set(v) { extra = v }, configurable: true, enumerable: true });
                if (kind === 9) { if (at & 1) Object.seal(a); else if (at & 2) Object.preventExtensions(a); else Object.defineProperty(a, at + 2, { value: extra, writable: true, configurable: true }) }
                return a;
            }
            function text(value, self, depth = 0) {
                if (value === self) return 'self';
                if (Array.isArray(value) && depth < 3) {
                    let out = (value instanceof Sub ? 'Sub' : '') + '[' + value.length + ':';
                    for (const key of Object.keys(value)) out += key + '=' + text(value[key], self, depth + 1) + ',';
                    return out + ']';
                }
                return typeof value + (Object.is(value, -0) ? '-0' : String(value));
            }
            let log = '';
            const note = what => { log += what + ','; };
            /** Changes the array it runs over, now and then. */
            function callback(result) {
                const when = random(6), what = random(12), value = pick(pools[4]), at = random(9);
                return (x, i, o) => {
                    const self = Array.isArray(o) ? o : undefined;
                    note(text(x, self) + '@' + text(i, self));
                    if (self && i === when) {
                        try {
                            switch (what) {
                                case 0: o.length = at; break;
                                case 1: o.push(value); break;
                                case 2: o[at] = value; break;
                                case 3: delete o[at]; break;
                                case 4: o.pop(); break;
                                case 5: o.shift(); break;
                                case 6: o.unshift(value); break;
                                case 7: Object.defineProperty(o, at, { get: () => 'got', configurable: true }); break;
                                case 8: o[30 + at] = value; break;
                                case 9: Object.defineProperty(o, at, { value, enumerable: true, configurable: true }); break;
                                case 10: Object.freeze(o); break;
                            }
                        } catch (e) { note(e.name) }
                    }
                    return result(x, i);
                };
            }
            const truth = x => x === x && x > 1;
            const order = (a, b) => { note(text(a) + '<' + text(b)); const x = String(a), y = String(b); return x < y ? -1 : x > y ? 0.5 : NaN };
            const methods = {
                push: () => pick([[pick(pools[4])], [pick(ints)], [], [1, 'x', 0.5]]), pop: () => [], shift: () => [],
                unshift: () => pick([[pick(pools[4])], [], [1, 0.5]]),
                slice: () => [small(), small()], splice: () => pick([[], [small()], [small(), small()], [small(), small(), pick(pools[4]), pick(ints)]]),
                concat: () => pick([[], [pick(pools[4])], [cook(recipe()), pick(pools[4])], [cook(recipe()), cook(recipe())], [new Proxy(cook(recipe()), {})], [object, 'abc']]),
                indexOf: () => pick([[pick(pools[4])], [pick(pools[4]), small()]]), lastIndexOf: () => pick([[pick(pools[4])], [pick(pools[4]), small()]]),
                includes: () => pick([[pick(pools[4])], [pick(pools[4]), small()], []]), at: () => [small()],
                fill: () => pick([[pick(pools[4])], [pick(pools[4]), small(), small()]]), reverse: () => [], toReversed: () => [],
                with: () => [small(), pick(pools[4])], toSpliced: () => [small(), small(), pick(pools[4])], join: () => ['-'], copyWithin: () => [small(), small(), small()],
                flat: () => [], keys: () => [], entries: () => [],
                forEach: () => [callback(() => 0)], map: () => [pick([callback(x => x), callback((x, i) => i), callback((x, i) => i / 2), callback(x => [x])])],
                filter: () => [callback(truth)], some: () => [callback(truth)], every: () => [callback(x => !truth(x))],
                find: () => [callback(truth)], findIndex: () => [callback(truth)], findLast: () => [callback(truth)], findLastIndex: () => [callback(truth)],
                flatMap: () => [callback(pick([x => [x, , x], x => x, (x, i) => i & 1 ? [] : [[x]], x => new Proxy([x], {})]))],
                reduce: () => pick([[callback((x, i) => x)], [callback((x, i) => i), pick(pools[4])]]),
                reduceRight: () => pick([[callback((x, i) => x)], [callback((x, i) => i), pick(pools[4])]]),
                sort: () => pick([[], [order], [undefined], [(a, b) => a - b]]), toSorted: () => pick([[], [order]]),
            };
            const names = Object.keys(methods);
            function outcome(array, receiver, name, args) {
                log = '';
                let result;
                try {
                    const value = Array.prototype[name].apply(receiver, args);
                    result = text(typeof value === 'object' && value && value.next ? [...value] : value, receiver);
                } catch (e) { result = e.name || String(e) }
                return result + ' / ' + text(array) + ' / ' + log;
            }
            /** @return the first difference, or what was done */
            function compare(seed, cases) {
                state = seed;
                let thrown = 0;
                for (let i = 0; i < cases; i++) {
                    const made = recipe(), name = names[(i + random(3)) % names.length];
                    const plain = cook(made), target = cook(made);
                    const before = state;
                    let args = methods[name]();
                    const direct = outcome(plain, plain, name, args);
                    state = before;
                    args = methods[name]();
                    const proxied = outcome(target, new Proxy(target, {}), name, args);
                    if (direct !== proxied) return `${seed} ${i} ${name}(${args.map(a => text(a))}) of ${text(cook(made))}, kind ${made.kind}: ${direct} is not ${proxied}`;
                    if (direct.includes('Error')) thrown++;
                }
                return thrown > cases / 100 ? 'agreed' : 'nothing was refused';
            }
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void onRandomArrays(int seed) {
        eval(SETUP);
        assertEquals("agreed", eval("compare(" + seed * 7919 + ", 4000)").asString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whereThePrototypeHasElements(int seed) {
        eval(SETUP);
        eval("""
            Array.prototype[2] = 'inherited';
            Object.prototype[4] = 4.5;
            Object.defineProperty(Object.prototype, 5, { get() { return 'got' }, set(v) { note('set ' + text(v)) }, configurable: true });
            Object.defineProperty(Object.prototype, 6, { value: 'fixed', writable: false, configurable: true });
            """);
        assertEquals("agreed", eval("compare(" + seed * 104729 + ", 2000)").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Array.prototype.constructor = Sub",
        "Array.prototype.constructor = undefined",
        "Object.defineProperty(Array, Symbol.species, { value: Sub })",
        "Object.defineProperty(Array, Symbol.species, { get() { return null } })",
        "Object.defineProperty(Array.prototype, 'constructor', { get() { note('constructor'); return Sub } })",
        "random.species = Sub",
        "Array.prototype[Symbol.isConcatSpreadable] = false",
        "String.prototype[Symbol.isConcatSpreadable] = true; object[Symbol.isConcatSpreadable] = true; object.length = 2; object[1] = 'one'",
        "Object.setPrototypeOf(Array.prototype, new Proxy(Object.prototype, { has(t, k) { note('has ' + String(k)); return k in t } }))"})
    void whereTheProgramChangedWhatMethodsAskFor(String change) {
        eval(SETUP);
        assertEquals("agreed", eval("compare(5, 600)").asString());
        eval(change);
        assertEquals("agreed", eval("compare(77, 2000)").asString());
    }
}
