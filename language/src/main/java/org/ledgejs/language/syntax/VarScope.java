package org.ledgejs.language.syntax;

import java.util.List;

/**
 * The declarations of a function body, script, module, eval or static block.
 *
 * @param lexicals the top-level lexical declarations; functions are among them only in modules
 * @param varNames the names that {@code var} statements declare, at any block depth, each once, in source order
 * @param functions top-level function declarations, in source order; of two with one name the last counts
 * @param hoistedBlockFunctions functions declared in blocks, switch cases and if clauses of sloppy code that also assign
 *        the function-level variable of their name when their declaration is evaluated (ECMA-262 §B.3.2). The static
 *        conditions are checked, but for parameter names being {@code arguments} and what global code asks at run time.
 */
public record VarScope(List<BlockScope.Lexical> lexicals, List<String> varNames, List<FunctionNode> functions,
        List<FunctionNode> hoistedBlockFunctions) {

    static final VarScope EMPTY = new VarScope(List.of(), List.of(), List.of(), List.of());
}
