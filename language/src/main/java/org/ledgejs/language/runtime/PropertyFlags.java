package org.ledgejs.language.runtime;

/** Flags of a property in a shape. None: a writable, enumerable, configurable data property. */
public final class PropertyFlags {
    public static final int DEFAULT = 0;
    public static final int NOT_ENUMERABLE = 1;
    public static final int NOT_CONFIGURABLE = 2;
    public static final int NOT_WRITABLE = 4;
    /** The value is an {@link Accessor}. */
    public static final int ACCESSOR = 8;
    /** The value is a {@link VirtualProperty}: a data property to the program, computed by the object. */
    public static final int VIRTUAL = 16;
    /** The value may be a {@link LazyValue}, made when first read. */
    public static final int LAZY = 32;

    /** Methods and constructors of the library: writable, configurable, not enumerable. */
    public static final int METHOD = NOT_ENUMERABLE;
    public static final int CONFIGURABLE_ONLY = NOT_ENUMERABLE | NOT_WRITABLE;
    public static final int FIXED = NOT_ENUMERABLE | NOT_WRITABLE | NOT_CONFIGURABLE;

    private PropertyFlags() { }

    public static boolean enumerable(int flags) {
        return (flags & NOT_ENUMERABLE) == 0;
    }

    public static boolean configurable(int flags) {
        return (flags & NOT_CONFIGURABLE) == 0;
    }

    public static boolean writable(int flags) {
        return (flags & NOT_WRITABLE) == 0;
    }

    public static boolean accessor(int flags) {
        return (flags & ACCESSOR) != 0;
    }
}
