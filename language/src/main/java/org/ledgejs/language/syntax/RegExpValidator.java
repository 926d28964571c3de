package org.ledgejs.language.syntax;

/** Checks the pattern of a regular expression literal for early errors (ECMA-262 §22.2.1.1). Flags are checked before. */
@FunctionalInterface
public interface RegExpValidator {

    /** Accepts every pattern: errors appear when the expression is first evaluated. */
    RegExpValidator NONE = new RegExpValidator() { // a class, because the first lambda of a run costs start-up time
        @Override
        public String errorIn(String pattern, String flags) {
            return null;
        }
    };

    /**
     * Returns null for a valid pattern, else the reason in words, to stand behind {@code Invalid regular expression:
     * /pattern/flags: }.
     */
    String errorIn(String pattern, String flags);
}
