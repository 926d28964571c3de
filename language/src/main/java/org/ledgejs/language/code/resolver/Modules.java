package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.ModuleInfo;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Program;

/** Modules: every variable of the top level is a slot of the module's scope, which is the closure scope of its function. */
final class Modules {
    private final UnitWriter w;

    Modules(UnitWriter w) {
        this.w = w;
    }

    CodeUnit module(Program.ModuleNode module) {
        FunctionScope scope = w.analysis.module(module);
        w.begin(scope);
        w.open(scope.body);
        List<Code> prologue = new ArrayList<>(w.functions.undefinedVariables(scope));
        SequencedMap<String, FunctionNode> functions = Functions.functions(module.scope().lexicals());
        for (FunctionNode node : module.scope().functions()) {
            if (node.name() != null) {
                functions.putIfAbsent(node.name(), node);
            }
        }
        w.functions.hoist(functions, prologue);
        List<Code> body = new ArrayList<>();
        w.statements.disposing(module.body(), module.scope().lexicals(), body);
        int scopeIndex = scope.body.index;
        w.describe(scope.body);
        boolean async = module.facts().hasAwait();
        int flags = FunctionFlags.MODULE | FunctionFlags.STRICT | (async ? FunctionFlags.ASYNC : 0);
        w.end("", flags, 0, prologue, body, module.start(), module.end());
        return w.unit.build(info(module, scope.body, scopeIndex, async), null, -1);
    }

    private static ModuleInfo info(Program.ModuleNode module, Scope scope, int scopeIndex, boolean async) {
        return new ModuleInfo(
                module.requests().stream().map(Modules::request).toList(),
                module.imports().stream().map(i -> new ModuleInfo.Import(i.request(), i.importName(), scope.get(i.localName()).slot)).toList(),
                module.localExports().stream().map(e -> new ModuleInfo.LocalExport(e.exportName(), scope.get(e.localName()).slot)).toList(),
                module.indirectExports().stream().map(e -> new ModuleInfo.IndirectExport(e.exportName(), e.request(), e.importName())).toList(),
                module.starExports().stream().map(Program.StarExport::request).toList(), scopeIndex, async);
    }

    private static ModuleInfo.Request request(Program.ModuleRequest r) {
        Map<String, String> attributes = new LinkedHashMap<>();
        r.attributes().forEach(a -> attributes.put(a.key(), a.value()));
        return new ModuleInfo.Request(r.specifier(), attributes, switch (r.phase()) {
            case EVALUATION -> ModuleInfo.Phase.EVALUATION;
            case DEFER -> ModuleInfo.Phase.DEFER;
            case SOURCE -> ModuleInfo.Phase.SOURCE;
        }, r.start(), r.end() - r.start());
    }
}
