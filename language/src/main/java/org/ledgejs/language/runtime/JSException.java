package org.ledgejs.language.runtime;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.nodes.Node;

/** A value thrown by the program or by an operation on its behalf. */
@SuppressWarnings("serial")
public final class JSException extends AbstractTruffleException {
    private final transient Object value;

    /** @param location where it was thrown, or null */
    public JSException(Object value, Node location) {
        super(location);
        this.value = value;
    }

    /** The thrown value: any value of the language. */
    public Object value() {
        return value;
    }

    @Override
    public String getMessage() {
        return Errors.messageOf(value);
    }
}
