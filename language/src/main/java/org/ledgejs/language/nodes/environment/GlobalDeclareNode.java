package org.ledgejs.language.nodes.environment;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.GlobalEnvironment;
import org.ledgejs.language.runtime.Realm;

/** GlobalDeclarationInstantiation (ECMA-262 §16.1.7), without the functions' values. */
public final class GlobalDeclareNode extends StatementNode {
    private final GlobalEnvironment.Declarations declarations;

    public GlobalDeclareNode(GlobalEnvironment.Declarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public int execute(VirtualFrame frame) {
        declare(Realm.get(this));
        return Completion.NORMAL;
    }

    @TruffleBoundary
    private void declare(Realm realm) {
        GlobalEnvironment.declare(realm, declarations);
    }
}
