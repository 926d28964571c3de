package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage.Env;

import org.graalvm.polyglot.SandboxPolicy;

/**
 * What a program may reach outside itself, by the resource it names. Every binding asks here first. The embedding's own settings (IOAccess,
 * environment, processes, native access, sandbox policy) are always part of the answer; a {@link Policy} can only take away from them.
 */
public final class Permissions {

    /** Kinds of access, with the names programs see in errors. */
    public enum Access {
        READ("FileSystemRead"), WRITE("FileSystemWrite"), CONNECT("NetConnect"), LISTEN("NetListen"), ENVIRONMENT("Environment"), RUN("ChildProcess"),
        HARDWARE("Hardware"),
        /** Facts about the machine: its name, processors, users, network interfaces. */
        SYSTEM("System"),
        /** The process as a whole, as if it were the program's own: signals, its terminal, its priority. */
        PROCESS("Process");

        private final String label;

        Access(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A limit on top of the embedding's. */
    @FunctionalInterface
    public interface Policy {
        /** @param resource a path, host:port, variable, program, pin or bus address; empty when all of a kind is meant */
        boolean allows(Access access, String resource);
    }

    private final Agent agent;
    /** Null for no further limit. */
    private Policy policy;

    Permissions(Agent agent) {
        this.agent = agent;
    }

    /** Adds a limit; there is no way to take one back. */
    public void restrict(Policy further) {
        Policy before = policy;
        policy = before == null ? further : (access, resource) -> before.allows(access, resource) && further.allows(access, resource);
    }

    /** Whether the resource's name matters: if not, callers may spare themselves working it out in full. */
    public boolean isRestricted() {
        return policy != null;
    }

    @TruffleBoundary
    public boolean allows(Access access, String resource) {
        return embeddingAllows(access) && (policy == null || policy.allows(access, resource));
    }

    private boolean embeddingAllows(Access access) {
        Env env = agent.env();
        return switch (access) {
            case READ, WRITE -> env.isFileIOAllowed();
            case CONNECT, LISTEN -> env.isSocketIOAllowed();
            // The map of variables holds only what the embedding shows.
            case ENVIRONMENT -> true;
            case RUN -> env.isCreateProcessAllowed();
            case HARDWARE -> env.isNativeAccessAllowed();
            case SYSTEM -> env.getSandboxPolicy() == SandboxPolicy.TRUSTED;
            case PROCESS -> env.isCreateProcessAllowed() && env.isNativeAccessAllowed() && env.isHostLookupAllowed();
        };
    }

    /** @throws JSException an Error with code ERR_ACCESS_DENIED if not allowed */
    @TruffleBoundary
    public void require(Access access, String resource) {
        if (!allows(access, resource)) {
            throw denied(access, resource);
        }
    }

    /** What a denied access throws, for those who find out later. */
    @TruffleBoundary
    public static JSException denied(Access access, String resource) {
        JSException exception = Errors.error(Intrinsic.ERROR_PROTOTYPE, "Access to this API has been restricted");
        JSObject error = (JSObject) exception.value();
        error.define(PropertyKey.of("code"), Strings.of("ERR_ACCESS_DENIED"), PropertyFlags.DEFAULT);
        error.define(PropertyKey.of("permission"), Strings.of(access.label()), PropertyFlags.DEFAULT);
        error.define(PropertyKey.of("resource"), Strings.of(resource), PropertyFlags.DEFAULT);
        return exception;
    }

    public void read(String path) {
        require(Access.READ, path);
    }

    public void write(String path) {
        require(Access.WRITE, path);
    }

    /** @param port 0 when only the name is looked up */
    public void connect(String host, int port) {
        require(Access.CONNECT, host + ":" + port);
    }

    public void listen(String host, int port) {
        require(Access.LISTEN, host + ":" + port);
    }

    public void environment(String name) {
        require(Access.ENVIRONMENT, name);
    }

    public void run(String program) {
        require(Access.RUN, program);
    }

    /** @param resource a pin or bus address */
    public void hardware(String resource) {
        require(Access.HARDWARE, resource);
    }

    public void system(String fact) {
        require(Access.SYSTEM, fact);
    }

    public void process(String operation) {
        require(Access.PROCESS, operation);
    }
}
