package org.ledgejs.language.code.resolver;

import java.util.List;
import org.ledgejs.language.code.Code;

/**
 * Something that can be read and assigned (a Reference Record, ECMA-262 §6.2.5), written so that its parts are evaluated once: first
 * the setup, then any of get and set.
 */
interface Place {

    /** Evaluates object and key into temporaries, before anything else. */
    List<Code> setup();

    /** Reads; valid after the setup. */
    Code get();

    /** Assigns; its value is the value. Valid after the setup. */
    Code set(Code value);

    /** Gives the temporaries back, once all code that uses the place was made. */
    void release();
}
