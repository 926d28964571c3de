package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.Pattern;
import org.ledgejs.language.syntax.Statement;

/** Loops (ECMA-262 §14.7). Where a closure captures a loop's variable, each iteration has a scope object of its own; else none has. */
final class Loops {
    private final UnitWriter w;

    Loops(UnitWriter w) {
        this.w = w;
    }

    /** Writes something that runs again and again, with the label that break and continue lead to. */
    private <T> T inLoop(int label, Set<String> names, Supplier<T> write) {
        FunctionWriter.Target outer = w.f.targets;
        w.f.targets = new FunctionWriter.Target(outer, label, names, true, true);
        w.f.loopDepth++;
        T result = w.inRegion(write);
        w.f.loopDepth--;
        w.f.targets = outer;
        return result;
    }

    void whileLoop(Statement.While s, Set<String> names, List<Code> out) {
        w.statements.startUndefined(out);
        int label = w.f.newLabel();
        w.f.loopDepth++;
        Code test = w.expressions.expression(s.test());
        w.f.loopDepth--;
        Code body = inLoop(label, names, () -> w.statements.single(s.body()));
        out.add(Code.of(WHILE, label, test, body).at(s.start(), s.end()));
    }

    void doWhile(Statement.DoWhile s, Set<String> names, List<Code> out) {
        w.statements.startUndefined(out);
        int label = w.f.newLabel();
        Code body = inLoop(label, names, () -> w.statements.single(s.body()));
        w.f.loopDepth++;
        Code test = w.expressions.expression(s.test());
        w.f.loopDepth--;
        out.add(Code.of(DO_WHILE, label, body, test).at(s.start(), s.end()));
    }

    void forLoop(Statement.For s, Set<String> names, List<Code> out) {
        w.statements.startUndefined(out);
        Scope head = w.analysis.scopeOf(s);
        if (head == null) {
            initialize(s.init(), out);
            out.add(loop(s, names, null));
            return;
        }
        w.open(head);
        List<Code> list = new ArrayList<>();
        Statement.VariableDeclaration declaration = (Statement.VariableDeclaration) s.init();
        Runnable write = () -> {
            w.statements.declaration(declaration, list);
            Scope copied = head.isMaterialized() && declaration.kind() == Statement.VariableKind.LET ? head : null;
            if (copied != null && head.capturedInHead) {
                list.add(UnitWriter.statement(Code.of(COPY_SCOPE, head.slot)));
            }
            list.add(loop(s, names, copied));
        };
        switch (declaration.kind()) {
            case USING, AWAIT_USING -> {
                Code code = w.statements.disposeScope(declaration.kind() == Statement.VariableKind.AWAIT_USING, list, write);
                out.add(w.closeBlock(head, new ArrayList<>(List.of(code))));
            }
            default -> {
                write.run();
                out.add(w.closeBlock(head, list));
            }
        }
    }

    private void initialize(Statement init, List<Code> out) {
        switch (init) {
            case null -> { }
            case Statement.VariableDeclaration d -> w.statements.declaration(d, out);
            case Statement.ExpressionStatement e -> out.add(UnitWriter.statement(w.expressions.effect(e.expression())).at(e.start(), e.end()));
            default -> throw new IllegalArgumentException(init.toString());
        }
    }

    private Code loop(Statement.For s, Set<String> names, Scope copied) {
        int label = w.f.newLabel();
        w.f.loopDepth++;
        Code test = s.test() == null ? null : w.expressions.expression(s.test());
        Code update = s.update() == null ? null : w.inRegion(() -> w.expressions.effect(s.update()));
        w.f.loopDepth--;
        if (copied != null) {
            Code copy = Code.of(COPY_SCOPE, copied.slot);
            update = update == null ? copy : Code.of(COMMA, List.of(copy, update));
        }
        Code body = inLoop(label, names, () -> w.statements.single(s.body()));
        return Code.of(FOR, label, test, update, body).at(s.start(), s.end());
    }

    // for-in, for-of.

