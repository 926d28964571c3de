package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    static boolean isLoop(Statement s) {
        return s instanceof Statement.For || s instanceof Statement.ForOf || s instanceof Statement.While || s instanceof Statement.ForIn
                || s instanceof Statement.DoWhile;
    }

    /** Writes a loop that has the given labels before it. */
    void loop(Statement statement, Set<String> names, List<Code> out) {
        w.statements.startUndefined(out);
        if (statement instanceof Statement.For s) {
            forLoop(s, names, out);
        } else if (statement instanceof Statement.ForOf s) {
            forOf(s, names, out);
        } else if (statement instanceof Statement.ForIn s) {
            forIn(s, names, out);
        } else if (statement instanceof Statement.While s) {
            whileLoop(s, names, out);
        } else {
            doWhile((Statement.DoWhile) statement, names, out);
        }
    }

    /** What is written from now on runs again and again; break and continue of the label lead to its end. */
    private Region enter(int label, Set<String> names) {
        w.f.targets = new FunctionWriter.Target(w.f.targets, label, names, true, true);
        w.f.loopDepth++;
        return w.enterRegion();
    }

    private void leave(Region outer) {
        w.leaveRegion(outer);
        w.f.loopDepth--;
        w.f.targets = w.f.targets.outer();
    }

    private Code body(int label, Set<String> names, Statement body) {
        Region outer = enter(label, names);
        Code code = w.statements.single(body);
        leave(outer);
        return code;
    }

    /** A test runs once more than the body. */
    private Code test(Expression e) {
        w.f.loopDepth++;
        Code code = w.expressions.expression(e);
        w.f.loopDepth--;
        return code;
    }

    private void whileLoop(Statement.While s, Set<String> names, List<Code> out) {
        int label = w.f.newLabel();
        Code test = test(s.test());
        out.add(Code.of(WHILE, label, test, body(label, names, s.body())).at(s.start(), s.end()));
    }

    private void doWhile(Statement.DoWhile s, Set<String> names, List<Code> out) {
        int label = w.f.newLabel();
        Code body = body(label, names, s.body());
        out.add(Code.of(DO_WHILE, label, body, test(s.test())).at(s.start(), s.end()));
    }

    private void forLoop(Statement.For s, Set<String> names, List<Code> out) {
        Scope head = w.analysis.scopeOf(s);
        if (head == null) {
            if (s.init() instanceof Statement.VariableDeclaration d) {
                w.statements.declaration(d, out);
            } else if (s.init() instanceof Statement.ExpressionStatement e) {
                out.add(UnitWriter.statement(w.expressions.effect(e.expression())).at(e.start(), e.end()));
            }
            out.add(repeat(s, names, null));
            return;
        }
        w.open(head);
        List<Code> list = new ArrayList<>();
        Statement.VariableKind kind = ((Statement.VariableDeclaration) s.init()).kind();
        if (isUsing(kind)) {
            boolean async = kind == Statement.VariableKind.AWAIT_USING;
            Code code = w.statements.disposeScope(async, list, () -> declareAndRepeat(s, names, head, list));
            out.add(w.closeBlock(head, new ArrayList<>(List.of(code))));
        } else {
            declareAndRepeat(s, names, head, list);
            out.add(w.closeBlock(head, list));
        }
    }

    private void declareAndRepeat(Statement.For s, Set<String> names, Scope head, List<Code> list) {
        Statement.VariableDeclaration declaration = (Statement.VariableDeclaration) s.init();
        w.statements.declaration(declaration, list);
        Scope copied = head.isMaterialized() && declaration.kind() == Statement.VariableKind.LET ? head : null;
        if (copied != null && head.capturedInHead) {
            list.add(UnitWriter.statement(Code.of(COPY_SCOPE, head.slot)));
        }
        list.add(repeat(s, names, copied));
    }

    private Code repeat(Statement.For s, Set<String> names, Scope copied) {
        int label = w.f.newLabel();
        Code test = s.test() == null ? null : test(s.test());
        Code update = s.update() == null ? null : update(s.update());
        if (copied != null) {
            Code copy = Code.of(COPY_SCOPE, copied.slot);
            update = update == null ? copy : Code.of(COMMA, List.of(copy, update));
        }
        return Code.of(FOR, label, test, update, body(label, names, s.body())).at(s.start(), s.end());
    }

    private Code update(Expression e) {
        w.f.loopDepth++;
        Region outer = w.enterRegion();
        Code code = w.expressions.effect(e);
        w.leaveRegion(outer);
        w.f.loopDepth--;
        return code;
    }

    // for-in, for-of.

    private void forIn(Statement.ForIn s, Set<String> names, List<Code> out) {
        if (s.initializer() != null) {
            w.statements.variable(s.target(), s.initializer(), s.target().start(), s.initializer().end(), out);
        }
        Code object = source(s, s.object());
        int label = w.f.newLabel();
        Region outer = enter(label, names);
        List<Code> list = new ArrayList<>();
        int slot = bind(s, s.kind(), s.target(), s.body(), list);
        Code body = close(s, list);
        leave(outer);
        out.add(Code.of(FOR_IN, label, object, slot, body).at(s.start(), s.end()));
    }

    private void forOf(Statement.ForOf s, Set<String> names, List<Code> out) {
        Code iterable = source(s, s.iterable());
        int label = w.f.newLabel();
        Region outer = enter(label, names);
        List<Code> list = new ArrayList<>();
        int slot = bind(s, s.kind(), s.target(), s.body(), list);
        Code body = close(s, list);
        leave(outer);
        out.add(Code.of(FOR_OF, label, iterable, slot, s.await() ? 1 : 0, body).at(s.start(), s.end()));
    }

    /** What is iterated, in a scope where the loop's variables are dead. */
    private Code source(Statement node, Expression source) {
        Scope head = w.analysis.headScopeOf(node);
        if (head != null) {
            w.open(head);
        }
        Code code = w.expressions.expression(source);
        if (code.start() < 0) {
            code.at(source.start(), source.end());
        }
        if (head == null) {
            return code;
        }
        w.close(head);
        return head.isMaterialized() ? Code.of(COMMA, List.of(w.newScope(head), code)) : code;
    }

    /** Writes an iteration: the target gets the value from the slot that is returned, then the body. */
    private int bind(Statement node, Statement.VariableKind kind, Pattern target, Statement body, List<Code> out) {
        Scope iteration = w.analysis.scopeOf(node);
        Binding direct = directBinding(kind, target, iteration);
        if (iteration != null) {
            w.open(iteration);
        }
        if (direct == null) {
            int slot = w.f.newSlot();
            bind(kind, target, slot, body, out);
            out.add(Code.of(LOCAL_CLEAR, slot));
            return slot;
        }
        int slot = w.variables.slot(direct);
        w.variables.initialized(direct);
        w.statements.statement(body, out);
        return slot;
    }

    private Code close(Statement node, List<Code> list) {
        Scope iteration = w.analysis.scopeOf(node);
        if (iteration != null) {
            return w.closeBlock(iteration, list);
        }
        return list.isEmpty() ? Code.of(EMPTY) : UnitWriter.block(list);
    }

    /** The variable whose slot the loop can store the value in itself: a single one in the frame. */
    private Binding directBinding(Statement.VariableKind kind, Pattern target, Scope iteration) {
        if (!(target instanceof Pattern.Binding p) || isUsing(kind)) {
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
        if (isUsing(kind)) {
            boolean async = kind == Statement.VariableKind.AWAIT_USING;
            List<Code> list = new ArrayList<>();
            out.add(w.statements.disposeScope(async, list, () -> {
                assign(target, w.statements.disposable(value, async, target.start(), target.end()), Patterns.Mode.INITIALIZE, list);
                w.statements.statement(body, list);
            }));
            return;
        }
        boolean lexical = kind != null && kind.isLexical();
        assign(target, value, lexical ? Patterns.Mode.INITIALIZE : Patterns.Mode.ASSIGN, out);
        w.statements.statement(body, out);
    }

    private static boolean isUsing(Statement.VariableKind kind) {
        return kind == Statement.VariableKind.USING || kind == Statement.VariableKind.AWAIT_USING;
    }

    private void assign(Pattern target, Code value, Patterns.Mode mode, List<Code> out) {
        List<Code> list = new ArrayList<>();
        w.patterns.bind(target, value, mode, list);
        out.add(UnitWriter.statement(UnitWriter.comma(list)).at(target.start(), target.end()));
    }
}
