package org.ledgejs.language.syntax;

import java.util.Set;

/**
 * What a parse needs to know besides the text.
 *
 * @param strict whether the code is strict without a directive (an eval in strict code)
 * @param regExpValidator checks patterns of regular expression literals
 * @param evalContext where an eval stands; ignored by the other goals
 * @param outliner lets go of the trees of functions that nothing calls at once; null to keep them all
 */
public record ParseOptions(boolean strict, RegExpValidator regExpValidator, EvalContext evalContext, Outliner outliner) {

    public static final ParseOptions DEFAULT = new ParseOptions(false, RegExpValidator.NONE, EvalContext.INDIRECT, null);

    /** These options with another validator. */
    public ParseOptions withRegExpValidator(RegExpValidator validator) {
        return new ParseOptions(strict, validator, evalContext, outliner);
    }

    /** These options for strict or sloppy surrounding code. */
    public ParseOptions withStrict(boolean isStrict) {
        return new ParseOptions(isStrict, regExpValidator, evalContext, outliner);
    }

    /** These options for an eval in the given place. */
    public ParseOptions withEvalContext(EvalContext context) {
        return new ParseOptions(strict, regExpValidator, context, outliner);
    }

    /** These options with functions outlined. */
    public ParseOptions withOutliner(Outliner outlines) {
        return new ParseOptions(strict, regExpValidator, evalContext, outlines);
    }

    /**
     * The surroundings of a direct eval (ECMA-262 §19.2.1.1 PerformEval, steps 5 to 12).
     *
     * @param newTarget whether {@code new.target} is allowed: in a function that is not a global arrow
     * @param superProperty whether {@code super.name} is allowed: in a method
     * @param superCall whether {@code super()} is allowed: in a derived constructor
     * @param fieldInitializer whether {@code arguments} is forbidden: in a class field initializer
     * @param privateNames the private names in scope, without {@code #}
     */
    public record EvalContext(boolean newTarget, boolean superProperty, boolean superCall, boolean fieldInitializer,
            Set<String> privateNames) {

        /** An indirect eval, or a direct one in global code. */
        public static final EvalContext INDIRECT = new EvalContext(false, false, false, false, Set.of());
    }
}
