package org.ledgejs.node.binding.http;

import java.util.List;

/** Hears what a parser reads. */
interface HttpListener {

    /** The end of a head: what it says about the rest of the connection. */
    enum Body {
        /** As the head tells. */
        EXPECTED,
        /** There is none whatever the head says: the answer to HEAD. */
        NONE,
        /** There is none, and what follows is not HTTP. */
        OTHER_PROTOCOL
    }

    Body head(MessageHead head);

    void body(byte[] bytes);

    /** @param rawTrailers name, value, name, value…; empty if there are none */
    void complete(List<String> rawTrailers);

    /** An error found while the parser went on by itself. */
    void error(HttpParseException error);
}
