package org.ledgejs.node.binding.crypto;

import com.oracle.truffle.api.object.Shape;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;

/** A hash or HMAC under way, as the program holds it. */
final class DigestObject extends JSObject {
    private static final Shape DIGEST_ROOT = shapeBuilder().build();

    private final Digest digest;

    DigestObject(Digest digest) {
        super(DIGEST_ROOT, null);
        this.digest = digest;
    }

    static Digest of(Object value) {
        if (value instanceof DigestObject object) {
            return object.digest;
        }
        throw Errors.typeError("Illegal invocation");
    }

    @Override
    public String className() {
        return "Object";
    }
}
