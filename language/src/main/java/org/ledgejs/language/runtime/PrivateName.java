package org.ledgejs.language.runtime;

/**
 * A Private Name (ECMA-262 §6.2.12), fresh for each evaluation of its class. Fields live in the object's shape under
 * its key; methods and accessors live here, and the object only carries the key as its brand.
 */
public final class PrivateName {
    /** What shapes, and caches of them, know of the name: nothing that belongs to a context. */
    public static final class Key { }

    public final Key key = new Key();
    public final String description;
    /** A method, or null. */
    public Object method;
    /** Of an accessor, or null. */
    public Object getter;
    public Object setter;

    public PrivateName(String description) {
        this.description = description;
    }

    public boolean isField() {
        return method == null && getter == null && setter == null;
    }

    @Override
    public String toString() {
        return description;
    }
}
