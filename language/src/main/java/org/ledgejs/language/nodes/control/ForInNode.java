package org.ledgejs.language.nodes.control;

import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.Completion;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.generator.Progress;
import org.ledgejs.language.nodes.generator.YieldException;
import org.ledgejs.language.runtime.Realm;

/** {@code for (… in …)} (ECMA-262 §14.7.5). */
public final class ForInNode extends StatementNode {
    @Child private JSNode object;
    @Child private LoopBodyNode loop;
    private final int enumeratorSlot;
    private final int stateSlot;

    /** @param stateSlot -1 if the body does not suspend */
    public ForInNode(int label, JSNode object, int keySlot, StatementNode body, int enumeratorSlot, int stateSlot) {
        this.object = object;
        this.enumeratorSlot = enumeratorSlot;
        this.stateSlot = stateSlot;
        this.loop = new Turn(label, keySlot, body, enumeratorSlot, stateSlot);
    }

    @Override
    public int abrupt() {
        return loop.abrupt();
    }

    @Override
    public int execute(VirtualFrame frame) {
        if (stateSlot < 0 || Progress.get(frame, stateSlot) == 0) {
            PropertyEnumerator enumerator = PropertyEnumerator.of(Realm.get(this), object.execute(frame));
            if (enumerator == null) {
                return Completion.NORMAL;
            }
            frame.setObject(enumeratorSlot, enumerator);
        }
        return loop.run(frame);
    }

    private static final class Turn extends LoopBodyNode {
        private final int keySlot;
        private final int enumeratorSlot;
        private final int stateSlot;

        Turn(int label, int keySlot, StatementNode body, int enumeratorSlot, int stateSlot) {
            super(label, body);
            this.keySlot = keySlot;
            this.enumeratorSlot = enumeratorSlot;
            this.stateSlot = stateSlot;
        }

        @Override
        int turn(VirtualFrame frame) {
            if (stateSlot >= 0 && Progress.get(frame, stateSlot) != 0) {
                Progress.set(frame, stateSlot, 0);
            } else {
                Object key = ((PropertyEnumerator) frame.getObject(enumeratorSlot)).next();
                if (key == null) {
                    return Completion.NORMAL;
                }
                frame.setObject(keySlot, key);
            }
            int completion = body(frame);
            return completion == Completion.AGAIN ? completion : ended(completion);
        }

        private int body(VirtualFrame frame) {
            try {
                return executeBody(frame);
            } catch (YieldException suspension) {
                Progress.set(frame, stateSlot, 1);
                throw suspension;
            }
        }
    }
}
