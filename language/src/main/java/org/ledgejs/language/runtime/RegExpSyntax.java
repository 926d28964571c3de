package org.ledgejs.language.runtime;

import java.util.List;

/**
 * The syntax of regular expressions (ECMA-262 §22.2.1 with the additions of §B.1.2): decides whether a pattern is valid and
 * finds its groups. Matching is another's work; so a pattern that is never matched is never compiled.
 */
public final class RegExpSyntax {
    public static final int HAS_INDICES = 1;
    public static final int GLOBAL = 2;
    public static final int IGNORE_CASE = 4;
    public static final int MULTILINE = 8;
    public static final int DOT_ALL = 16;
    public static final int UNICODE = 32;
    public static final int UNICODE_SETS = 64;
    public static final int STICKY = 128;
    /** In the order of the bits, which is the order of the flags property. */
    public static final String FLAGS = "dgimsuvy";

    private RegExpSyntax() { }

    /**
     * What a valid pattern holds.
     *
     * @param groupCount capturing groups, without the whole match
     * @param names named groups in the order of the pattern; a name may come more than once, in different alternatives
     */
    public record Groups(int groupCount, List<GroupName> names) { }

    /** @param index of the group, from 1 */
    public record GroupName(String name, int index) { }

    /** The pattern is not one; the message says why, in V8's words. */
    @SuppressWarnings("serial")
    public static final class InvalidPattern extends Exception {
        InvalidPattern(String message) {
            super(message, null, false, false);
        }
    }

    /** The bits of flags, or -1 if one is unknown or repeated, or u and v come together. */
    public static int parseFlags(String flags) {
        int bits = 0;
        for (int i = 0; i < flags.length(); i++) {
            int index = FLAGS.indexOf(flags.charAt(i));
            if (index < 0 || (bits & 1 << index) != 0) {
                return -1;
            }
            bits |= 1 << index;
        }
        return (bits & (UNICODE | UNICODE_SETS)) == (UNICODE | UNICODE_SETS) ? -1 : bits;
    }

    /** The groups of a pattern. @param flags bits */
    public static Groups parse(String pattern, int flags) throws InvalidPattern {
        return new RegExpParser(pattern, flags).parse();
    }

    /** Null for a valid pattern, else the reason in words. @param flags valid ones */
    public static String errorIn(String pattern, String flags) {
        try {
            parse(pattern, parseFlags(flags));
            return null;
        } catch (InvalidPattern e) {
            return e.getMessage();
        }
    }
}
