package org.ledgejs.language.runtime;

import com.oracle.truffle.api.strings.TruffleString;

/**
 * %RegExp.prototype%, which remembers what its methods ask of every expression: exec, flags, and through flags each flag. While
 * nothing of it is replaced, they need not ask.
 */
public final class RegExpPrototypeObject extends JSObject {
    /** Getters of the flags, in the order of {@link RegExpSyntax}'s bits. */
    public static final String[] FLAG_NAMES = {
            "hasIndices", "global", "ignoreCase", "multiline", "dotAll", "unicode", "unicodeSets", "sticky"};
    private static final TruffleString[] OBSERVED = observed();

    private final Object[] original = new Object[OBSERVED.length];

    public RegExpPrototypeObject(JSObject prototype) {
        super(ROOT, prototype);
    }

    private static TruffleString[] observed() {
        TruffleString[] keys = new TruffleString[FLAG_NAMES.length + 2];
        for (int i = 0; i < FLAG_NAMES.length; i++) {
            keys[i] = PropertyKey.of(FLAG_NAMES[i]);
        }
        keys[FLAG_NAMES.length] = PropertyKey.of("flags");
        keys[FLAG_NAMES.length + 1] = PropertyKey.of("exec");
        return keys;
    }

    /** Takes the present properties for the original ones. */
    public void remember() {
        for (int i = 0; i < OBSERVED.length; i++) {
            original[i] = Properties.read(this, OBSERVED[i]);
        }
    }

    public static int observedCount() {
        return OBSERVED.length;
    }

    public static TruffleString observedKey(int i) {
        return OBSERVED[i];
    }

    /** What was stored under an observed key when the realm was made. */
    public Object original(int i) {
        return original[i];
    }
}
