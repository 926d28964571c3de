package org.ledgejs.language.code;

/** What follows an {@link Op} in the code, in the order the op lists it. Numbers are LEB128. */
public enum Operand {
    /** One expression. */
    EXPR,
    /** One expression or {@link Op#NONE}. */
    OPT_EXPR,
    /** A count, then as many expressions. */
    EXPRS,
    /** One statement. */
    STMT,
    /** One statement or {@link Op#NONE}. */
    OPT_STMT,
    /** A count, then as many statements. */
    STMTS,
    /** A count, then as many ops of {@link Op.Kind#MEMBER}: parts of object and array literals and classes. */
    MEMBERS,
    /** A count, then as many ops of {@link Op.Kind#ELEMENT}: elements of an array pattern. */
    ELEMENTS,
    /** A count, then as many ops of {@link Op.Kind#CASE}. */
    CASES,
    /** An unsigned number that indexes nothing. */
    UINT,
    /** A signed number (zigzag). */
    INT,
    /** Eight bytes, little endian, IEEE 754. */
    DOUBLE,
    /** An index into the unit's strings. */
    STRING,
    /** An index into the unit's strings plus one; 0 is "none". */
    OPT_STRING,
    /** A count, then as many {@link #STRING}. */
    STRINGS,
    /** A count, then as many {@link #OPT_STRING}. */
    OPT_STRINGS,
    /** A slot of the function's frame. */
    SLOT,
    /** A slot of the function's frame plus one; 0 is "none". */
    OPT_SLOT,
    /** An index into the unit's functions. */
    FUNCTION,
    /** An index into the unit's scopes ({@link ScopeInfo}). */
    SCOPE,
    /** A count, then as many unsigned numbers: a scope index plus one, or 0. */
    MAPPING,
    /** A label: a number unique within the function, from 1. */
    LABEL,
    /** One byte of flags, whose bits the op names. */
    FLAGS
}
