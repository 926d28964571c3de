package org.ledgejs.language.code;

/** What kind of code a {@link FunctionCode} is; a set of bits. */
public final class FunctionFlags {
    public static final int STRICT = 1;
    public static final int ARROW = 1 << 1;
    public static final int ASYNC = 1 << 2;
    public static final int GENERATOR = 1 << 3;
    /** Has no [[Construct]] and no prototype: methods, getters, setters. */
    public static final int METHOD = 1 << 4;
    public static final int GETTER = 1 << 5;
    public static final int SETTER = 1 << 6;
    public static final int CLASS_CONSTRUCTOR = 1 << 7;
    public static final int DERIVED = 1 << 8;
    /** Runs DEFINE_FIELD for each field of a class, as a method with the new object as this. */
    public static final int FIELD_INITIALIZER = 1 << 9;
    public static final int SCRIPT = 1 << 10;
    public static final int MODULE = 1 << 11;
    public static final int EVAL = 1 << 12;
    /** A sloppy direct eval or a with statement makes names dynamic. */
    public static final int DYNAMIC = 1 << 13;
    /** A generator or async function: its frame outlives the call. Async arrow functions too. */
    public static final int RESUMABLE = ASYNC | GENERATOR;

    private FunctionFlags() { }
}
