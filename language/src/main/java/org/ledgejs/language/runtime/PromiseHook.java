package org.ledgejs.language.runtime;

/** Who wants to be told of what becomes of promises, on the agent's thread, in the middle of it. What it throws, it throws into the program. */
public interface PromiseHook {
    /** A promise was made; by {@code then} if {@link #deriving} was called just before. */
    void init(JSPromise promise);

    /** The next promise is made by {@code then} of this one, or for the function whose promise this is; null: it is not. */
    void deriving(JSObject parent);

    /** A reaction of the promise is about to run: {@code then}'s for the promise it gave, or what follows an await. */
    void before(JSPromise promise);

    void after(JSPromise promise);

    /** The promise was resolved or rejected. */
    void resolved(JSPromise promise);

    /** Both of {@link #deriving} and {@link #init}. */
    default void derived(JSPromise promise, JSObject parent) {
        deriving(parent);
        init(promise);
    }
}
