package org.ledgejs.node.binding.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Programs;

class UtilTest {

    @Test
    void valuesAreShownAsTheyAre() {
        assertEquals("""
                [Map Entries] { [ 1, 2 ] } [Map Iterator] { 1 } [Set Iterator] { 'x' }
                Promise { 4 } Promise { <pending> } Proxy [ {}, {} ]
                [class A] [AsyncFunction: f] [GeneratorFunction: g] [Arguments] { '0': 1 }""", Programs.run("""
                const util = require('util');
                console.log(new Map([[1, 2]]).entries(), new Map([[1, 2]]).keys(), new Set(['x']).values());
                console.log(Promise.resolve(4), new Promise(() => {}), util.inspect(new Proxy({}, {}), { showProxy: true }));
                console.log(class A {}, async function f() {}, function* g() {}, (function() { return arguments })(1));
                """));
    }

    @Test
    void anObjectWithoutPrototypeKeepsItsClassForTheReader() {
        assertEquals("[Foo: null prototype] { a: 1 } [Object: null prototype] {}", Programs.run("""
                class Foo { a = 1; }
                console.log(Object.setPrototypeOf(new Foo(), null), Object.setPrototypeOf({}, null));
                """));
    }

    @Test
    void debouncedAndThrottledCallsAreSettledWithoutATimer() {
        assertEquals("2 2 1 / AbortError why / 1 ERR_THROTTLED false", Programs.run("""
                const { debounce, throttle } = require('util');
                (async () => {
                    let runs = 0;
                    const late = debounce((x) => { runs++; return x; }, 100000);
                    const both = Promise.all([late(1), late(2)]);
                    late.flush();
                    const [a, b] = await both;
                    const waiting = late(3).catch((e) => `${e.name} ${e.cause}`);
                    late.cancel('why');
                    const cancelled = await waiting;
                    const once = throttle((x) => x, 1, 100000, { overflow: 'drop' });
                    const first = await once(1), second = await once(2).catch((e) => e.code);
                    console.log(a, b, runs, '/', cancelled, '/', first, second, once.hasImmediateCapacity());
                })();
                """));
    }

    @Test
    void textIsStyledWithColoursInHexadecimal() {
        assertEquals("\\x1B[38;2;255;0;10mx\\x1B[39m null", Programs.run("""
                const { MIMEType, styleText } = require('util');
                console.log(styleText('#ff000a', 'x', { validateStream: false }).replaceAll('\\x1b', '\\\\x1B'), MIMEType.parse('no mime'));
                """));
    }

    @Test
    void lookingAtAnIteratorDoesNotMoveIt() {
        assertEquals("{\"value\":2,\"done\":false}", Programs.run("""
                const set = new Set([1, 2, 3]), iterator = set.values();
                iterator.next(); set.delete(1);
                require('util').inspect(iterator);
                console.log(JSON.stringify(iterator.next()));
                """));
    }

    @Test
    void clonesAreDeepAndKeepIdentity() {
        assertEquals("true true 5 /a/g 1,2 [ 1, <1 empty item>, 3 ] TypeError tt 2,3 5 false", Programs.run("""
                const o = { a: [1, , 3], d: new Date(5), r: /a/g, m: new Map([['k', new Set([1, 2])]]), e: new TypeError('tt'),
                    b: new Uint8Array([1, 2, 3]).subarray(1), n: Object(5) };
                o.self = o;
                const c = structuredClone(o);
                console.log(c.self === c, c !== o, c.d.getTime(), String(c.r), [...c.m.get('k')].join(), c.a, c.e.name, c.e.message, c.b.join(), +c.n, c.b.buffer === o.b.buffer);
                """));
    }

    @Test
    void whatCannotBeClonedSaysSo() {
        assertEquals("""
                DataCloneError 25 ()=>1 could not be cloned.
                DataCloneError 25 Symbol(s) could not be cloned.
                DataCloneError 25 #<Promise> could not be cloned.
                DataCloneError 25 #<WeakMap> could not be cloned.""", Programs.run("""
                for (const value of [()=>1, Symbol('s'), Promise.resolve(), { x: new WeakMap() }]) {
                    try { structuredClone(value) } catch (e) { console.log(e.name, e.code, e.message) }
                }
                """));
    }

    @Test
    void transferredBuffersLeave() {
        assertEquals("0 7 true", Programs.run("""
                const buffer = new ArrayBuffer(8), view = new Uint8Array(buffer);
                view[3] = 7;
                const clone = structuredClone({ view, buffer }, { transfer: [buffer] });
                console.log(buffer.byteLength, clone.view[3], clone.view.buffer === clone.buffer);
                """));
    }

    @Test
    void aFailedCloneTransfersNothing() {
        assertEquals("8", Programs.run("""
                const buffer = new ArrayBuffer(8);
                try { structuredClone({ buffer, f() {} }, { transfer: [buffer] }) } catch {}
                console.log(buffer.byteLength);
                """));
    }

    @Test
    void domainNamesGoBothWays() {
        assertEquals("xn--bcher-kva.de bücher.de xn--espaol-zwa.com  http://example.com/", Programs.run("""
                const url = require('url');
                console.log(new URL('http://BÜCHER.de').host, url.domainToUnicode('xn--bcher-kva.de'), url.domainToASCII('español.com'),
                    url.domainToASCII('xn--iñvalid.com'), new URL('http://EXAMPLE.com').href);
                """));
    }

    @Test
    void namesAreLookedUp() {
        assertEquals("null 127.0.0.1 4\nENOTFOUND getaddrinfo", Programs.run("""
                const dns = require('dns');
                dns.lookup('localhost', { family: 4 }, (e, address, family) => {
                    console.log(e, address, family);
                    dns.lookup('name.invalid', (e) => console.log(e.code, e.syscall));
                });
                """));
    }

    @Test
    void standardInputIsAStream() {
        assertEquals("héllo", Programs.runWithInput("héllo", """
                let text = '';
                process.stdin.setEncoding('utf8').on('data', (chunk) => text += chunk).on('end', () => console.log(text));
                """));
    }
}
