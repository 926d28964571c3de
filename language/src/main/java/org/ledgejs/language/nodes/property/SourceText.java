package org.ledgejs.language.nodes.property;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.nodes.JSNode;

/** How an expression is shown in messages. */
public final class SourceText {
    private static final int LONGEST = 120;
    private static final String UNPRINTABLE = "(intermediate value)";

    private SourceText() { }

    /** The expression's text if it has one fit for a message. @param fallback what else, null for V8's words */
    @TruffleBoundary
    public static String of(JSNode expression, String fallback) {
        String other = fallback == null ? UNPRINTABLE : fallback;
        if (!expression.hasSourceRange()) {
            return other;
        }
        SourceSection section = expression.getSourceSection();
        if (section == null || !section.isAvailable() || section.getCharLength() == 0 || section.getCharLength() > LONGEST) {
            return other;
        }
        String text = section.getCharacters().toString();
        return text.indexOf('\n') >= 0 ? other : isLiteral(text) ? UNPRINTABLE : text;
    }

    private static boolean isLiteral(String text) {
        return text.contains("=>") || text.startsWith("function") || text.startsWith("class") || text.startsWith("async") || text.startsWith("(")
                || text.startsWith("{");
    }
}
