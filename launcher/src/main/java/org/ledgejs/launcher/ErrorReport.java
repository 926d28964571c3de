package org.ledgejs.launcher;

import java.io.PrintStream;
import java.util.List;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/**
 * Says on a stream why a program ended, in the form of Node: where, the line of source with a mark below it,
 * and the stack.
 */
final class ErrorReport {

    /** Own properties of errors by which the Node API tells what happened, in the order Node prints them. */
    private static final List<String> DETAILS = List.of("errno", "code", "syscall", "path", "dest", "address", "port", "requireStack");
    private static final int LONGEST_LINE = 400;

    private final PrintStream out;

    ErrorReport(PrintStream out) {
        this.out = out;
    }

    /** Prints {@code e} and returns the exit code it stands for. */
    int print(PolyglotException e) {
        if (e.isExit()) {
            return e.getExitStatus();
        }
        if (e.isCancelled() || e.isInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        if (e.isInternalError()) {
            return InternalError.report(e, out);
        }
        if (e.isResourceExhausted()) {
            return ExhaustedMemory.report(out);
        }
        excerpt(e.getSourceLocation());
        out.println(description(e));
        out.println();
        out.println("Ledge " + ShowVersion.version());
        return ExitCode.UNCAUGHT;
    }

    /** What a REPL says: the stack alone. */
    void printShort(PolyglotException e) {
        if (e.isInternalError()) {
            InternalError.report(e, out);
        } else {
            out.println("Uncaught " + description(e).replaceFirst("^Uncaught ", ""));
        }
    }

    private void excerpt(SourceSection where) {
        if (where == null || !where.isAvailable() || !where.hasLines() || !where.getSource().hasCharacters()
                || where.getSource().isInternal()) {
            return;
        }
        String path = where.getSource().getPath();
        out.println((path != null ? path : where.getSource().getName()) + ":" + where.getStartLine());
        String line = where.getSource().getCharacters(where.getStartLine()).toString();
        if (line.length() > LONGEST_LINE) {
            return;
        }
        out.println(line);
        int start = Math.min(where.getStartColumn() - 1, line.length());
        int end = where.getEndLine() == where.getStartLine() ? where.getEndColumn() : line.length();
        StringBuilder mark = new StringBuilder();
        for (int i = 0; i < start; i++) {
            mark.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        out.println(mark.append("^".repeat(Math.clamp(end - start, 1, Math.max(1, line.length() - start)))));
        out.println();
    }

    private static String description(PolyglotException e) {
        Value thrown = e.getGuestObject();
        if (thrown == null || !thrown.isException()) {
            return e.isHostException() || thrown == null ? polyglotStack(e) : "Uncaught " + thrown;
        }
        Value stack = member(thrown, "stack");
        String text = stack != null && stack.isString() ? stack.asString() : polyglotStack(e);
        return text + details(thrown);
    }

    /** As {@code util.inspect} shows the own properties of an error: the few that say what the system answered. */
    private static String details(Value thrown) {
        StringBuilder found = new StringBuilder();
        for (String name : DETAILS) {
            Value value = member(thrown, name);
            if (value != null && !value.isNull()) {
                found.append(found.isEmpty() ? " {\n" : ",\n").append("  ").append(name).append(": ").append(show(value));
            }
        }
        return found.isEmpty() ? "" : found.append("\n}").toString();
    }

    private static String show(Value value) {
        if (value.isString()) {
            return "'" + value.asString().replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
        if (value.hasArrayElements()) {
            StringBuilder list = new StringBuilder("[");
            for (long i = 0; i < value.getArraySize(); i++) {
                list.append(i == 0 ? " " : ", ").append(show(value.getArrayElement(i)));
            }
            return list.append(value.getArraySize() == 0 ? "]" : " ]").toString();
        }
        return value.toString();
    }

    /** A property read while reporting must not fail the report: a getter may throw. */
    private static Value member(Value object, String name) {
        try {
            return object.hasMembers() && object.hasMember(name) ? object.getMember(name) : null;
        } catch (PolyglotException e) {
            return null;
        }
    }

    private static String polyglotStack(PolyglotException e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
            if (frame.isGuestFrame()) {
                text.append("\n    at ").append(frame.getRootName());
                SourceSection at = frame.getSourceLocation();
                if (at != null && at.hasLines()) {
                    text.append(" (").append(at.getSource().getName()).append(':').append(at.getStartLine())
                            .append(':').append(at.getStartColumn()).append(')');
                }
            }
        }
        return text.toString();
    }
}
