package org.ledgejs.language.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Shows a unit as readable text: one S-expression an op, the name of the op first, slots as {@code $1}, labels as {@code L1}, functions
 * as {@code fn1}, scopes as {@code scope1}. Literals stand for themselves, a slot for reading it, an expression for the statement that
 * evaluates it.
 */
public final class CodePrinter {
    private static final int WIDTH = 110;

    private final CodeUnit unit;
    private final boolean positions;
    private final StringBuilder out = new StringBuilder();
    private CodeCursor cursor;

    private CodePrinter(CodeUnit unit, boolean positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** The whole unit, without source positions. */
    public static String print(CodeUnit unit) {
        return print(unit, false);
    }

    /** @param positions whether to show the source range of ops, as {@code @start+length} */
    public static String print(CodeUnit unit, boolean positions) {
        CodePrinter printer = new CodePrinter(unit, positions);
        printer.module();
        for (int i = 0; i < unit.scopeCount(); i++) {
            printer.scope(i);
        }
        for (int i = 0; i < unit.functionCount(); i++) {
            printer.function(unit.function(i));
        }
        return printer.out.toString();
    }

    /** One function of a unit, without source positions. */
    public static String print(FunctionCode function) {
        CodePrinter printer = new CodePrinter(function.unit(), false);
        printer.function(function);
        return printer.out.toString();
    }

    private void module() {
        ModuleInfo module = unit.module();
        if (module == null) {
            return;
        }
        out.append("module scope").append(module.scope()).append(module.hasTopLevelAwait() ? " await\n" : "\n");
        for (ModuleInfo.Request r : module.requests()) {
            out.append("  request ").append(quote(r.specifier()));
            r.attributes().forEach((k, v) -> out.append(' ').append(k).append('=').append(quote(v)));
            out.append(r.phase() == ModuleInfo.Phase.EVALUATION ? "\n" : " " + lower(r.phase()) + "\n");
        }
        for (ModuleInfo.Import i : module.imports()) {
            out.append("  import ").append(i.name() == null ? "*" : i.name()).append(" from ").append(i.request()).append(" in ").append(i.slot())
                    .append('\n');
        }
        module.localExports().forEach(e -> out.append("  export ").append(e.exportName()).append(" = ").append(e.slot()).append('\n'));
        module.indirectExports().forEach(e -> out.append("  export ").append(e.exportName()).append(" = ")
                .append(e.name() == null ? "*" : e.name()).append(" from ").append(e.request()).append('\n'));
        module.starExports().forEach(e -> out.append("  export * from ").append(e).append('\n'));
    }

    private void scope(int index) {
        ScopeInfo s = unit.scope(index);
        out.append("scope").append(index).append(' ').append(lower(s.kind())).append(" of fn").append(s.function());
        if (s.parent() >= 0) {
            out.append(" in scope").append(s.parent());
        }
        out.append(" size ").append(s.size()).append(':');
        for (ScopeInfo.Variable v : s.variables()) {
            out.append(' ').append(v.name()).append(v.captured() ? "=" : "=$").append(v.slot()).append(flags(v.flags()));
        }
        out.append('\n');
    }

    private static String flags(int flags) {
        StringJoiner joiner = new StringJoiner(",", "(", ")").setEmptyValue("");
        String[] names = {"const", "lexical", "internal", "private", "name", "import"};
        for (int i = 0; i < names.length; i++) {
            if ((flags & 1 << i) != 0) {
                joiner.add(names[i]);
            }
        }
        return joiner.toString();
    }

    private static String lower(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT);
    }

    private void function(FunctionCode f) {
        out.append("fn").append(f.index()).append(' ').append(quote(f.name()));
        String[] names = {"strict", "arrow", "async", "generator", "method", "getter", "setter", "class", "derived", "fields", "script", "module",
            "eval", "dynamic"};
        for (int i = 0; i < names.length; i++) {
            if (f.is(1 << i)) {
                out.append(' ').append(names[i]);
            }
        }
        out.append(" length ").append(f.length()).append(" slots ").append(f.frameSlots()).append('\n');
        cursor = f.cursor();
        Form prologue = form();
        Form body = form();
        if (!prologue.head.equals("block") || !prologue.parts.isEmpty()) {
            prologue.lay("  prologue ", "  ", out);
        }
        body.lay("  ", "  ", out);
    }

    /** An op with its operands as text. */
    private record Form(String head, List<Form> parts) {

        private Form(String text) {
            this(text, null);
        }

