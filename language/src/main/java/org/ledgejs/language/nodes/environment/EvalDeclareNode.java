package org.ledgejs.language.nodes.environment;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.runtime.GlobalEnvironment;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** Declares the vars and functions of a sloppy eval (ECMA-262 §19.2.1.3), without the functions' values. */
public final class EvalDeclareNode extends StatementNode {
    /** The object of the function's eval variables, or null for global code. */
    @Child private JSNode variables;
    private final GlobalEnvironment.Declarations declarations;

    public EvalDeclareNode(JSNode variables, GlobalEnvironment.Declarations declarations) {
        this.variables = variables;
        this.declarations = declarations;
    }

    @Override
    public int execute(VirtualFrame frame) {
        declare(Realm.get(this), variables == null ? null : (JSObject) variables.execute(frame));
        return Completion.NORMAL;
    }

    @TruffleBoundary
    private void declare(Realm realm, JSObject object) {
        if (object == null) {
            GlobalEnvironment.declareForEval(realm, declarations);
        } else {
            GlobalEnvironment.declareInFunction(object, declarations);
        }
    }
}
