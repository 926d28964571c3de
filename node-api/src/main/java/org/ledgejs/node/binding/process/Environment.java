package org.ledgejs.node.binding.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Permissions;
import org.ledgejs.language.runtime.Permissions.Access;

/**
 * The environment's variables as one context sees them: what the embedding shows it, and its own changes, which nobody else sees. A variable that a
 * policy withholds is as if it were not set.
 */
public final class Environment {
    private final Permissions permissions;
    private final Map<String, String> variables;

    private Environment(Agent agent) {
        this.permissions = agent.permissions();
        this.variables = new LinkedHashMap<>(agent.env().getEnvironment());
    }

    public static Environment of(Agent agent) {
        return agent.attachment(Environment.class, () -> new Environment(agent));
    }

    /** Null if not set. */
    public String get(String name) {
        String value = variables.get(name);
        return value != null && permissions.allows(Access.ENVIRONMENT, name) ? value : null;
    }

    /** @throws org.ledgejs.language.runtime.JSException ERR_ACCESS_DENIED */
    public void set(String name, String value) {
        permissions.environment(name);
        variables.put(name, value);
    }

    public void delete(String name) {
        permissions.environment(name);
        variables.remove(name);
    }

    public List<String> names() {
        return variables.keySet().stream().filter(name -> permissions.allows(Access.ENVIRONMENT, name)).toList();
    }

    /** For programs the context starts. */
    public Map<String, String> copy() {
        Map<String, String> copy = new LinkedHashMap<>();
        names().forEach(name -> copy.put(name, variables.get(name)));
        return copy;
    }
}
