package org.ledgejs.language.builtins;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Base64 and hexadecimal text of Uint8Array. */
class Uint8ArrayEncodingTest extends TextPrograms {

    static Stream<Arguments> programs() {
        return rows("""
            Uint8Array.of(72, 105, 33, 255).toBase64()                                || SGkh/w==
            Uint8Array.of(255, 254, 253, 251).toBase64({alphabet: 'base64url'})       || __79-w==
            Uint8Array.of(72).toBase64({omitPadding: true})                           || SA
            Uint8Array.of(0, 15, 255).toHex()                                         || 000fff
            Uint8Array.fromHex('00fF')                                                || 0,255
            Uint8Array.fromHex('0')                                                   || SyntaxError: Input string must contain hex characters in even length
            Uint8Array.fromHex('0g')                                                  || SyntaxError: Input string must contain hex characters
            Uint8Array.fromBase64(' S G\\nkh ')                                       || 72,105,33
            Uint8Array.fromBase64('SGk')                                              || 72,105
            Uint8Array.fromBase64('SGk=').length                                      || 2
            Uint8Array.fromBase64('SGk=', {lastChunkHandling: 'strict'})              || 72,105
            Uint8Array.fromBase64('SGk', {lastChunkHandling: 'stop-before-partial'}).length || 0
            Uint8Array.fromBase64('__79-w', {alphabet: 'base64url'})                  || 255,254,253,251
            Uint8Array.fromBase64('-', {alphabet: 'base64'}).constructor              || SyntaxError: Found a character that cannot be part of a valid base64 string.
            Uint8Array.fromBase64('', {alphabet: 'other'})                            || TypeError: option alphabet must be one of base64, base64url
            Uint8Array.fromBase64(1)                                                  || TypeError: input argument must be a string
            Int8Array.prototype.toHex                                                 || undefined
            Uint8Array.prototype.toHex.call(new Int8Array(1))                         || TypeError: this is not a Uint8Array
            var a = new Uint8Array(4), r = a.setFromBase64('AQIDBAUG'); [r.read, r.written, a]   || 4,3,1,2,3,0
            var a = new Uint8Array(1), r = a.setFromHex('0102'); [r.read, r.written, a]          || 2,1,1
            """);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programComesTo(String code, String expected) {
        assertText(expected, code);
    }

    @Test
    void whatWasGoodIsStoredBeforeTheErrorIsThrown() {
        assertText("SyntaxError,1,2,3,0", "var a = new Uint8Array(4); try { a.setFromBase64('AQIDB*') } catch (e) { [e.name, a] }");
    }

    @Test
    void everyLengthComesBack() {
        assertText("true", """
                let good = true;
                for (let n = 0; n < 70; n++) {
                    let a = Uint8Array.from({length: n}, (_, i) => i * 37 + n);
                    for (let alphabet of ['base64', 'base64url']) {
                        good &&= Uint8Array.fromBase64(a.toBase64({alphabet}), {alphabet, lastChunkHandling: 'strict'}).join() === a.join();
                    }
                    good &&= Uint8Array.fromHex(a.toHex()).join() === a.join();
                }
                good""");
    }
}
