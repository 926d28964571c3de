package org.ledgejs.node.binding;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.ledgejs.language.runtime.Agent;

/** What a context has open outside and must let go of when it ends, however it ends. Any thread. */
public final class OpenResources {
    private final Set<Closeable> open = new HashSet<>();
    private boolean ended;

    private OpenResources() { }

    /** On the agent's thread. */
    public static OpenResources of(Agent agent) {
        return agent.attachment(OpenResources.class, () -> {
            OpenResources resources = new OpenResources();
            agent.env().registerOnDispose(resources::end);
            return resources;
        });
    }

    /** Closes it when the context ends; at once if it has ended. */
    public void add(Closeable resource) {
        synchronized (this) {
            if (!ended) {
                open.add(resource);
                return;
            }
        }
        closeQuietly(resource);
    }

    public synchronized void remove(Closeable resource) {
        open.remove(resource);
    }

    private void end() {
        List<Closeable> rest;
        synchronized (this) {
            ended = true;
            rest = List.copyOf(open);
            open.clear();
        }
        rest.forEach(OpenResources::closeQuietly);
    }

    private static void closeQuietly(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // Nobody is left to hear of it.
        }
    }
}
