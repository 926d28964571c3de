package org.ledgejs.language.runtime;

/** A data property whose value its object computes: a function's length, an array's length. Stateless. */
public interface VirtualProperty {
    Object get(JSObject holder);

    /** Writes a writable one; false if it refused. */
    boolean set(JSObject holder, Object value);
}
