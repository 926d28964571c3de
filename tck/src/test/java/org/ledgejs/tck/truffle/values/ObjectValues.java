package org.ledgejs.tck.truffle.values;

import static org.graalvm.polyglot.tck.TypeDescriptor.OBJECT;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;

import org.ledgejs.tck.truffle.Types;

/** Objects, errors, dates and wrappers. */
final class ObjectValues {
    private ObjectValues() { }

    static void addTo(ValueConstructors values) {
        values.add("object", "{}", OBJECT);
        values.add("object with members", "{ a: 1, b: 'two', 3: true, [Symbol('hidden')]: null }", OBJECT);
        values.add("object with accessors", "{ get a() { return 1 }, set a(v) { }, set b(v) { } }", OBJECT);
        values.add("object with valueOf", "{ valueOf() { return 42 } }", OBJECT);
        values.add("object with toString", "{ toString() { return 'text' }, valueOf: undefined }", OBJECT);
        values.add("object with Symbol.toPrimitive", "{ toPrimitive: hint => hint, [Symbol.toPrimitive](hint) { return this.toPrimitive(hint) } }", OBJECT);
        values.add("object without prototype", "Object.assign(Object.create(null), { a: 1 })", OBJECT);
        values.add("object with a dictionary", "(o => { delete o.a; return o })({ a: 1, b: 2 })", OBJECT);
        values.add("object that inherits", "Object.create({ a: 1 }, { b: { value: 2, enumerable: true } })", OBJECT);
        values.add("frozen object", "Object.freeze({ a: { b: 1 } })", OBJECT);
        values.add("instance", "new (class Point { x = 1; #y = 2; get y() { return this.#y } })", OBJECT);
        values.add("instance of a derived class", "new (class B extends (class A { constructor() { this.a = 1 } }) { b = 2 })", OBJECT);
        values.add("cyclic object", "(o => { o.self = o; return o })({})", OBJECT);
        values.add("global object", "globalThis", OBJECT);
        values.add("Math", "Math", OBJECT);
        values.add("JSON", "JSON", OBJECT);
        values.addModule("module namespace", "export const a = 1; export default function f() { }; export let unset; export { a as b }", OBJECT);
        values.add("ShadowRealm", "new ShadowRealm()", OBJECT);
        values.add("RegExp", "/a(b)*/giu", OBJECT);
        values.add("Promise", "Promise.resolve(1)", OBJECT);
        values.add("rejected Promise", "(p => { p.catch(() => { }); return p })(Promise.reject(new Error('no')))", OBJECT);
        values.add("Proxy", "new Proxy({ a: 1 }, { get: (target, key) => target[key] })", OBJECT);

        values.add("Boolean object", "new Boolean(false)", OBJECT);
        values.add("Number object", "new Number(3)", OBJECT);
        values.add("String object", "new String('st')", Types.iterableOf(STRING));
        values.add("BigInt object", "Object(5n)", OBJECT);
        values.add("Symbol object", "Object(Symbol('inside'))", OBJECT);

        values.add("Date", "new Date(86400000)", Types.DATE);
        values.add("Date before 1970", "new Date(-1)", Types.DATE);
        values.add("invalid Date", "new Date(NaN)", OBJECT);

        values.add("Error", "new Error('message')", Types.ERROR);
        values.add("TypeError with a cause", "new TypeError('message', { cause: new RangeError('why') })", Types.ERROR);
        values.add("AggregateError", "new AggregateError([new Error('one'), 2], 'several')", Types.ERROR);
        values.add("error of an own class", "new (class Failure extends Error { get name() { return 'Failure' } })('own')", Types.ERROR);
    }
}
