package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;

/** A block with captured variables: creates their scope, then runs. */
public final class ScopeBlockNode extends StatementNode {
    @Child private JSNode newScope;
    @Child private StatementNode statements;

    public ScopeBlockNode(JSNode newScope, StatementNode statements) {
        this.newScope = newScope;
        this.statements = statements;
    }

    @Override
    public int execute(VirtualFrame frame) {
        newScope.execute(frame);
        return statements.execute(frame);
    }
}
