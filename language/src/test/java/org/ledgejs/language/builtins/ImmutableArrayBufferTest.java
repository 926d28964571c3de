package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class ImmutableArrayBufferTest extends Programs {

    @Test
    void immutableBuffersAreReadAndNeverWritten() {
        check("""
            var b = new Uint8Array([1, 2, 3]).buffer.transferToImmutable(); b.immutable + ' ' + b.byteLength      --> true 3
            var v = new Uint8Array(new Uint8Array([1, 2]).buffer.sliceToImmutable()); v[0] = 9; v[0]            --> 1
            'use strict'; new Uint8Array(new ArrayBuffer(1).transferToImmutable())[0] = 1                       --> TypeError: Cannot assign to read only property '0' of object '#<Uint8Array>'
            Object.isFrozen(Object.freeze(new Uint8Array(new ArrayBuffer(1).transferToImmutable())))            --> true
            new Uint8Array(new ArrayBuffer(1).transferToImmutable()).fill(1)                                    --> TypeError: Cannot perform %TypedArray%.prototype.fill on an immutable ArrayBuffer
            new DataView(new ArrayBuffer(1).transferToImmutable()).setInt8(0, 1)                                --> TypeError: Cannot perform DataView.prototype.setInt8 on an immutable ArrayBuffer
            new ArrayBuffer(1).transferToImmutable().transfer()                                                 --> TypeError: Cannot perform ArrayBuffer.prototype.transfer on a buffer that cannot be detached""");
    }
}
