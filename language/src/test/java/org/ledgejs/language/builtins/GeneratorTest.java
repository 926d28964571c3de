package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The objects generators and async generators inherit from. */
class GeneratorTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            function* g() { let x = yield 1; try { yield x } finally { yield 'f' } } var i = g(); [i.next().value, i.next(5).value, i.return(9).value, JSON.stringify(i.next())] || 1,5,f,{"value":9,"done":true}
            function* g() { try { yield 1 } catch (e) { yield e } } var i = g(); i.next(); [i.throw(7).value, i.next().done]     || 7,true
            function* g() { yield i.next() } var i = g(); i.next()                         || TypeError: Generator is already running
            function* g() {} g.prototype.next.call({})                                     || TypeError: next method called on incompatible receiver #<Object>
            function* g() {} Object.prototype.toString.call(g())                           || [object Generator]
            function* g() {} Object.getPrototypeOf(g) === Object.getPrototypeOf(function* () {}) && Object.getPrototypeOf(g)[Symbol.toStringTag] || GeneratorFunction
            async function* g() {} Object.prototype.toString.call(g())                     || [object AsyncGenerator]
            var AsyncFunction = (async () => {}).constructor; [AsyncFunction.name, Object.getPrototypeOf(AsyncFunction) === Function]            || AsyncFunction,true
            var GeneratorFunction = (function* () {}).constructor; [...new GeneratorFunction('a', 'yield a; yield 2')(1)]                        || 1,2
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void requestsToAnAsyncGeneratorAreAnsweredInOrder() {
        eval("""
                var out = [];
                async function* g() { out.push('start'); yield 1; yield Promise.resolve(2); return 3 }
                var i = g(); i.next().then(r => out.push(r.value)); i.next().then(r => out.push(r.value)); i.return(9).then(r => out.push(r.value, r.done)); i.next().then(r => out.push(r.done));
                i.next.call({}).catch(e => out.push(e.name));""");
        assertEquals("start,TypeError,1,2,9,true,true", eval("out.join()").asString());
    }
}
