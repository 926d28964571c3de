package org.ledgejs.node.binding;

import java.io.IOException;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Permissions;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

/**
 * One call of a native that works synchronously or, given a callback, on the loop's workers. It goes in three steps: preparation reads the arguments
 * and asks for permission, the task does the work on any thread, its answer makes values of the language of the outcome. The first and the last run on
 * the agent's thread. Errors of files become Errors with this call's name and paths.
 */
public final class Operation {

    /** Reads the arguments. */
    @FunctionalInterface
    public interface Preparation {
        Task prepare(Operation call);
    }

    /** The work itself. Touches nothing of the language. */
    @FunctionalInterface
    public interface Task {
        Answer run() throws IOException;
    }

    /** The result as a value of the language. */
    @FunctionalInterface
    public interface Answer {
        Answer NOTHING = realm -> Undefined.INSTANCE;

        Object in(Realm realm);
    }

    private final Realm realm;
    private final Args args;
    private final String syscall;
    private String path;
    private String dest;

    private Operation(Realm realm, Args args, String syscall) {
        this.realm = realm;
        this.args = args;
        this.syscall = syscall;
    }

    /** A native's body. @param callbackIndex which parameter is {@code cb?} */
    public static Builtin.Body body(String syscall, int callbackIndex, Preparation preparation) {
        return (realm, thisValue, args) -> {
            Operation call = new Operation(realm, args, syscall);
            Object callback = args.get(callbackIndex);
            return callback == Undefined.INSTANCE ? call.now(preparation) : call.later(preparation, callback);
        };
    }

    /** As {@link #body}, but what preparation throws the caller gets at once, even with a callback: Node is not of one mind there. */
    public static Builtin.Body prompt(String syscall, int callbackIndex, Preparation preparation) {
        Builtin.Body body = body(syscall, callbackIndex, preparation);
        return (realm, thisValue, args) -> {
            if (realm.agent().permissions().isRestricted()) {
                try {
                    preparation.prepare(new Operation(realm, args, syscall));
                } catch (UvException e) {
                    // Told in the usual way.
                }
            }
            return body.call(realm, thisValue, args);
        };
    }

    /** A native's body that only works synchronously. */
    public static Builtin.Body body(String syscall, Preparation preparation) {
        return (realm, thisValue, args) -> new Operation(realm, args, syscall).now(preparation);
    }

    private Object now(Preparation preparation) {
        try {
            return preparation.prepare(this).run().in(realm);
        } catch (JSException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw toGuest(e);
        }
    }

    private Object later(Preparation preparation, Object callback) {
        NodeRuntime node = NodeRuntime.of(realm);
        Task task;
        try {
            task = preparation.prepare(this);
        } catch (JSException e) {
            task = () -> {
                throw e;
            };
        } catch (UvException e) {
            task = () -> {
                throw e;
            };
        }
        Task work = task;
        Object carried = node.agent().continuation();
        node.loop().workers().submit(work::run, (answer, failure) -> {
            Object result = null;
            Object error = null;
            try {
                if (failure != null) {
                    error = toGuest(failure).value();
                } else {
                    result = answer.in(realm);
                }
            } catch (JSException e) {
                error = e.value();
            }
            if (error != null) {
                node.enterWith(carried, callback, error);
            } else if (result == Undefined.INSTANCE) {
                node.enterWith(carried, callback, Null.INSTANCE);
            } else {
                node.enterWith(carried, callback, Null.INSTANCE, result);
            }
        });
        return Undefined.INSTANCE;
    }

    private JSException toGuest(Throwable failure) {
        return switch (failure) {
            case JSException e -> e;
            case UvException e -> UvErrors.toGuest(e);
            case SecurityException e -> Permissions.denied(Permissions.Access.READ, path == null ? "" : path);
            default -> UvErrors.toGuest(new UvException(FileErrors.errno(failure), syscall, path, dest));
        };
    }

    public Realm realm() {
        return realm;
    }

    public Agent agent() {
        return realm.agent();
    }

    public Permissions permissions() {
        return realm.agent().permissions();
    }

    /** Descriptors do not say what may be done to their files: where a policy limits the program, calls that change these are off. */
    public void requireUnrestricted(String function) {
        if (permissions().isRestricted()) {
            throw Permissions.denied(function + " API is disabled when Permission Model is enabled.", "", "");
        }
    }

    public Object get(int i) {
        return args.get(i);
    }

    /** A path argument: the first one asked for is the error's path, the second its dest. */
    public String path(int i) {
        String text = Conversions.toJavaString(args.get(i));
        if (path == null) {
            path = text;
        } else {
            dest = text;
        }
        return text;
    }

    /** A path argument that was asked for before. */
    public String samePath(int i) {
        return path == null ? path(i) : Conversions.toJavaString(args.get(i));
    }

    /** Whether the argument is a descriptor rather than a path. */
    public boolean isDescriptor(int i) {
        return args.get(i) instanceof Integer;
    }

    public int integer(int i) {
        return Conversions.toInt32(args.get(i));
    }

    public double number(int i) {
        return Conversions.toNumber(args.get(i));
    }

    public boolean flag(int i) {
        return Conversions.toBoolean(args.get(i));
    }

    public Bytes bytes(int i) {
        return Bytes.of(args.get(i));
    }

    /** The failure of this call, with its paths. */
    public UvException failure(int errno) {
        return new UvException(errno, syscall, path, dest);
    }

    /** The failure of another system call within this one, without paths. */
    public static UvException failure(int errno, String name) {
        return new UvException(errno, name);
    }
}
