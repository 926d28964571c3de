package org.ledgejs.language.code.resolver;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.code.LazyFunction;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Outliner;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Program;
import org.ledgejs.language.syntax.SyntaxException;

/** Resolves what a parser returns: the only way from text to a {@link CodeUnit}. */
public final class Resolver {

    private Resolver() { }

    /**
     * A script, module or function; a script that is an eval goes to {@link #eval} or {@link #indirectEval}.
     *
     * @throws SyntaxException if it is nested too deeply
     */
    public static CodeUnit resolve(Program program) throws SyntaxException {
        return bounded(program, () -> unit(program));
    }

    /** Chains of calls and the like nest as code what the parser reads in a loop. */
    private static CodeUnit bounded(Program program, Supplier<CodeUnit> resolution) {
        try {
            return resolution.get();
        } catch (StackOverflowError | UnitWriter.DepthException e) {
            throw SyntaxException.tooDeep(program.source());
        }
    }

    private static CodeUnit unit(Program program) {
        UnitWriter w = new UnitWriter(new ScopeAnalysis());
        if (program instanceof Program.ScriptNode script) {
            return new Programs(w).script(script);
        }
        if (program instanceof Program.ModuleNode module) {
            return new Modules(w).module(module);
        }
        if (program instanceof Program.FunctionProgram function) {
            return new Programs(w).function(function);
        }
        throw new IllegalArgumentException(program.toString());
    }

    /** The source of an indirect eval (ECMA-262 §19.2.1.1). */
    public static CodeUnit indirectEval(Program.ScriptNode script) throws SyntaxException {
        return bounded(script, () -> new Evals(new UnitWriter(new ScopeAnalysis()), null, -1, false).eval(script));
    }

    /**
     * The source of a direct eval. The unit's function 0 runs with the scope object at the call as its closure scope.
     *
     * @param script parsed with {@link #evalContext}, strict if the call's code is
     * @param caller the unit with the call
     * @param scope the static environment that {@link org.ledgejs.language.code.Op#CALL_EVAL} names
     * @param flags its flags
     */
    public static CodeUnit eval(Program.ScriptNode script, CodeUnit caller, int scope, int flags) throws SyntaxException {
        return bounded(script, () -> new Evals(new UnitWriter(new ScopeAnalysis()), caller, scope, (flags & 2) != 0).eval(script));
    }

    /**
     * Lets functions be compiled when they are first called, by {@link #lazyFunction}.
     *
     * @param shortest code units of text that a function has at least to be worth being parsed twice
     */
    public static Outliner outliner(int shortest) {
        return (node, bindsName) -> node.end() - node.start() < shortest ? null : LazyFunctions.outline(node, bindsName);
    }

    /**
     * The code of a function that was not compiled with the unit around it, as function 0 of a unit of its own.
     *
     * @param node parsed again from {@link LazyFunction#textStart}
     */
    public static CodeUnit lazyFunction(FunctionNode node, FunctionCode code) {
        return LazyFunctions.unit(node, code);
    }

    /** What the source of a direct eval may contain, for the parser. */
    public static ParseOptions.EvalContext evalContext(CodeUnit caller, int scope, int flags) {
        Set<String> privateNames = new HashSet<>();
        boolean provider = false;
        boolean newTarget = false;
        boolean superProperty = false;
        boolean superCall = false;
        int index = scope;
        CodeUnit unit = caller;
        while (unit != null) {
            while (index >= 0) {
                ScopeInfo info = unit.scope(index);
                Set<String> specials = new HashSet<>();
                for (ScopeInfo.Variable variable : info.variables()) {
                    if ((variable.flags() & ScopeInfo.Variable.PRIVATE_NAME) != 0) {
                        privateNames.add(variable.name().substring(1));
                    } else if ((variable.flags() & ScopeInfo.Variable.INTERNAL) != 0) {
                        specials.add(variable.name());
                    }
                }
                if (!provider && specials.contains(FunctionScope.THIS)) {
                    provider = true;
                    newTarget = specials.contains(FunctionScope.NEW_TARGET);
                    superProperty = specials.contains(FunctionScope.HOME);
                    superCall = specials.contains(FunctionScope.CALLEE);
                }
                index = info.parent();
            }
            index = unit.outerScope();
            unit = unit.outer();
        }
        return new ParseOptions.EvalContext(newTarget, superProperty, superCall, (flags & 2) != 0, privateNames);
    }
}
