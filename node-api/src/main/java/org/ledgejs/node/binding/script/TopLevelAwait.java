package org.ledgejs.node.binding.script;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.Pattern;
import org.ledgejs.language.syntax.Statement;
import org.ledgejs.language.syntax.Statement.VariableKind;
import org.ledgejs.language.syntax.SyntaxException;

/**
 * {@code await} at a prompt: the input becomes the body of an async function that is called at once, and what it declares at its top
 * is declared before that, so that later inputs see it. The value of the last expression comes as {@code { value }}, for a
 * promise must not be awaited twice.
 */
final class TopLevelAwait {
    static final String PREFIX = "(async () => { ";
    private static final String SUFFIX = " })()";

    private final String text;
    private final StringBuilder declarations = new StringBuilder();
    private final List<Edit> edits = new ArrayList<>();
    private boolean awaits;
    private boolean returns;

    /** Text in the place of [from, to); of several at one place the first comes first. */
    private record Edit(int from, int to, String replacement) { }

    private TopLevelAwait(String text) {
        this.text = text;
    }

    /** @return null if nothing is awaited */
    static String transform(String input) throws SyntaxException {
        String wrapped = PREFIX + input + SUFFIX;
        Statement statement = Parser.parseScript(new SourceText("REPL", wrapped), ParseOptions.DEFAULT).body().getFirst();
        if (!(statement instanceof Statement.ExpressionStatement e && e.expression() instanceof Expression.Call call
                && call.callee() instanceof FunctionNode function)) {
            return null;
        }
        TopLevelAwait transformation = new TopLevelAwait(wrapped);
        for (Statement each : function.body()) {
            transformation.statement(each, true);
        }
        if (!transformation.awaits || transformation.returns) {
            return null;
        }
        transformation.returnValue(function.body());
        return transformation.result();
    }

    /** Whether an input that does not parse may go on. */
    static boolean isIncomplete(String input) {
        try {
            Parser.parseScript(new SourceText("REPL", PREFIX + input), ParseOptions.DEFAULT);
            return false;
        } catch (SyntaxException e) {
            return e.incomplete();
        }
    }

    private void statement(Statement node, boolean top) {
        switch (node) {
            case Statement.ClassDeclaration c when top -> {
                declare("let", List.of(c.bindingName()));
                edits.add(new Edit(c.start(), c.start(), c.bindingName() + "="));
                children(c.classNode());
            }
            case Statement.FunctionDeclaration f -> {
                declare("var", List.of(f.bindingName()));
                edits.add(new Edit(f.start(), f.start(), "this." + f.bindingName() + " = " + f.bindingName() + "; "));
            }
            case Statement.VariableDeclaration v when v.kind() == VariableKind.VAR || top && !isUsing(v.kind()) -> variables(v);
            case Statement.VariableDeclaration v -> {
                awaits |= v.kind() == VariableKind.AWAIT_USING;
                children(v);
            }
            case Statement.ForOf loop -> {
                awaits |= loop.await() || loop.kind() == VariableKind.AWAIT_USING;
                loopVariable(loop.kind(), loop.start(), loop.target());
                children(loop);
            }
            case Statement.ForIn loop -> {
                loopVariable(loop.kind(), loop.start(), loop.target());
                children(loop);
            }
            case Statement.Return r -> {
                returns = true;
                children(r);
            }
            default -> children(node);
        }
    }

    private static boolean isUsing(VariableKind kind) {
        return kind == VariableKind.USING || kind == VariableKind.AWAIT_USING;
    }

    private void variables(Statement.VariableDeclaration node) {
        boolean several = node.declarators().size() > 1;
        edits.add(new Edit(node.start(), node.start() + node.kind().text().length(), several ? "void (" : "void"));
        List<String> names = new ArrayList<>();
        for (Statement.Declarator each : node.declarators()) {
            names(each.target(), names);
            edits.add(new Edit(each.start(), each.start(), "("));
            children(each);
            edits.add(new Edit(each.end(), each.end(), each.initializer() == null ? "=undefined)" : ")"));
        }
        if (several) {
            int end = node.declarators().getLast().end();
            edits.add(new Edit(end, end, ")"));
        }
        declare(node.kind() == VariableKind.VAR ? "var" : "let", names);
    }

    /** {@code for (var x of y)} assigns to a variable that is declared before. */
    private void loopVariable(VariableKind kind, int start, Pattern target) {
        if (kind == VariableKind.VAR) {
            int keyword = text.lastIndexOf("var", target.start());
            if (keyword > start) {
                List<String> names = new ArrayList<>();
                names(target, names);
                declare("var", names);
                edits.add(new Edit(keyword, keyword + "var".length(), ""));
            }
        }
    }

    private static void names(Pattern pattern, List<String> names) {
        switch (pattern) {
            case Pattern.Binding b -> names.add(b.name());
            case Pattern.Default d -> names(d.target(), names);
            case Pattern.Rest r -> names(r.target(), names);
            case Pattern.ArrayPattern a -> a.elements().forEach(each -> names(each, names));
            case Pattern.ObjectPattern o -> {
                o.properties().forEach(each -> names(each.value(), names));
                if (o.rest() != null) {
                    names(o.rest(), names);
                }
            }
            default -> { }
        }
    }

    private void declare(String kind, List<String> names) {
        if (!names.isEmpty()) {
            declarations.append(kind).append(' ').append(String.join(", ", names)).append("; ");
        }
    }

    /** Looks into everything of a node but other functions. */
    private void children(Object node) {
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            try {
                child(component.getAccessor().invoke(node));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void child(Object value) {
        switch (value) {
            case null -> { }
            case FunctionNode unused -> { }
            case List<?> list -> list.forEach(this::child);
            case Statement statement -> statement(statement, false);
            case Expression.Await await -> {
                awaits = true;
                children(await);
            }
            case Record part when Modifier.isPublic(part.getClass().getModifiers()) -> children(part);
            default -> { }
        }
    }

    private void returnValue(List<Statement> body) {
        for (Statement last : body.reversed()) {
            if (last instanceof Statement.Empty) {
                continue;
            }
            if (last instanceof Statement.ExpressionStatement e) {
                // Parentheses around the whole belong to the statement, not to the expression.
                edits.addFirst(new Edit(e.expression().start(), e.expression().start(), "{ value: ("));
                edits.addFirst(new Edit(e.start(), e.start(), "return "));
                edits.add(new Edit(e.expression().end(), e.expression().end(), ") }"));
            }
            return;
        }
    }

    private String result() {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort((a, b) -> Integer.compare(a.from(), b.from()));
        StringBuilder result = new StringBuilder(declarations);
        int done = 0;
        for (Edit edit : sorted) {
            result.append(text, done, edit.from()).append(edit.replacement());
            done = edit.to();
        }
        return result.append(text, done, text.length()).toString();
    }
}
