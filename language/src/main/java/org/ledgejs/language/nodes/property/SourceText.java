package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.nodes.CodeNode;
import org.ledgejs.language.nodes.JSNode;

/** How an expression is shown in messages. */
public final class SourceText {
    private static final int LONGEST = 120;

    private SourceText() { }

    /** The expression's text, or null where it has none or none fit for a message. */
    @TruffleBoundary
    public static String of(JSNode expression) {
        String text = shown(expression, ExpressionText::of);
        if (text != null) {
            return text;
        }
        String raw = raw(expression);
        return raw == null || raw.indexOf('\n') >= 0 || raw.length() > LONGEST ? null : isLiteral(raw) ? ExpressionText.INTERMEDIATE : raw;
    }

    /** The callee of a call, whose range ends with the arguments. @param fallback what else */
    @TruffleBoundary
    public static String ofCallee(CodeNode call, String fallback) {
        String text = shown(call, ExpressionText::ofCallee);
        return text == null ? fallback : text;
    }

    /** What follows {@code new}. @param fallback what else */
    @TruffleBoundary
    public static String ofConstructor(CodeNode construction, String fallback) {
        String text = shown(construction, ExpressionText::ofConstructor);
        return text == null ? fallback : text;
    }

    /** The text of the node's range as it stands, or null where there is none. */
    @TruffleBoundary
    public static String raw(CodeNode node) {
        SourceSection section = section(node);
        return section == null ? null : section.getCharacters().toString();
    }

    @FunctionalInterface
    private interface Show {
        String of(String text, int start, int end);
    }

    private static String shown(CodeNode node, Show show) {
        SourceSection section = section(node);
        return section == null ? null : show.of(section.getSource().getCharacters().toString(), section.getCharIndex(), section.getCharEndIndex());
    }

    private static SourceSection section(CodeNode node) {
        SourceSection section = node.hasSourceRange() ? node.getSourceSection() : null;
        return section == null || !section.isAvailable() || !section.hasCharIndex() || section.getCharLength() == 0 || !section.getSource().hasCharacters() ? null : section;
    }

    private static boolean isLiteral(String text) {
        return text.contains("=>") || text.startsWith("function") || text.startsWith("class") || text.startsWith("async") || text.startsWith("(")
                || text.startsWith("{");
    }
}
