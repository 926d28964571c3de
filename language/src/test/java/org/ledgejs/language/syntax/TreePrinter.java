package org.ledgejs.language.syntax;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.StringJoiner;
import org.ledgejs.language.source.SourceText;

/** Shows trees in short for tests: {@code Name(component, …)} without offsets, scopes and facts. */
final class TreePrinter {

    private TreePrinter() {
    }

    /** The statements of a script, or the only expression of one. */
    static String script(String text) {
        return print(parse(text).body());
    }

    /** The expression that a script consists of. */
    static String expression(String text) {
        return print(expressionNode(text));
    }

    static Expression expressionNode(String text) {
        return ((Statement.ExpressionStatement) parse(text).body().getFirst()).expression();
    }

    static Program.ScriptNode parse(String text) {
        return Parser.parseScript(new SourceText("test", text), ParseOptions.DEFAULT);
    }

    static Program.ModuleNode module(String text) {
        return Parser.parseModule(new SourceText("test", text), ParseOptions.DEFAULT);
    }

    static String print(Object value) {
        return switch (value) {
            case null -> "-";
            case String text -> "'" + text + "'";
            case List<?> list -> {
                StringJoiner joiner = new StringJoiner(", ", "[", "]");
                list.forEach(item -> joiner.add(print(item)));
                yield joiner.toString();
            }
            case Expression.Identifier(_, _, String name) -> name;
            case Pattern.Binding(_, _, String name) -> name;
            case Expression.NumberLiteral literal -> literal.isInt()
                    ? Integer.toString((int) literal.value()) : Double.toString(literal.value());
            case Expression.BigIntLiteral(_, _, var big) -> big + "n";
            case FunctionNode function -> function(function);
            case Record node -> node(node);
            default -> value.toString();
        };
    }

    private static String function(FunctionNode function) {
        String modifiers = (function.async() ? "async " : "") + (function.generator() ? "*" : "");
        return modifiers + function.kind() + (function.name() == null ? "" : " " + function.name())
                + print(function.parameters()) + print(function.body());
    }

    private static String node(Record node) {
        StringJoiner joiner = new StringJoiner(", ", node.getClass().getSimpleName() + "(", ")");
        joiner.setEmptyValue(node.getClass().getSimpleName());
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (component.getName().equals("start") || component.getName().equals("end")
                    || component.getType() == BlockScope.class) {
                continue;
            }
            try {
                Object value = component.getAccessor().invoke(node);
                if (!component.getName().equals("decorators") || !List.of().equals(value)) {
                    joiner.add(print(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        return joiner.toString();
    }
}
