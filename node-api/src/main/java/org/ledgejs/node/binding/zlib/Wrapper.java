package org.ledgejs.node.binding.zlib;

/** What stands around the compressed blocks. */
enum Wrapper {
    /** Nothing (RFC 1951). */
    RAW,
    /** RFC 1950: two bytes before, an Adler-32 behind. */
    ZLIB,
    /** RFC 1952. */
    GZIP,
    /** For reading: one of the two, as the first bytes say. */
    EITHER
}
