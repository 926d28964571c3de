package org.ledgejs.node.binding.v8;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Programs;

class SerializationTest {

    /** The bytes are Node's own. */
    @Test
    void bytesAreThoseOfV8() {
        assertEquals("ff0f6f22016161034900490249046304e900ac204002032201623b49022749042c013a022201644e000000000000f8bf2201655a100c000000000000002201635e007b05",
                Programs.run("""
                const value = { a: [1, , 'é€'], b: new Map([[1, new Set([2])]]), d: -1.5, e: 12n };
                value.c = value;
                console.log(require('v8').serialize(value).toString('hex'));
                """));
    }

    @Test
    void badBytesAreErrors() {
        assertEquals("4", Programs.run("""
                const v8 = require('v8');
                let errors = 0;
                for (const bytes of ['', 'ff10', 'ff0f41ffffffff0f', 'ff0f5e05']) {
                  try { v8.deserialize(Buffer.from(bytes, 'hex')); } catch (e) { if (e.constructor === Error) errors++; }
                }
                console.log(errors);
                """));
    }
}
