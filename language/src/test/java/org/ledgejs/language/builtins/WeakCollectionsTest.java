package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WeakCollectionsTest extends Programs {

    @Test
    void valuesAreFoundByTheirKeys() {
        check("""
            var k = {}, m = new WeakMap([[k, 1]]); m.get(k) + ' ' + m.has({}) + ' ' + m.delete(k) + ' ' + m.has(k) --> 1 false true false
            var k = {}, a = new WeakMap, b = new WeakMap; a.set(k, 1); b.set(k, 2); a.delete(k); b.get(k)          --> 2
            var k = Object.freeze({}), m = new WeakMap; m.set(k, 1); m.get(k) + Object.keys(k).length               --> 1
            var k = {}, all = Array.from({ length: 200 }, () => new WeakMap); all.forEach((m, i) => m.set(k, i)); all[7].delete(k); all.every((m, i) => m.get(k) === (i == 7 ? undefined : i)) --> true
            var s = Symbol(), m = new WeakMap([[s, 1]]); m.get(s)                                                   --> 1
            new WeakMap([[Symbol.for('x'), 1]])                                                                     --> TypeError: Invalid value used as weak map key
            var k = {}; new WeakSet([k]).has(k)                                                                     --> true
            new WeakSet().add(1)                                                                                    --> TypeError: Invalid value used in weak set
            new WeakMap().getOrInsertComputed({}, () => 7)                                                          --> 7
            var o = {}; new WeakRef(o).deref() === o                                                                --> true""");
    }

    @Test
    void aValueThatRefersToItsKeyKeepsNeitherAlive() {
        eval("var map = new WeakMap(); var ref; (function () { let key = {}; map.set(key, {key}); ref = new WeakRef(key) })()");
        boolean gone = false;
        for (int i = 0; i < 50 && !gone; i++) {
            System.gc();
            gone = eval("ref.deref() === undefined").asBoolean();
        }
        assertTrue(gone);
    }

    @Test
    void registriesCallBackForTargetsThatAreGone() {
        eval("""
            var held = []; var registry = new FinalizationRegistry(h => held.push(h)); var token = {};
            registry.register({}, 'a'); registry.register({}, 'b', token); registry.unregister(token)""");
        String seen = "";
        for (int i = 0; i < 50 && seen.isEmpty(); i++) {
            System.gc();
            eval("0");
            seen = eval("held.join()").asString();
        }
        assertTrue(seen.equals("a"), seen);
    }
}