    void forIn(Statement.ForIn s, Set<String> names, List<Code> out) {
        w.statements.startUndefined(out);
        if (s.initializer() != null) {
            String name = ((Pattern.Binding) s.target()).name();
            w.statements.variable(s.target(), () -> w.expressions.named(s.initializer(), name), s.target().start(), s.initializer().end(), out);
        }
        each(s, s.kind(), s.target(), s.object(), names, s.body(), out,
                (label, object, slot, body) -> Code.of(FOR_IN, label, object, slot, body).at(s.start(), s.end()));
    }

    void forOf(Statement.ForOf s, Set<String> names, List<Code> out) {
        w.statements.startUndefined(out);
        each(s, s.kind(), s.target(), s.iterable(), names, s.body(), out,
                (label, iterable, slot, body) -> Code.of(FOR_OF, label, iterable, slot, s.await() ? 1 : 0, body).at(s.start(), s.end()));
    }

    @FunctionalInterface
    private interface Maker {
        Code make(int label, Code source, int slot, Code body);
    }

    private void each(Statement node, Statement.VariableKind kind, Pattern target, Expression source, Set<String> names, Statement body,
            List<Code> out, Maker maker) {
        Scope head = w.analysis.headScopeOf(node);
        Code from;
        if (head == null) {
            from = source(source);
        } else {
            w.open(head);
            from = source(source);
            if (head.isMaterialized()) {
                from = Code.of(COMMA, List.of(w.newScope(head), from));
            }
            w.close(head);
        }
        int label = w.f.newLabel();
        Scope iteration = w.analysis.scopeOf(node);
        Binding direct = directBinding(kind, target, iteration);
        int[] slot = new int[1];
        Code code = inLoop(label, names, () -> {
            if (iteration != null) {
                w.open(iteration);
            }
            List<Code> list = new ArrayList<>();
            if (direct != null) {
                slot[0] = w.variables.slot(direct);
                w.variables.initialized(direct);
                w.statements.statement(body, list);
            } else {
                slot[0] = w.f.newSlot();
                bind(kind, target, slot[0], body, list);
            }
            if (iteration != null) {
                return w.closeBlock(iteration, list);
            }
            return list.isEmpty() ? Code.of(EMPTY) : UnitWriter.block(list);
        });
        out.add(maker.make(label, from, slot[0], code));
    }

    private Code source(Expression e) {
        Code code = w.expressions.expression(e);
        return code.start() < 0 ? code.at(e.start(), e.end()) : code;
    }

    /** The variable whose slot the loop can store the value in itself: a single one in the frame. */
    private Binding directBinding(Statement.VariableKind kind, Pattern target, Scope iteration) {
        if (!(target instanceof Pattern.Binding p) || kind == Statement.VariableKind.USING || kind == Statement.VariableKind.AWAIT_USING) {
            return null;
        }
        if (iteration != null) {
            Binding b = iteration.get(p.name());
            return b.captured || iteration.forced ? null : b;
        }
        Variables.Meaning meaning = w.variables.meaning(p.name());
        Binding b = meaning.binding();
        boolean own = meaning.objects().isEmpty() && b != null && !b.captured && b.kind == Binding.Kind.VAR;
        return own ? b : null;
    }

    private void bind(Statement.VariableKind kind, Pattern target, int slot, Statement body, List<Code> out) {
        Code value = UnitWriter.local(slot);
        switch (kind) {
            case null -> assign(target, value, Patterns.Mode.ASSIGN, out);
            case VAR -> assign(target, value, Patterns.Mode.ASSIGN, out);
            case LET, CONST -> assign(target, value, Patterns.Mode.INITIALIZE, out);
            case USING, AWAIT_USING -> {
                boolean async = kind == Statement.VariableKind.AWAIT_USING;
                List<Code> list = new ArrayList<>();
                out.add(w.statements.disposeScope(async, list, () -> {
                    assign(target, w.statements.disposable(value, async, target.start(), target.end()), Patterns.Mode.INITIALIZE, list);
                    w.statements.statement(body, list);
                }));
                return;
            }
        }
        w.statements.statement(body, out);
    }

    private void assign(Pattern target, Code value, Patterns.Mode mode, List<Code> out) {
        List<Code> list = new ArrayList<>();
        w.patterns.bind(target, value, mode, list);
        out.add(UnitWriter.statement(UnitWriter.comma(list)).at(target.start(), target.end()));
    }
}
