package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.strings.TruffleString;

/** A promise (ECMA-262 §27.2.6). {@link Promises} holds its operations. */
public final class JSPromise extends JSObject {

    public enum State { PENDING, FULFILLED, REJECTED }

    private static final TruffleString CONSTRUCTOR = PropertyKey.of("constructor");

    private State state = State.PENDING;
    /** What it was settled with; null while pending. */
    private Object result;
    /** Null once settled. */
    private List<Promises.Reaction> reactions = new ArrayList<>(1);
    private boolean handled;

    private JSPromise(JSObject prototype) {
        super(ROOT, prototype);
    }

    public static JSPromise create(JSObject prototype) {
        return new JSPromise(prototype);
    }

    public State state() {
        return state;
    }

    /** The value or reason, or null while pending. */
    public Object result() {
        return result;
    }

    /** [[PromiseIsHandled]]. */
    public boolean isHandled() {
        return handled;
    }

    public void setHandled() {
        handled = true;
    }

    /** Its constructor property is the realm's own, found without calling the program. */
    boolean isPristine(Realm realm) {
        JSObject expected = realm.intrinsic(Intrinsic.PROMISE_PROTOTYPE);
        return prototype() == expected && Properties.stored(this, CONSTRUCTOR) == null
                && Properties.read(expected, CONSTRUCTOR) == realm.intrinsic(Intrinsic.PROMISE);
    }

    void addReaction(Promises.Reaction reaction) {
        reactions.add(reaction);
    }

    /** Settles it. @return the reactions that waited */
    List<Promises.Reaction> settle(State newState, Object value) {
        List<Promises.Reaction> waiting = reactions;
        state = newState;
        result = value;
        reactions = null;
        return waiting;
    }

    @Override
    public String className() {
        return "Promise";
    }
}
