package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.syntax.BlockScope;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Program;
import org.ledgejs.language.syntax.VarScope;

/** Scripts (ECMA-262 §16.1.7 GlobalDeclarationInstantiation) and functions made from strings. */
final class Programs {
    private final UnitWriter w;

    Programs(UnitWriter w) {
        this.w = w;
    }

    CodeUnit script(Program.ScriptNode script) {
        FunctionScope scope = w.analysis.script(script);
        w.begin(scope);
        List<Code> prologue = new ArrayList<>();
        w.functions.open(scope.body, prologue);
        w.functions.brought(scope, prologue);
        declareGlobals(script.scope(), prologue);
        List<Code> body = new ArrayList<>();
        completing(w, script, body);
        w.describe(scope.body);
        int strict = script.strict() ? FunctionFlags.STRICT : 0;
        w.end("", FunctionFlags.SCRIPT | strict, 0, prologue, body, script.start(), script.end());
        return w.unit.build(null, null, -1);
    }

    private void declareGlobals(VarScope declared, List<Code> prologue) {
        List<String> lets = new ArrayList<>();
        List<String> consts = new ArrayList<>();
        for (BlockScope.Lexical lexical : declared.lexicals()) {
            boolean constant = lexical.kind() == BlockScope.Kind.CONST || lexical.kind() == BlockScope.Kind.USING;
            (constant ? consts : lets).add(lexical.name());
        }
        SequencedMap<String, FunctionNode> functions = Functions.lastOfEachName(declared.functions());
        List<String> vars = new ArrayList<>(declared.varNames());
        vars.removeAll(functions.keySet());
        List<String> hoisted = hoistedNames(declared, vars, functions.keySet());
        if (!lets.isEmpty() || !consts.isEmpty() || !vars.isEmpty() || !functions.isEmpty() || !hoisted.isEmpty()) {
            prologue.add(Code.of(GLOBAL_DECLARE, lets, consts, vars, List.copyOf(functions.keySet()), hoisted));
        }
        for (Map.Entry<String, FunctionNode> f : functions.entrySet()) {
            prologue.add(UnitWriter.statement(Code.of(GLOBAL_FUNCTION, f.getKey(), w.functions.declared(f.getValue()), 0)));
        }
    }

    /** The names of functions in blocks that become vars and are none for another reason. */
    static List<String> hoistedNames(VarScope declared, List<String> vars, Set<String> functions) {
        Set<String> names = new LinkedHashSet<>();
        for (FunctionNode node : declared.hoistedBlockFunctions()) {
            if (!vars.contains(node.name()) && !functions.contains(node.name())) {
                names.add(node.name());
            }
        }
        return List.copyOf(names);
    }

    /** The statements of a script or eval, which returns its completion value. */
    static void completing(UnitWriter w, Program program, List<Code> body) {
        w.f.completionSlot = w.f.newSlot();
        w.f.completes = true;
        body.add(UnitWriter.statement(UnitWriter.setLocal(w.f.completionSlot, Code.of(UNDEFINED))));
        w.statements.disposing(program.body(), program.scope().lexicals(), body);
        body.add(Code.of(RETURN, UnitWriter.local(w.f.completionSlot)));
    }

    CodeUnit function(Program.FunctionProgram program) {
        FunctionScope scope = w.analysis.constructed(program);
        w.begin(scope);
        w.open(scope.body);
        FunctionNode node = program.function();
        Code closure = w.functions.closure(node, node.name() == null ? "" : node.name());
        w.describe(scope.body);
        List<Code> body = new ArrayList<>(List.of(Code.of(RETURN, closure)));
        w.end("", FunctionFlags.SCRIPT, 0, new ArrayList<>(), body, program.start(), program.end());
        return w.unit.build(null, null, -1);
    }
}
