package org.ledgejs.language.syntax;

import java.util.List;

/**
 * The lexical declarations of a block, switch, or loop body (ECMA-262 §8.2.6 LexicallyScopedDeclarations), one entry a
 * bound name, in source order. Sloppy code may declare one function name twice in a block (§B.3.2.4): then each
 * declaration has its entry and the last one counts.
 */
public record BlockScope(List<Lexical> lexicals) {

    static final BlockScope EMPTY = new BlockScope(List.of());

    public enum Kind {
        LET, CONST,
        /** A class declaration; mutable, like let. */
        CLASS,
        /** A function declared in a block, or at the top level of a module: initialized when the scope is entered. */
        FUNCTION,
        /** A {@code using} or {@code await using} declaration; constant. */
        USING
    }

    /**
     * One name.
     *
     * @param function the declared function for kind FUNCTION, else null
     * @param start offset of the name
     */
    public record Lexical(int start, String name, Kind kind, FunctionNode function) {
    }
}
