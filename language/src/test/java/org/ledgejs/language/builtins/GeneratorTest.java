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
            function* g() { yield 1 } g.prototype = { next() { return { done: true } }, [Symbol.iterator]() { return this } }; [...g()].length   || 0
            function* g() { yield 1; yield 2 } var i = g(); i.next = () => ({ done: true }); var out = []; for (var x of i) out.push(x); out.length + '' + [...g()] || 01,2
            function* g() { try { yield 1; yield 2 } finally { log.push('f') } } var log = []; for (var x of g()) { log.push(x); break } log      || 1,f
            function* g() { yield 1; throw new RangeError('no') } var out = []; try { for (var x of g()) out.push(x) } catch (e) { out.push(e.name) } out || 1,RangeError
            function* g() { yield 1; return 2 } function* h() { var r = yield* g(); yield 'r' + r } [...h()]                                     || 1,r2
            function* h() { yield* { [Symbol.iterator]() { var n = 0; return { next: () => ({ value: ++n, done: n > 2, extra: n }) } } } } var i = h(); [i.next().extra, [...i]] || 1,2
            function* g() { var x = yield 1; yield x } function* h() { yield* g() } var i = h(); [i.next(7).value, i.next(8).value, i.next(9).done] || 1,8,true
            function* g() { try { yield 1 } catch (e) { yield e } } function* h() { yield* g() } var i = h(); i.next(); [i.throw(5).value, i.return(6).value, i.next().done] || 5,6,true
            function* g() { for (var x of i) yield x } var i = g(); try { i.next() } catch (e) { e.message + i.next().done }                      || Generator is already runningtrue
            function* walk(n) { if (n > 0) { yield* walk(n - 1); yield n; yield* walk(n - 1) } } [...walk(4)].join('')                            || 121312141213121
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
