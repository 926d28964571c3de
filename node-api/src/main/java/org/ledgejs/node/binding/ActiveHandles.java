package org.ledgejs.node.binding;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.ledgejs.language.runtime.Agent;

/** What a context has open, in the order it was opened: for programs that ask why they do not end. The agent's thread. */
public final class ActiveHandles {
    private final Set<HandleObject> open = new LinkedHashSet<>();

    private ActiveHandles() { }

    public static ActiveHandles of(Agent agent) {
        return agent.attachment(ActiveHandles.class, ActiveHandles::new);
    }

    void add(HandleObject handle) {
        open.add(handle);
    }

    void remove(HandleObject handle) {
        open.remove(handle);
    }

    private Stream<HandleObject> referenced() {
        return open.stream().filter(HandleObject::hasRef);
    }

    /** What keeps the loop alive, by Node's names for its kinds. */
    public List<String> names() {
        return referenced().map(HandleObject::resourceName).filter(Objects::nonNull).toList();
    }

    /** The objects the program has for them. */
    public Object[] owners() {
        return referenced().map(HandleObject::owner).filter(Objects::nonNull).toArray();
    }
}
