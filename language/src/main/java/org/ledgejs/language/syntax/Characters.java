package org.ledgejs.language.syntax;

/** Classes of characters that the lexical grammar tells apart (ECMA-262 §12.2, §12.3, §12.7). */
final class Characters {

    private static final byte START = 1;
    private static final byte PART = 2;

    private static final byte[] ASCII = new byte[128];

    static {
        for (int c = 'a'; c <= 'z'; c++) {
            ASCII[c] = START | PART;
            ASCII[c - 'a' + 'A'] = START | PART;
        }
        for (int c = '0'; c <= '9'; c++) {
            ASCII[c] = PART;
        }
        ASCII['$'] = START | PART;
        ASCII['_'] = START | PART;
    }

    /** ID_Start of Unicode 17 that the JDK's Unicode 16 does not know, as inclusive ranges. */
    private static final int[] NEWER_STARTS = {
        0x088F, 0x088F, 0x0C5C, 0x0C5C, 0x0CDC, 0x0CDC, 0xA7CE, 0xA7CF, 0xA7D2, 0xA7D2, 0xA7D4, 0xA7D4,
        0xA7F1, 0xA7F1, 0x10940, 0x10959, 0x10EC5, 0x10EC7, 0x11DB0, 0x11DDB, 0x16EA0, 0x16EB8, 0x16EBB, 0x16ED3,
        0x16FF2, 0x16FF6, 0x187F8, 0x187FF, 0x18D09, 0x18D1E, 0x18D80, 0x18DF2, 0x1E6C0, 0x1E6DE, 0x1E6E0, 0x1E6E2,
        0x1E6E4, 0x1E6E5, 0x1E6E7, 0x1E6ED, 0x1E6F0, 0x1E6F4, 0x1E6FE, 0x1E6FF, 0x2A6E0, 0x2A6E0, 0x2B73A, 0x2B73D,
        0x2B73E, 0x2B73F, 0x2CEA2, 0x2CEAD, 0x323B0, 0x33479,
    };

    /** The rest of Unicode 17's ID_Continue: marks and digits. */
    private static final int[] NEWER_PARTS = {
        0x1ACF, 0x1ADD, 0x1AE0, 0x1AEB, 0x10EFA, 0x10EFB, 0x11B60, 0x11B67, 0x11DE0, 0x11DE9, 0x1E6E3, 0x1E6E3,
        0x1E6E6, 0x1E6E6, 0x1E6EE, 0x1E6EF, 0x1E6F5, 0x1E6F5,
    };

    private Characters() {
    }

    static boolean isAsciiIdentifierStart(char c) {
        return c < 128 && (ASCII[c] & START) != 0;
    }

    static boolean isAsciiIdentifierPart(char c) {
        return c < 128 && (ASCII[c] & PART) != 0;
    }

    /** IdentifierStartChar. */
    static boolean isIdentifierStart(int codePoint) {
        if (codePoint < 128) {
            return (ASCII[codePoint] & START) != 0;
        }
        return Character.isUnicodeIdentifierStart(codePoint) && codePoint != 0x2E2F || in(NEWER_STARTS, codePoint);
    }

    /** IdentifierPartChar; ZWNJ and ZWJ are of it, other characters that Java ignores in identifiers are not. */
    static boolean isIdentifierPart(int codePoint) {
        if (codePoint < 128) {
            return (ASCII[codePoint] & PART) != 0;
        }
        return codePoint == 0x200C || codePoint == 0x200D
                || Character.isUnicodeIdentifierPart(codePoint) && codePoint != 0x2E2F
                && !Character.isIdentifierIgnorable(codePoint)
                || in(NEWER_STARTS, codePoint) || in(NEWER_PARTS, codePoint);
    }

    private static boolean in(int[] ranges, int codePoint) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (codePoint >= ranges[i] && codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** WhiteSpace beyond ASCII. */
    static boolean isUnicodeSpace(char c) {
        return c == 0xA0 || c == 0xFEFF || c > 0xFF && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** LineTerminator. */
    static boolean isLineTerminator(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    /** The value of a hexadecimal digit, or -1. */
    static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
