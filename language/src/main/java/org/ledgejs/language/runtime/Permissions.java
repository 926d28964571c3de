package org.ledgejs.language.runtime;

import java.util.stream.Stream;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage.Env;

import org.graalvm.polyglot.SandboxPolicy;

/**
 * What a program may reach outside itself, by the resource it names. Every binding asks here first. The embedding's own settings (IOAccess,
 * environment, processes, native access, sandbox policy) are always part of the answer; a {@link Policy} can only take away from them.
 */
public final class Permissions {

    /** Kinds of access, with the names programs see in errors and the option of the command line that grants them. */
    public enum Access {
        READ("FileSystemRead", "--allow-fs-read"), WRITE("FileSystemWrite", "--allow-fs-write"), CONNECT("NetConnect", "--allow-net"),
        LISTEN("NetListen", "--allow-net"), ENVIRONMENT("Environment", "--allow-env"), RUN("ChildProcess", "--allow-child-process"),
        /** Threads of their own contexts. */
        WORKER("WorkerThreads", "--allow-worker"),
        ADDON("Addon", "--allow-addons"), WASI("WASI", "--allow-wasi"), INSPECTOR("Inspector", "--allow-inspector"),
        HARDWARE("Hardware", "--allow-hardware"),
        /** Facts about the machine: its name, processors, users, network interfaces. */
        SYSTEM("System", null),
        /** The process as a whole, as if it were the program's own: signals, its terminal, its priority. */
        PROCESS("Process", null);

        private final String label;
        private final String option;

        Access(String label, String option) {
            this.label = label;
            this.option = option;
        }

        public String label() {
            return label;
        }

        /** The option of the command line that grants it, or null where none does. */
        public String option() {
            return option;
        }
    }

    /** A limit on top of the embedding's. */
    @FunctionalInterface
    public interface Policy {
        /** @param resource a path, host:port, variable, program, pin or bus address; empty when all of a kind is meant */
        boolean allows(Access access, String resource);

        /** Whether a file may be reached by a link of a name that is allowed itself. */
        default boolean allowsTarget(Access access, String path) {
            return allows(access, path);
        }

        /** Takes a grant back. @param resource as it was granted; empty for all of a kind */
        default void drop(Access access, String resource) { }

        /** The limit as it was written, where it was; for programs that tell it on. */
        default String text() {
            return "";
        }
    }

    private static final String RESTRICTED = "Access to this API has been restricted";

    private final Agent agent;
    /** Null for no further limit. */
    private Policy policy;

    Permissions(Agent agent) {
        this.agent = agent;
    }

    /** Adds a limit; there is no way to take one back. */
    public void restrict(Policy further) {
        Policy before = policy;
        policy = before == null ? further : new Both(before, further);
    }

    private record Both(Policy first, Policy second) implements Policy {
        @Override
        public boolean allows(Access access, String resource) {
            return first.allows(access, resource) && second.allows(access, resource);
        }

        @Override
        public boolean allowsTarget(Access access, String path) {
            return first.allowsTarget(access, path) && second.allowsTarget(access, path);
        }

        @Override
        public void drop(Access access, String resource) {
            first.drop(access, resource);
            second.drop(access, resource);
        }

        @Override
        public String text() {
            return first.text() + second.text();
        }
    }

    /** Whether the resource's name matters: if not, callers may spare themselves working it out in full. */
    public boolean isRestricted() {
        return policy != null;
    }

    /** Whether anything at all is kept from the program. */
    public boolean isLimited() {
        return policy != null || !Stream.of(Access.values()).allMatch(this::embeddingAllows);
    }

    /** Gives up what a policy granted. @param resource as it was granted; empty for all of a kind */
    public void drop(Access access, String resource) {
        if (policy != null) {
            policy.drop(access, resource);
        }
    }

    /** The policy as it was written, or empty. */
    public String policyText() {
        return policy == null ? "" : policy.text();
    }

    @TruffleBoundary
    public boolean allows(Access access, String resource) {
        return embeddingAllows(access) && (policy == null || policy.allows(access, resource));
    }

    /** Whether a file may be reached by a link whose own name is allowed. @param path without links */
    @TruffleBoundary
    public boolean allowsTarget(Access access, String path) {
        return embeddingAllows(access) && (policy == null || policy.allowsTarget(access, path));
    }

    private boolean embeddingAllows(Access access) {
        Env env = agent.env();
        return switch (access) {
            case READ, WRITE -> env.isFileIOAllowed();
            case CONNECT, LISTEN -> env.isSocketIOAllowed();
            // The map of variables holds only what the embedding shows.
            case ENVIRONMENT -> true;
            case RUN -> env.isCreateProcessAllowed();
            case WORKER -> env.isCreateThreadAllowed();
            // A WASI program has nothing but what its preopens, which are files of the context, give it.
            case WASI -> true;
            case ADDON, HARDWARE -> env.isNativeAccessAllowed();
            case SYSTEM, INSPECTOR -> env.getSandboxPolicy() == SandboxPolicy.TRUSTED;
            case PROCESS -> env.isCreateProcessAllowed() && env.isNativeAccessAllowed() && env.isHostLookupAllowed();
        };
    }

    /** @throws JSException an Error with code ERR_ACCESS_DENIED if not allowed */
    @TruffleBoundary
    public void require(Access access, String resource) {
        if (!allows(access, resource)) {
            throw refusal(access, resource);
        }
    }

    /** What a denied access throws. Where the limit is the embedding's, no option of a command line would help. */
    @TruffleBoundary
    public JSException refusal(Access access, String resource) {
        boolean ours = policy != null && access.option() != null && embeddingAllows(access);
        return denied(RESTRICTED + (ours ? ". Use " + access.option() + " to manage permissions." : ""), access.label(), resource);
    }

    /** What a denied access throws, for those who find out later. */
    @TruffleBoundary
    public static JSException denied(Access access, String resource) {
        return denied(RESTRICTED, access.label(), resource);
    }

    /** An Error with code ERR_ACCESS_DENIED. */
    @TruffleBoundary
    public static JSException denied(String message, String permission, String resource) {
        JSException exception = Errors.error(Intrinsic.ERROR_PROTOTYPE, message);
        JSObject error = (JSObject) exception.value();
        error.define(PropertyKey.of("code"), Strings.of("ERR_ACCESS_DENIED"), PropertyFlags.DEFAULT);
        error.define(PropertyKey.of("permission"), Strings.of(permission), PropertyFlags.DEFAULT);
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

    /** A thread with a context of its own. */
    public void worker() {
        require(Access.WORKER, "");
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
