package org.ledgejs.language.runtime;

/** %Object.prototype%: an immutable prototype exotic object (ECMA-262 §10.4.7). */
public final class ObjectPrototypeObject extends JSObject {
    public ObjectPrototypeObject() {
        super(ROOT, null);
    }

    @Override
    public boolean setPrototypeOf(JSObject value) {
        return value == null;
    }
}
