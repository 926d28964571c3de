package org.ledgejs.language.syntax;

/** Finds out what a function takes from the code around it, so that its tree can be let go. */
@FunctionalInterface
public interface Outliner {

    /**
     * @param function whole, but for functions in it that are outlined already; neither it nor they contain a direct eval
     * @param bindsName whether its own name is bound around it: it is a function expression
     * @return null if the function is to stay whole
     */
    Outline outline(FunctionNode function, boolean bindsName);
}
