package org.ledgejs.language.runtime;

import com.oracle.truffle.api.strings.TruffleString;

/** What JSON.rawJSON makes (ECMA-262 §25.5.2, [[IsRawJSON]]): a text that JSON.stringify writes as it is. */
public final class JSRawJSON extends JSObject {
    private final TruffleString text;

    public JSRawJSON(TruffleString text) {
        super(ROOT, null);
        this.text = text;
    }

    public TruffleString text() {
        return text;
    }
}