        private int width() {
            if (parts == null) {
                return head.length();
            }
            int width = head.length() + 2;
            for (Form part : parts) {
                width += part.width() + 1;
                if (width > WIDTH) {
                    break;
                }
            }
            return width;
        }

        private void flat(StringBuilder out) {
            if (parts == null) {
                out.append(head);
                return;
            }
            out.append('(').append(head);
            for (Form part : parts) {
                out.append(out.charAt(out.length() - 1) == '(' ? "" : " ");
                part.flat(out);
            }
            out.append(')');
        }

        private void lay(String before, String indent, StringBuilder out) {
            out.append(before);
            if (parts == null || indent.length() + width() <= WIDTH && parts.stream().noneMatch(Form::isBlock)) {
                flat(out);
                out.append('\n');
                return;
            }
            out.append('(').append(head);
            int i = 0;
            while (i < parts.size() && parts.get(i).parts == null) {
                out.append(out.charAt(out.length() - 1) == '(' ? "" : " ");
                parts.get(i++).flat(out);
            }
            out.append('\n');
            for (; i < parts.size(); i++) {
                parts.get(i).lay(indent + "  ", indent + "  ", out);
            }
            out.setLength(out.length() - 1);
            out.append(")\n");
        }

        private boolean isBlock() {
            return parts != null && head.endsWith("block") && parts.size() > 1;
        }
    }

    private Form form() {
        Op op = cursor.op();
        String at = positions && cursor.sourceStart() >= 0 ? "@" + cursor.sourceStart() + "+" + cursor.sourceLength() : "";
        switch (op) {
            case EXPRESSION_STATEMENT -> {
                return form();
            }
            case INT32 -> {
                return new Form(Integer.toString(cursor.signed()));
            }
            case NUMBER -> {
                return new Form(Double.toString(cursor.number()));
            }
            case STRING_LITERAL -> {
                return new Form(quote(cursor.string()));
            }
            case LOCAL_GET -> {
                return new Form("$" + cursor.unsigned() + at);
            }
            default -> { }
        }
        String head = lower(op) + at;
        if (op.operandCount() == 0) {
            return new Form(head, op.kind() == Op.Kind.EXPRESSION ? null : List.of());
        }
        List<Form> parts = new ArrayList<>();
        for (int i = 0; i < op.operandCount(); i++) {
            operand(op, op.operand(i), parts);
        }
        return new Form(head, parts);
    }

    private void operand(Op op, Operand kind, List<Form> parts) {
        switch (kind) {
            case EXPR, OPT_EXPR, STMT, OPT_STMT -> parts.add(form());
            case EXPRS, STMTS, MEMBERS, ELEMENTS, CASES -> {
                int count = cursor.unsigned();
                for (int i = 0; i < count; i++) {
                    parts.add(form());
                }
            }
            case UINT -> parts.add(new Form(Integer.toString(cursor.unsigned())));
            case INT -> parts.add(new Form(Integer.toString(cursor.signed())));
            case DOUBLE -> parts.add(new Form(Double.toString(cursor.number())));
            case STRING -> parts.add(new Form(quote(cursor.string())));
            case OPT_STRING -> parts.add(new Form(quote(cursor.optionalString())));
            case STRINGS, OPT_STRINGS -> {
                StringJoiner joiner = new StringJoiner(" ", "[", "]");
                int count = cursor.unsigned();
                for (int i = 0; i < count; i++) {
                    joiner.add(quote(kind == Operand.STRINGS ? cursor.string() : cursor.optionalString()));
                }
                parts.add(new Form(joiner.toString()));
            }
            case SLOT -> parts.add(new Form("$" + cursor.unsigned()));
            case OPT_SLOT -> {
                int slot = cursor.optionalIndex();
                parts.add(new Form(slot < 0 ? "-" : "$" + slot));
            }
            case FUNCTION -> parts.add(new Form("fn" + cursor.unsigned()));
            case SCOPE -> parts.add(new Form("scope" + cursor.unsigned()));
            case MAPPING -> {
                StringJoiner joiner = new StringJoiner(" ", "[", "]");
                int count = cursor.unsigned();
                for (int i = 0; i < count; i++) {
                    int index = cursor.optionalIndex();
                    joiner.add(index < 0 ? "-" : Integer.toString(index));
                }
                parts.add(new Form(joiner.toString()));
            }
            case LABEL -> parts.add(new Form("L" + cursor.unsigned()));
            case FLAGS -> {
                int flags = cursor.flags();
                if (flags != 0 || op == Op.CLASS) {
                    parts.add(new Form("/" + flags));
                }
            }
        }
    }

    private static String quote(String s) {
        if (s == null) {
            return "-";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
