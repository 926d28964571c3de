package org.ledgejs.node.binding.zlib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Programs;

class ZlibTest {

    /** The JDK's Deflater has one window: a smaller one is kept by forgetting. */
    @Test
    void smallWindowsNeverReachFurtherBackThanTheySay() {
        assertEquals("512 false 32768 true", Programs.run("""
                const zlib = require('zlib');
                // Two equal parts, further from each other than the small window.
                const part = require('crypto').randomBytes(2000);
                const text = Buffer.concat([part, part]);
                for (const windowBits of [9, 15]) {
                  const packed = zlib.deflateSync(text, { windowBits });
                  if (!zlib.inflateSync(packed, { windowBits }).equals(text)) throw new Error('differs');
                  process.stdout.write(`${1 << (packed[0] >> 4) + 8} ${packed.length < 3000} `);
                }
                """));
    }

    @Test
    void membersOfAGzipFileFollowEachOtherAndGarbageIsAnError() {
        assertEquals("ab incorrect header check Z_DATA_ERROR -3 unexpected end of file Z_BUF_ERROR -5", Programs.run("""
                const zlib = require('zlib');
                const a = zlib.gzipSync('a'), b = zlib.gzipSync('b');
                const fails = (bytes) => { try { zlib.gunzipSync(bytes); } catch (e) { return `${e.message} ${e.code} ${e.errno}`; } };
                console.log(`${zlib.gunzipSync(Buffer.concat([a, b]))}`, fails(Buffer.concat([a, Buffer.from('xyz')])), fails(a.subarray(0, 15)));
                """));
    }

    @Test
    void checksumsContinue() {
        assertEquals("true", Programs.run("""
                const { crc32 } = require('zlib');
                console.log(crc32('hello world') === crc32('world', crc32('hello ')));
                """));
    }

    @Test
    void brotliGivesWhatItTook() {
        assertEquals("true true true", Programs.run("""
                const zlib = require('zlib');
                const texts = ['', 'abc'.repeat(1000), Buffer.from(Array.from({ length: 300000 }, (_, i) => i * i % 251))];
                console.log(...texts.map((text) => zlib.brotliDecompressSync(zlib.brotliCompressSync(text)).equals(Buffer.from(text))));
                """));
    }

    @Test
    void zstandardGivesWhatItTook() {
        assertEquals("true ZSTD_error_prefix_unknown", Programs.run("""
                const zlib = require('zlib');
                const text = 'abc'.repeat(100000);
                let code;
                try { zlib.zstdDecompressSync(Buffer.alloc(100, 7)); } catch (e) { code = e.code; }
                console.log(`${zlib.zstdDecompressSync(zlib.zstdCompressSync(text))}` === text, code);
                """));
    }
}
