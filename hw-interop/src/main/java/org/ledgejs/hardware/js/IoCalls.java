package org.ledgejs.hardware.js;

import java.util.function.Supplier;

import org.ledgejs.hardware.BoardException;
import org.ledgejs.hardware.embedded.EmbeddedException;
import org.ledgejs.language.runtime.Realm;

/** From devices' exceptions to the program's errors. */
final class IoCalls {
    private IoCalls() { }

    static Object guarded(Realm realm, Supplier<Object> action) {
        try {
            return action.get();
        } catch (EmbeddedException e) {
            throw AgentHardware.of(realm).error(e);
        } catch (BoardException e) {
            throw AgentHardware.of(realm).error(EmbeddedException.error(e.getMessage()));
        }
    }
}
