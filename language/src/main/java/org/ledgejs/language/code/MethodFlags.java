package org.ledgejs.language.code;

/** Flags of the METHOD ops. */
public final class MethodFlags {
    public static final int GETTER = 1;
    public static final int SETTER = 2;
    public static final int STATIC = 4;
    /** Class elements are not enumerable, members of object literals are. */
    public static final int ENUMERABLE = 8;

    /** Getter or setter of an auto-accessor: the two are decorated as one. */
    public static final int AUTO_ACCESSOR = 16;

    private MethodFlags() { }
}
