package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class FunctionTest extends Programs {

    @Test
    void bindReadsLengthAndNameOfItsTargetOnce() {
        check("""
            let reads = []; const p = new Proxy(() => 1, {get(t, k) { reads.push(k); return t[k] }}); p.bind(); reads.join() --> bind,length,name
            function f(a, b, c) {} const g = f.bind(null, 1); g.name + g.length                          --> bound f2
            Object.defineProperty(() => 1, 'length', {value: Infinity}).bind(null, 1).length             --> Infinity
            Object.getOwnPropertyNames((() => 1).bind()).join()                                          --> length,name""");
    }
}
