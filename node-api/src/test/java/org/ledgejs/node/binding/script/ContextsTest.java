package org.ledgejs.node.binding.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Programs;

/** Realms made for objects of the program. */
class ContextsTest {

    @Test
    void variablesOfScriptsArePropertiesOfTheObject() {
        assertEquals("""
                { a: 2, x: 1, f: [Function: f] }
                undefined false true
                true undefined undefined
                ReferenceError false
                2""", Programs.run("""
                const vm = require('vm');
                const object = vm.createContext({ a: 1 });
                vm.runInContext('var x = 1; function f() {} a++; let hidden = 1', object);
                console.log(object);
                console.log(vm.runInContext('typeof process', object), vm.runInContext('[]', object) instanceof Array, vm.runInContext('[] instanceof Array', object));
                object.self = object;
                console.log(vm.runInContext('self === globalThis', object), object.hidden, object.Array);
                try { vm.runInContext('"use strict"; unknown = 1', object); } catch (e) { console.log(e.name, e instanceof ReferenceError); }
                const count = new vm.Script('n = (typeof n === "undefined" ? 0 : n) + 1');
                const other = vm.createContext({});
                count.runInContext(other);
                console.log(count.runInContext(other));
                """));
    }

    @Test
    void errorsOfScriptsShowTheirLine() {
        assertEquals("""
                my.js:4
                oops();
                ^

                ReferenceError: oops is not defined""", Programs.run("""
                try {
                    require('vm').runInNewContext('oops();', {}, { filename: 'my.js', lineOffset: 3, columnOffset: 8 });
                } catch (e) {
                    console.log(e.stack.split('\\n').slice(0, 5).join('\\n'));
                }
                """));
    }

    @Test
    void aContextMayBeKeptFromCompilingStrings() {
        assertEquals("EvalError true 3", Programs.run("""
                const vm = require('vm');
                const object = vm.createContext({}, { codeGeneration: { strings: false } });
                try { vm.runInContext('eval("1")', object); } catch (e) { console.log(e.name, e instanceof vm.runInContext('EvalError', object), eval('3')); }
                """));
    }
}
