package org.ledgejs.node.binding.process;

import java.time.DateTimeException;
import java.time.ZoneId;
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
    /** Set by a process of ours for one it starts, and for nobody else to see. */
    private static final String ARGV0 = "LEDGE_ARGV0";

    private final Agent agent;
    private final Permissions permissions;
    private final Map<String, String> variables;
    private final String argv0;

    private Environment(Agent agent) {
        this.agent = agent;
        this.permissions = agent.permissions();
        this.variables = new LinkedHashMap<>(agent.env().getEnvironment());
        this.argv0 = variables.remove(ARGV0);
    }

    public static Environment of(Agent agent) {
        return agent.attachment(Environment.class, () -> new Environment(agent));
    }

    /** What the process was called by who started it; null if that is not known. */
    String argv0() {
        return argv0;
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
        changed(name, value);
    }

    public void delete(String name) {
        permissions.environment(name);
        variables.remove(name);
        changed(name, null);
    }

    /** Dates are in the zone the program says. A name nobody knows is UTC, as for the C library. */
    private void changed(String name, String value) {
        if (!name.equals("TZ")) {
            return;
        }
        ZoneId zone = null;
        if (value != null) {
            try {
                zone = ZoneId.of(value.startsWith(":") ? value.substring(1) : value, ZoneId.SHORT_IDS);
            } catch (DateTimeException e) {
                zone = ZoneId.of("UTC");
            }
        }
        agent.setTimeZone(zone);
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
