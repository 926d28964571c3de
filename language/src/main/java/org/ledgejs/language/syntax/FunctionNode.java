package org.ledgejs.language.syntax;

import java.util.List;

/**
 * A function of any kind. Its source range is what {@code toString} shows (for a constructor it is that of the class
 * that counts).
 *
 * @param name the name written in a function declaration or expression, else null; a function expression binds it
 *        around itself. The {@code name} property of methods and anonymous functions follows from where they stand.
 * @param parameters the formal parameters; the last may be a {@link Pattern.Rest}
 * @param parameterNames the bound names of the parameters in source order, with duplicates
 * @param body the statements; an arrow with an expression body and a field initializer have one {@link
 *        Statement.Return}
 * @param scope what the body declares; parameters are not in it
 * @param textStart where parsing the function alone begins: at its parameters, or for an arrow at {@code start}
 * @param outline what is left if the tree was let go: parameters, body and scope are empty then; else null
 */
public record FunctionNode(int start, int end, Kind kind, boolean async, boolean generator, boolean strict, String name,
        List<Pattern> parameters, List<String> parameterNames, List<Statement> body, VarScope scope, Facts facts,
        int textStart, Outline outline)
        implements Expression {

    public enum Kind {
        /** A function declaration or function expression. */
        NORMAL,
        ARROW, METHOD, GETTER, SETTER,
        /** The constructor of a class without heritage. */
        CONSTRUCTOR,
        /** The constructor of a class with heritage: {@code this} appears when {@code super()} returns. */
        DERIVED_CONSTRUCTOR,
        /** The initializer of a class field, run as a method of the instance or the class. */
        FIELD_INITIALIZER,
        /** A static block, run as a method of the class. */
        STATIC_BLOCK
    }

    FunctionNode outlined(Outline what) {
        return new FunctionNode(start, end, kind, async, generator, strict, name, List.of(), List.of(), List.of(), VarScope.EMPTY, facts, textStart,
                what);
    }

    public boolean isArrow() {
        return kind == Kind.ARROW;
    }

    /** ExpectedArgumentCount (ECMA-262 §15.1.5): the {@code length} of the function. */
    public int expectedArgumentCount() {
        if (outline != null) {
            return outline.length();
        }
        int count = 0;
        for (Pattern parameter : parameters) {
            if (parameter instanceof Pattern.Default || parameter instanceof Pattern.Rest) {
                break;
            }
            count++;
        }
        return count;
    }
}
