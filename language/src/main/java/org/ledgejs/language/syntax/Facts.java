package org.ledgejs.language.syntax;

/**
 * What the parser noticed about the code of one function, script, module or eval, packed into bits. "Own" code includes
 * parameters and body, but not nested functions; {@code this}, {@code arguments}, {@code new.target} and {@code super}
 * also count when used in nested arrow functions, which share them. A direct eval counts as a use of each of them.
 * Computed keys and heritage of a class belong to the code around it.
 */
public record Facts(int bits) {

    static final int DIRECT_EVAL = 1;
    static final int INNER_DIRECT_EVAL = 1 << 1;
    static final int USES_THIS = 1 << 2;
    static final int USES_ARGUMENTS = 1 << 3;
    static final int USES_NEW_TARGET = 1 << 4;
    static final int USES_SUPER_PROPERTY = 1 << 5;
    static final int USES_SUPER_CALL = 1 << 6;
    static final int HAS_WITH = 1 << 7;
    static final int HAS_YIELD = 1 << 8;
    static final int HAS_AWAIT = 1 << 9;
    static final int HAS_FUNCTIONS = 1 << 10;
    static final int SIMPLE_PARAMETERS = 1 << 11;
    static final int PARAMETER_EXPRESSIONS = 1 << 12;
    static final int DUPLICATE_PARAMETERS = 1 << 13;
    static final int DIRECT_EVAL_IN_PARAMETERS = 1 << 14;
    static final int FUNCTIONS_IN_PARAMETERS = 1 << 15;
    static final int USE_STRICT_DIRECTIVE = 1 << 16;
    static final int EXPRESSION_BODY = 1 << 17;

    /** Facts that an arrow function hands on to the code around it. */
    static final int SHARED_BY_ARROWS =
            USES_THIS | USES_ARGUMENTS | USES_NEW_TARGET | USES_SUPER_PROPERTY | USES_SUPER_CALL;

    /** Facts for code that nothing is known of but its parameters: none, simple. */
    static final Facts NONE = new Facts(SIMPLE_PARAMETERS);

    private boolean has(int bit) {
        return (bits & bit) != 0;
    }

    /** Own code calls something named {@code eval}. */
    public boolean hasDirectEval() {
        return has(DIRECT_EVAL);
    }

    /** Some function nested at any depth calls something named {@code eval}, and so may see every variable. */
    public boolean hasInnerDirectEval() {
        return has(INNER_DIRECT_EVAL);
    }

    public boolean usesThis() {
        return has(USES_THIS);
    }

    /** The identifier {@code arguments} is referred to; whether it is the arguments object is for scopes to say. */
    public boolean usesArguments() {
        return has(USES_ARGUMENTS);
    }

    public boolean usesNewTarget() {
        return has(USES_NEW_TARGET);
    }

    public boolean usesSuperProperty() {
        return has(USES_SUPER_PROPERTY);
    }

    public boolean usesSuperCall() {
        return has(USES_SUPER_CALL);
    }

    /** Own code has a {@code with} statement. */
    public boolean hasWith() {
        return has(HAS_WITH);
    }

    public boolean hasYield() {
        return has(HAS_YIELD);
    }

    /** Own code has an await expression, a for-await loop or an await using declaration. */
    public boolean hasAwait() {
        return has(HAS_AWAIT);
    }

    /** Own code contains a function or class of any kind: something may capture variables. */
    public boolean hasFunctions() {
        return has(HAS_FUNCTIONS);
    }

    /** IsSimpleParameterList (ECMA-262 §15.1.3). */
    public boolean hasSimpleParameters() {
        return has(SIMPLE_PARAMETERS);
    }

    /** ContainsExpression of the parameters (ECMA-262 §15.1.2): a default value or a computed key. */
    public boolean hasParameterExpressions() {
        return has(PARAMETER_EXPRESSIONS);
    }

    public boolean hasDuplicateParameters() {
        return has(DUPLICATE_PARAMETERS);
    }

    /** A direct eval stands in the parameter list itself. */
    public boolean hasDirectEvalInParameters() {
        return has(DIRECT_EVAL_IN_PARAMETERS);
    }

    /** A function or class stands in the parameter list: it may capture parameters apart from the body's variables. */
    public boolean hasFunctionsInParameters() {
        return has(FUNCTIONS_IN_PARAMETERS);
    }

    /** The code has its own {@code "use strict"} directive. */
    public boolean hasUseStrictDirective() {
        return has(USE_STRICT_DIRECTIVE);
    }

    /** The function is an arrow with an expression for a body. */
    public boolean hasExpressionBody() {
        return has(EXPRESSION_BODY);
    }
}
