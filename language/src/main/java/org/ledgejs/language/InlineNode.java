package org.ledgejs.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.nodes.function.CodeRootNode;
import org.ledgejs.language.nodes.function.DebugScopes;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/**
 * A text evaluated where a program stands still, for debuggers: a sloppy eval in a {@code with} over the variables in reach, which
 * are the frame's own.
 */
final class InlineNode extends ExecutableNode {
    private final CodeRootNode root;
    private final int offset;
    private final String text;

    /** @param location where it is evaluated: a node of a guest function */
    InlineNode(LedgeLanguage language, Node location, String text) {
        super(language);
        this.root = (CodeRootNode) location.getRootNode();
        SourceSection section = location.getEncapsulatingSourceSection();
        this.offset = section == null || !section.hasCharIndex() ? -1 : section.getCharIndex();
        this.text = text;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        return evaluate(frame.materialize());
    }

    @TruffleBoundary
    private Object evaluate(MaterializedFrame frame) {
        Realm realm = Realm.get(this);
        FunctionData data = realm.agent().compiler().function(FunctionData.Kind.NORMAL, "$scope,$text", "with ($scope) { return eval($text) }");
        Object thisValue = frame.getArguments().length > 0 ? frame.getArguments()[Arguments.THIS] : Undefined.INSTANCE;
        Object scope = Conversions.toObject(realm, DebugScopes.of(root, offset, frame));
        return JSFunction.create(realm, data, null).call(thisValue == null ? Undefined.INSTANCE : thisValue, scope, Strings.of(text));
    }
}
