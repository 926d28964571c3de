package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.LoopTarget;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.variable.NewScopeNode;

/** A block with captured variables: creates their scope, then runs. */
public final class ScopeBlockNode extends StatementNode {
    @Child private NewScopeNode newScope;
    @Child private StatementNode statements;

    public ScopeBlockNode(NewScopeNode newScope, StatementNode statements) {
        this.newScope = newScope;
        this.statements = statements;
    }

    @Override
    public int abrupt() {
        return statements.abrupt();
    }

    @Override
    public int executeTurn(VirtualFrame frame, LoopTarget loop) {
        newScope.execute(frame);
        int completion = statements.executeTurn(frame, loop);
        newScope.clear(frame);
        return completion;
    }

    @Override
    public int execute(VirtualFrame frame) {
        newScope.execute(frame);
        int completion = statements.execute(frame);
        newScope.clear(frame);
        return completion;
    }
}
