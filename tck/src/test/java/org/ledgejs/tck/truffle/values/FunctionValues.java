package org.ledgejs.tck.truffle.values;

import org.ledgejs.tck.truffle.Types;

/** Everything that can be called or constructed. */
final class FunctionValues {
    private FunctionValues() { }

    static void addTo(ValueConstructors values) {
        values.add("function", "function named(a, b) { return a }", Types.CONSTRUCTOR);
        values.add("anonymous function", "function () { }", Types.CONSTRUCTOR);
        values.add("arrow function", "() => 1", Types.CALLABLE);
        values.add("method", "{ m() { return this } }.m", Types.CALLABLE);
        values.add("getter", "Object.getOwnPropertyDescriptor({ get a() { return 1 } }, 'a').get", Types.CALLABLE);
        values.add("async function", "async function () { return 1 }", Types.CALLABLE);
        values.add("async arrow function", "async () => 1", Types.CALLABLE);
        values.add("generator function", "function* () { yield 1 }", Types.CALLABLE);
        values.add("async generator function", "async function* () { yield 1 }", Types.CALLABLE);
        values.add("class", "class Named { static s = 1 }", Types.CLASS);
        values.add("derived class", "class extends Object { constructor() { super() } }", Types.CLASS);
        values.add("bound function", "(function (a) { return a }).bind(null, 1)", Types.CONSTRUCTOR);
        values.add("bound class", "(class { }).bind(null)", Types.CLASS);
        values.add("bound arrow function", "(() => 1).bind(null)", Types.CALLABLE);
        values.add("builtin function", "parseInt", Types.CALLABLE);
        values.add("builtin constructor", "Array", Types.CONSTRUCTOR);
        values.add("Function from text", "Function('return 1')", Types.CONSTRUCTOR);
        values.add("Proxy of a function", "new Proxy(() => 1, {})", Types.CALLABLE);
        values.add("revocable Proxy's revoke", "Proxy.revocable({}, {}).revoke", Types.CALLABLE);
        values.add("promise's resolve", "Promise.withResolvers().resolve", Types.CALLABLE);
    }
}
