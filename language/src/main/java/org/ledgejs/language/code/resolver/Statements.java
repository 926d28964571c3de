package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.syntax.BlockScope;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Pattern;
import org.ledgejs.language.syntax.Statement;

/**
 * Statements but loops. In scripts and evals a slot keeps the completion value (ECMA-262 §6.2.4.3 UpdateEmpty): a statement whose value
 * would be empty leaves it, one that starts with undefined sets it.
 */
final class Statements {
    private final UnitWriter w;

    Statements(UnitWriter w) {
        this.w = w;
    }

    void statements(List<Statement> list, List<Code> out) {
        boolean completes = w.f.completes;
        int last = completes && w.f.targets == null ? lastWithValue(list) : -1;
        for (int i = 0; i < list.size(); i++) {
            // Where nothing can break out, only the last value counts.
            w.f.completes = completes && i >= last;
            statement(list.get(i), out);
        }
        w.f.completes = completes;
    }

    private static int lastWithValue(List<Statement> list) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (hasValue(list.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the statement gives a completion value for certain. */
    private static boolean hasValue(Statement s) {
        if (s instanceof Statement.Block b) {
            return lastWithValue(b.body()) >= 0;
        }
        return s instanceof Statement.ExpressionStatement || s instanceof Statement.If || s instanceof Statement.With
                || s instanceof Statement.Switch || s instanceof Statement.Try || Loops.isLoop(s);
    }

    /** One statement, as a single op. */
    Code single(Statement s) {
        List<Code> list = new ArrayList<>();
        statement(s, list);
        return list.isEmpty() ? Code.of(EMPTY) : UnitWriter.block(list);
    }

    /** The statements of a block that may declare resources with {@code using}. */
    void disposing(List<Statement> body, List<BlockScope.Lexical> lexicals, List<Code> out) {
        boolean using = false;
        for (BlockScope.Lexical lexical : lexicals) {
            using |= lexical.kind() == BlockScope.Kind.USING;
        }
        if (!using) {
            statements(body, out);
            return;
        }
        boolean async = false;
        for (Statement s : body) {
            async |= s instanceof Statement.VariableDeclaration d && d.kind() == Statement.VariableKind.AWAIT_USING;
        }
        List<Code> list = new ArrayList<>();
        out.add(disposeScope(async, list, () -> statements(body, list)));
    }

    Code disposeScope(boolean async, List<Code> list, Runnable write) {
        int outer = w.f.disposeSlot;
        int slot = w.f.newSlot();
        w.f.disposeSlot = slot;
        write.run();
        w.f.disposeSlot = outer;
        return Code.of(DISPOSE_SCOPE, slot, async ? 1 : 0, list);
    }

    private void complete(Code value, List<Code> out) {
        out.add(UnitWriter.statement(UnitWriter.setLocal(w.f.completionSlot, value)));
    }

    /** The statement's value is undefined unless something in it gives another. */
    void startUndefined(List<Code> out) {
        if (w.f.completes) {
            complete(Code.of(UNDEFINED), out);
        }
    }

    void statement(Statement statement, List<Code> out) {
        if (statement instanceof Statement.ExpressionStatement s) {
            if (w.f.completes) {
                out.add(UnitWriter.statement(UnitWriter.setLocal(w.f.completionSlot, w.expressions.expression(s.expression())))
                        .at(s.start(), s.end()));
            } else if (!(s.expression() instanceof Expression.StringLiteral)) {
                out.add(UnitWriter.statement(w.expressions.effect(s.expression())).at(s.start(), s.end()));
            }
        } else if (statement instanceof Statement.Block s) {
            out.add(block(s, s.scope(), s.body()));
        } else if (statement instanceof Statement.VariableDeclaration s) {
            declaration(s, out);
        } else if (statement instanceof Statement.FunctionDeclaration s) {
            functionDeclaration(s, out);
        } else if (statement instanceof Statement.ClassDeclaration s) {
            String name = s.classNode().name() == null ? "default" : s.classNode().name();
            Code value = w.classes.classNode(s.classNode(), UnitWriter.string(name));
            out.add(UnitWriter.statement(w.variables.initialize(s.bindingName(), value)).at(s.start(), s.end()));
        } else if (statement instanceof Statement.If s) {
            ifStatement(s, out);
        } else if (Loops.isLoop(statement)) {
            w.loops.loop(statement, Set.of(), out);
        } else if (statement instanceof Statement.Continue s) {
            out.add(Code.of(CONTINUE, target(s.label(), true)).at(s.start(), s.end()));
        } else if (statement instanceof Statement.Break s) {
            out.add(Code.of(BREAK, target(s.label(), false)).at(s.start(), s.end()));
        } else if (statement instanceof Statement.Return s) {
            returnStatement(s, out);
        } else if (statement instanceof Statement.With s) {
            with(s, out);
        } else if (statement instanceof Statement.Switch s) {
            switchStatement(s, Set.of(), out);
        } else if (statement instanceof Statement.Labelled s) {
            labelled(s, out);
        } else if (statement instanceof Statement.Throw s) {
            out.add(Code.of(THROW, w.expressions.expression(s.argument())).at(s.start(), s.end()));
        } else if (statement instanceof Statement.Try s) {
            tryStatement(s, out);
        } else if (statement instanceof Statement.Debugger s) {
            out.add(Code.of(DEBUGGER).at(s.start(), s.end()));
        } else if (statement instanceof Statement.ExportDefault s) {
            Code value = w.expressions.named(s.expression(), "default");
            out.add(UnitWriter.statement(w.variables.initialize("*default*", value)).at(s.start(), s.end()));
        }
    }

    // Blocks and declarations.

    private Code block(Object node, BlockScope declared, List<Statement> body) {
        Scope scope = w.analysis.scopeOf(node);
        List<Code> list = new ArrayList<>();
        if (scope == null) {
            statements(body, list);
            return Code.of(BLOCK, list);
        }
        w.open(scope);
        w.functions.hoist(Functions.functions(declared.lexicals()), list);
        disposing(body, declared.lexicals(), list);
        return w.closeBlock(scope, list);
    }

    void declaration(Statement.VariableDeclaration s, List<Code> out) {
        for (Statement.Declarator d : s.declarators()) {
            if (s.kind() == Statement.VariableKind.VAR) {
                if (d.initializer() != null) {
                    variable(d.target(), d.initializer(), d.start(), d.end(), out);
                }
                continue;
            }
            Code value = d.initializer() == null ? Code.of(UNDEFINED) : initializer(d);
            if (s.kind() == Statement.VariableKind.USING || s.kind() == Statement.VariableKind.AWAIT_USING) {
                value = disposable(value, s.kind() == Statement.VariableKind.AWAIT_USING, d.start(), d.end());
            }
            List<Code> list = new ArrayList<>();
            w.patterns.bind(d.target(), value, Patterns.Mode.INITIALIZE, list);
            out.add(UnitWriter.statement(UnitWriter.comma(list)).at(d.start(), d.end()));
        }
    }

    Code disposable(Code value, boolean async, int start, int end) {
        return Code.of(ADD_DISPOSABLE, w.f.disposeSlot, value, async ? 1 : 0).at(start, end);
    }

    private Code initializer(Statement.Declarator d) {
        return d.target() instanceof Pattern.Binding b ? w.expressions.named(d.initializer(), b.name())
                : w.expressions.expression(d.initializer());
    }

    /** A var with a value: assigned by name, for a {@code with} or a catch parameter may have the name. */
    void variable(Pattern target, Expression value, int start, int end, List<Code> out) {
        List<Code> list = new ArrayList<>();
        if (target instanceof Pattern.Binding b) {
            Place place = w.variables.place(b.name());
            list.addAll(place.setup());
            list.add(place.set(w.expressions.named(value, b.name())).at(b.start(), b.end()));
            place.release();
        } else {
            w.patterns.bind(target, w.expressions.expression(value), Patterns.Mode.ASSIGN, list);
        }
        out.add(UnitWriter.statement(UnitWriter.comma(list)).at(start, end));
    }

    /** A function in a block is assigned to the function's variable of that name when its declaration is reached (§B.3.2). */
    private void functionDeclaration(Statement.FunctionDeclaration s, List<Code> out) {
        if (!w.f.scope.hoists(s.function())) {
            return;
        }
        Code value = w.variables.read(w.variables.declared(s.bindingName()));
        out.add(UnitWriter.statement(w.variables.assignVariable(s.bindingName(), value)));
    }

    private void ifStatement(Statement.If s, List<Code> out) {
        startUndefined(out);
        Code test = w.expressions.expression(s.test());
        Code consequent = w.branch(s.consequent());
        Code alternate = s.alternate() == null ? null : w.branch(s.alternate());
        out.add(Code.of(IF, test, consequent, alternate).at(s.start(), s.end()));
    }

    // Jumps.

    private int target(String label, boolean continues) {
        for (FunctionWriter.Target t = w.f.targets; t != null; t = t.outer()) {
            boolean unlabelled = continues ? t.continues() : t.breaks();
            if (label == null ? unlabelled : t.names().contains(label)) {
                return t.label();
            }
        }
        throw new IllegalArgumentException("no target for " + label);
    }

    private void labelled(Statement.Labelled s, List<Code> out) {
        Set<String> names = new HashSet<>();
        Statement body = s;
        while (body instanceof Statement.Labelled l) {
            names.add(l.label());
            body = l.body();
        }
        if (Loops.isLoop(body)) {
            w.loops.loop(body, names, out);
        } else if (body instanceof Statement.Switch switchStatement) {
            switchStatement(switchStatement, names, out);
        } else {
            leavable(body, names, out);
        }
    }

    private void leavable(Statement body, Set<String> names, List<Code> out) {
        int label = w.f.newLabel();
        FunctionWriter.Target outer = w.f.targets;
        w.f.targets = new FunctionWriter.Target(outer, label, names, false, false);
        Code code = w.branch(body);
        w.f.targets = outer;
        out.add(Code.of(LABELED, label, code));
    }

    private void returnStatement(Statement.Return s, List<Code> out) {
        Code value = s.argument() == null ? null : w.expressions.expression(s.argument());
        if (w.f.resultSlot >= 0) {
            w.f.usesExit = true;
            Code result = value == null ? Code.of(UNDEFINED) : value;
            out.add(UnitWriter.statement(UnitWriter.setLocal(w.f.resultSlot, result)).at(s.start(), s.end()));
            out.add(Code.of(BREAK, w.f.exitLabel));
            return;
        }
        FunctionNode node = w.f.scope.node;
        if (value != null && node.async() && node.generator()) {
            value = Code.of(AWAIT, value).at(s.start(), s.end());
        }
        out.add(Code.of(RETURN, value).at(s.start(), s.end()));
    }

    // with, switch, try.

    private void with(Statement.With s, List<Code> out) {
        startUndefined(out);
        Code object = Code.of(TO_OBJECT, w.expressions.expression(s.object())).at(s.object().start(), s.object().end());
        Scope scope = w.analysis.scopeOf(s);
        int t = w.f.temporary();
        out.add(UnitWriter.statement(UnitWriter.setLocal(t, object)));
        w.open(scope);
        List<Code> list = new ArrayList<>();
        list.add(UnitWriter.statement(w.variables.initialize(scope.object(), UnitWriter.local(t))));
        w.f.release(t);
        statement(s.body(), list);
        out.add(w.closeBlock(scope, list));
    }

    private void switchStatement(Statement.Switch s, Set<String> names, List<Code> out) {
        startUndefined(out);
        Code discriminant = w.expressions.expression(s.discriminant());
        Scope scope = w.analysis.scopeOf(s);
        int t = w.f.temporary();
        out.add(UnitWriter.statement(UnitWriter.setLocal(t, discriminant)).at(s.start(), s.discriminant().end()));
        w.open(scope);
        List<Code> list = new ArrayList<>();
        w.functions.hoist(Functions.functions(s.scope().lexicals()), list);
        int label = w.f.newLabel();
        FunctionWriter.Target outer = w.f.targets;
        w.f.targets = new FunctionWriter.Target(outer, label, names, true, false);
        List<Code> cases = new ArrayList<>();
        for (Statement.Case c : s.cases()) {
            Code test = c.test() == null ? null : w.branch(c.test());
            List<Code> body = new ArrayList<>();
            Region outerRegion = w.enterRegion();
            statements(c.body(), body);
            w.leaveRegion(outerRegion);
            cases.add(Code.of(CASE_CLAUSE, test, body));
            // The next case may be entered past the declarations of this one.
            for (Binding b : scope.bindings()) {
                b.initialized &= !b.kind.hasDeadZone();
            }
        }
        w.f.targets = outer;
        list.add(Code.of(SWITCH, label, UnitWriter.local(t), cases));
        w.f.release(t);
        out.add(w.closeBlock(scope, list));
    }

    private void tryStatement(Statement.Try s, List<Code> out) {
        startUndefined(out);
        Code block = w.branch(s.block());
        Integer slot = null;
        Code handler = null;
        if (s.handler() != null) {
            Scope scope = s.parameter() == null ? null : w.analysis.scopeOf(s);
            if (scope == null) {
                handler = w.branch(s.handler());
            } else {
                int t = w.f.newSlot();
                slot = t;
                Region outer = w.enterRegion();
                handler = catchClause(s, scope, t);
                w.leaveRegion(outer);
            }
        }
        Code finalizer = s.finalizer() == null ? null : finalizer(s.finalizer());
        out.add(Code.of(TRY, block, slot, handler, finalizer).at(s.start(), s.end()));
    }

    private Code catchClause(Statement.Try s, Scope scope, int slot) {
        w.open(scope);
        List<Code> list = new ArrayList<>();
        startUndefined(list);
        Binding simple = s.parameter() instanceof Pattern.Binding p ? scope.get(p.name()) : null;
        if (simple != null && !simple.captured) {
            simple.slot = slot;
            w.variables.initialized(simple);
        } else {
            List<Code> bind = new ArrayList<>();
            w.patterns.bind(s.parameter(), UnitWriter.local(slot), Patterns.Mode.INITIALIZE, bind);
            list.add(UnitWriter.statement(UnitWriter.comma(bind)).at(s.parameter().start(), s.parameter().end()));
        }
        statement(s.handler(), list);
        return w.closeBlock(scope, list);
    }

    /** The completion value of a finally block counts only if the block ends abruptly. */
    private Code finalizer(Statement.Block finalizer) {
        if (!w.f.completes) {
            return single(finalizer);
        }
        int t = w.f.newSlot();
        List<Code> list = new ArrayList<>();
        list.add(UnitWriter.statement(UnitWriter.setLocal(t, UnitWriter.local(w.f.completionSlot))));
        startUndefined(list);
        statement(finalizer, list);
        complete(UnitWriter.local(t), list);
        return Code.of(BLOCK, list);
    }
}
