package org.ledgejs.tck.test262;

import java.util.List;

/** How the text of a test is run. */
public enum Mode {
    SLOPPY, STRICT, MODULE, RAW;

    /** The modes a test asks for: both kinds of script unless its flags say otherwise. */
    public static List<Mode> of(Metadata metadata) {
        if (metadata.has("module")) {
            return List.of(MODULE);
        }
        if (metadata.has("raw")) {
            return List.of(RAW);
        }
        if (metadata.has("onlyStrict")) {
            return List.of(STRICT);
        }
        return metadata.has("noStrict") ? List.of(SLOPPY) : List.of(SLOPPY, STRICT);
    }

    public String text(String test) {
        return this == STRICT ? "\"use strict\";\n" + test : test;
    }
}
