package org.ledgejs.node.binding.zlib;

/** One direction of a compressed format, fed and drained by pieces. Used by one thread at a time. */
interface Codec extends AutoCloseable {

    /**
     * Takes input and gives output until one of them runs out, or the compressed data is at its end.
     *
     * @param flush one of the format's flush operations; the last one, where the format calls it finish, says that there is no more input
     */
    void write(int flush, Piece in, Piece out) throws CodecException;

    /** Other parameters from here on, where the format has such a thing. */
    default void params(int level, int strategy) throws CodecException { }

    /** As new, with the same parameters. */
    void reset() throws CodecException;

    @Override
    void close();
}
