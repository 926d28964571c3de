package org.ledgejs.language.nodes.variable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.nodes.function.CodeRootNode;

/** Finds out what the variable of a node is called that only knows where it is. */
final class VariableNames {
    private static final Pattern IDENTIFIER = Pattern.compile("(?:\\+\\+|--)?\\s*([$_\\p{L}][$\\w\\p{L}]*)");

    private VariableNames() { }

    /** The variable in a slot of the frame, or null for a temporary. */
    @TruffleBoundary
    static String ofSlot(VariableNode node, int slot) {
        if (node.getRootNode() instanceof CodeRootNode root) {
            CodeUnit unit = root.unit().code();
            int function = root.data().code().index();
            for (int i = 0; i < unit.scopeCount(); i++) {
                String name = unit.scope(i).function() == function ? ofSlot(unit.scope(i), slot) : null;
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    private static String ofSlot(ScopeInfo scope, int slot) {
        for (ScopeInfo.Variable variable : scope.variables()) {
            if (!variable.captured() && variable.slot() == slot && (variable.flags() & ScopeInfo.Variable.INTERNAL) == 0) {
                return variable.name();
            }
        }
        return null;
    }

    /** The name that the text of the node starts with, or null. */
    @TruffleBoundary
    static String inText(VariableNode node) {
        SourceSection section = node.getSourceSection();
        if (section == null || !section.isAvailable()) {
            return null;
        }
        Matcher matcher = IDENTIFIER.matcher(section.getCharacters());
        return matcher.lookingAt() ? matcher.group(1) : null;
    }
}
