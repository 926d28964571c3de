package org.ledgejs.node.binding.process;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.oracle.truffle.api.TruffleFile;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeOptions;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.ActiveHandles;
import org.ledgejs.node.binding.FileErrors;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.ObjectBuilder;
import org.ledgejs.node.binding.Operation;
import org.ledgejs.node.binding.Operation.Answer;
import org.ledgejs.node.binding.Proc;
import org.ledgejs.node.binding.UvErrors;
import org.ledgejs.node.binding.UvException;

/** Binding {@code process}. */
public final class ProcessBinding {
    private static final int SIGABRT = 6;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final Set<String> SET_ID = Set.of("setuid", "setgid", "seteuid", "setegid");
    /** What a shell reports of a process that ended by SIGABRT. */
    private static final int ABORTED = 134;

    private static final PropertyTable TABLE = HandleFunctions.addTo(new PropertyTable()
            .method("envGet", 1, (realm, thisValue, args) ->
                    ObjectBuilder.value(Environment.of(realm.agent()).get(Conversions.toJavaString(args.get(0)))))
            .method("envSet", 2, (realm, thisValue, args) -> {
                Environment.of(realm.agent()).set(Conversions.toJavaString(args.get(0)), Conversions.toJavaString(args.get(1)));
                return Undefined.INSTANCE;
            })
            .method("envDelete", 1, (realm, thisValue, args) -> {
                Environment.of(realm.agent()).delete(Conversions.toJavaString(args.get(0)));
                return Undefined.INSTANCE;
            })
            .method("envKeys", 0, (realm, thisValue, args) ->
                    JSArray.create(realm, Environment.of(realm.agent()).names().stream().map(name -> (Object) Strings.of(name)).toArray()))
            .method("cwd", 0, (realm, thisValue, args) -> {
                try {
                    return Strings.of(realm.agent().env().getCurrentWorkingDirectory().getPath());
                } catch (SecurityException e) {
                    return Strings.of("/");
                }
            })
            .method("chdir", 1, Operation.body("chdir", ProcessBinding::chdir))
            .method("hrtimeBigInt", 0, (realm, thisValue, args) -> BigInt.of(System.nanoTime()))
            .method("uptime", 0, (realm, thisValue, args) -> Conversions.number(NodeRuntime.of(realm).milestones().uptime()))
            .method("memoryUsage", 0, numbers(ProcessUsage::memory))
            .method("rss", 0, (realm, thisValue, args) -> Conversions.number((double) ProcessUsage.rss()))
            .method("cpuUsage", 0, numbers(() -> ProcessUsage.cpu("/proc/self")))
            .method("threadCpuUsage", 0, numbers(() -> ProcessUsage.cpu("/proc/thread-self")))
            .method("resourceUsage", 0, numbers(ProcessUsage::resources))
            .method("constrainedMemory", 0, (realm, thisValue, args) -> Conversions.number(ProcessUsage.constrainedMemory()))
            .method("availableMemory", 0, (realm, thisValue, args) -> Conversions.number(ProcessUsage.availableMemory()))
            .method("reallyExit", 1, (realm, thisValue, args) -> {
                throw NodeRuntime.of(realm).exit(Conversions.toInt32(args.get(0)) & 0xFF);
            })
            .method("abort", 0, (realm, thisValue, args) -> {
                if (realm.agent().permissions().allows(Access.PROCESS, "abort")) {
                    LibC.kill((int) ProcessFacts.pid(), SIGABRT);
                    Runtime.getRuntime().halt(ABORTED);
                }
                throw NodeRuntime.of(realm).exit(ABORTED);
            })
            .method("pid", 0, (realm, thisValue, args) -> Conversions.number(ProcessFacts.pid()))
            .method("ppid", 0, (realm, thisValue, args) -> Conversions.number(ProcessFacts.parentPid()))
            .method("kill", 2, (realm, thisValue, args) -> {
                realm.agent().permissions().process("kill");
                return kill(Conversions.toInt32(args.get(0)), Conversions.toInt32(args.get(1)));
            })
            .method("optionValues", 1, (realm, thisValue, args) -> ObjectOperations.createArrayFromList(realm,
                    NodeOptions.of(realm.agent()).values(Conversions.toJavaString(args.get(0))).stream().map(value -> (Object) Strings.of(value)).toList()))
            .method("umask", 1, (realm, thisValue, args) -> umask(realm, args.get(0)))
            .method("setTitle", 1, (realm, thisValue, args) -> {
                if (realm.agent().permissions().allows(Access.PROCESS, "title")) {
                    ProcessTitle.set(Conversions.toJavaString(args.get(0)));
                }
                return Undefined.INSTANCE;
            })
            .method("execve", 3, (realm, thisValue, args) -> {
                String path = Conversions.toJavaString(args.get(0));
                realm.agent().permissions().process("execve");
                realm.agent().permissions().run(path);
                String folder = realm.agent().env().getCurrentWorkingDirectory().getPath();
                return Spawning.replace(path, strings(args.get(1)), strings(args.get(2)), folder);
            })
            .method("setExitHooks", 2, (realm, thisValue, args) -> {
                NodeRuntime.of(realm).setExitHooks(args.get(0), args.get(1));
                return Undefined.INSTANCE;
            })
            .method("startSignal", 2, (realm, thisValue, args) -> {
                realm.agent().permissions().process("signal");
                int number = Conversions.toInt32(args.get(0));
                // As libuv: these two cannot be caught.
                if (!Signals.isKnown(number) || number == SIGKILL || number == 19) {
                    return UvErrors.EINVAL;
                }
                return new SignalHandle(NodeRuntime.of(realm), number, args.get(1));
            })
            .method("gc", 0, (realm, thisValue, args) -> {
                System.gc();
                return Undefined.INSTANCE;
            })
            .method("getActiveResources", 0, (realm, thisValue, args) -> {
                Stream<String> requests = Stream.generate(() -> "FSReqCallback").limit(NodeRuntime.of(realm).loop().workers().pending());
                return JSArray.create(realm, Stream.concat(requests, ActiveHandles.of(realm.agent()).names().stream()).map(Strings::of).toArray());
            })
            .method("getActiveHandles", 0, (realm, thisValue, args) -> JSArray.create(realm, ActiveHandles.of(realm.agent()).owners())));

    private static final PropertyTable UNIX = new PropertyTable()
            .method("getuid", 0, (realm, thisValue, args) -> id("Uid", 0))
            .method("geteuid", 0, (realm, thisValue, args) -> id("Uid", 1))
            .method("getgid", 0, (realm, thisValue, args) -> id("Gid", 0))
            .method("getegid", 0, (realm, thisValue, args) -> id("Gid", 1))
            .method("setId", 2, (realm, thisValue, args) -> {
                String call = Conversions.toJavaString(args.get(0));
                realm.agent().permissions().process(call);
                return SET_ID.contains(call) ? LibC.setId(call, Conversions.toInt32(args.get(1))) : UvErrors.EINVAL;
            })
            .method("setGroups", 1, (realm, thisValue, args) -> {
                realm.agent().permissions().process("setgroups");
                Object[] groups = ObjectOperations.createListFromArrayLike(args.get(0));
                return LibC.setGroups(Arrays.stream(groups).mapToInt(Conversions::toInt32).toArray());
            })
            .method("getgroups", 0, (realm, thisValue, args) -> JSArray.create(realm, Users.groups()));

    private ProcessBinding() { }

    private static List<String> strings(Object array) {
        return Arrays.stream(ObjectOperations.createListFromArrayLike(array)).map(Conversions::toJavaString).toList();
    }

    public static void define(NodeRuntime node, JSObject target) {
        Realm realm = node.realm();
        TABLE.define(realm, target);
        if (!ProcessFacts.platform().equals("win32")) {
            UNIX.define(realm, target);
        }
        ProcessFacts.define(realm, new ObjectBuilder(target));
        target.define(PropertyKey.of("isLimited"), realm.agent().permissions().isLimited(), PropertyFlags.DEFAULT);
        JSTypedArray time = JSTypedArray.create(realm, ElementType.UINT32, 3);
        target.define(PropertyKey.of("hrtimeBuffer"), time, PropertyFlags.DEFAULT);
        new PropertyTable().method("hrtime", 0, HRTIME).define(realm, target);
    }

    /** Writes seconds (upper and lower half) and nanoseconds into the buffer beside it. */
    private static final Builtin.Body HRTIME = (realm, thisValue, args) -> {
        JSTypedArray time = (JSTypedArray) NodeRuntime.of(realm).bindings().get("process").get(PropertyKey.of("hrtimeBuffer"));
        long now = System.nanoTime();
        long seconds = now / 1_000_000_000;
        byte[] data = time.buffer().data();
        ElementType.UINT32.setInt(data, 0, (int) (seconds >>> 32));
        ElementType.UINT32.setInt(data, 4, (int) seconds);
        ElementType.UINT32.setInt(data, 8, (int) (now % 1_000_000_000));
        return Undefined.INSTANCE;
    };

    private interface Numbers {
        double[] get();
    }

    private static Builtin.Body numbers(Numbers numbers) {
        return (realm, thisValue, args) -> {
            double[] values = numbers.get();
            Object[] result = new Object[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = Conversions.number(values[i]);
            }
            return JSArray.create(realm, result);
        };
    }

    /** The context's own working folder; the process's stays. Errors name where it was and where it was to be. */
    private static Operation.Task chdir(Operation call) {
        String before = call.agent().env().getCurrentWorkingDirectory().getPath();
        String path = Conversions.toJavaString(call.get(0));
        call.permissions().read(path);
        return () -> {
            int errno;
            try {
                TruffleFile folder = call.agent().env().getPublicTruffleFile(path).getCanonicalFile();
                if (folder.isDirectory()) {
                    call.agent().env().setCurrentWorkingDirectory(folder);
                    return Answer.NOTHING;
                }
                errno = UvErrors.ENOTDIR;
            } catch (IOException e) {
                errno = FileErrors.errno(e);
            }
            throw new UvException(errno, "chdir", before, path);
        };
    }

    /** The process itself is reached without native calls. @return a status */
    private static int kill(int pid, int signal) {
        if (pid == ProcessFacts.pid()) {
            if (signal == 0) {
                return 0;
            }
            if (!Signals.isKnown(signal)) {
                return UvErrors.EINVAL;
            }
            if (Signals.raise(signal)) {
                return 0;
            }
        }
        int status = LibC.kill(pid, signal);
        return status == UvErrors.ENOSYS ? killByJava(pid, signal) : status;
    }

    private static int killByJava(int pid, int signal) {
        ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null) {
            return UvErrors.ESRCH;
        }
        return switch (signal) {
            case 0 -> 0;
            case SIGTERM -> process.destroy() ? 0 : UvErrors.EPERM;
            case SIGKILL -> process.destroyForcibly() ? 0 : UvErrors.EPERM;
            default -> UvErrors.ENOSYS;
        };
    }

    private static Object umask(Realm realm, Object mask) {
        String field = Proc.field(Proc.read("/proc/self/status"), "Umask");
        if (mask != Undefined.INSTANCE) {
            realm.agent().permissions().process("umask");
            int wanted = Conversions.toInt32(mask) & 0777;
            // Readying the first native call takes longer than all else a small program does.
            int before = field != null && Integer.parseInt(field, 8) == wanted ? wanted : LibC.umask(wanted);
            if (before < 0) {
                throw UvErrors.toGuest(new UvException(before, "umask"));
            }
            return before;
        }
        if (field != null) {
            return Integer.parseInt(field, 8);
        }
        // There is no way to ask but to set it.
        int current = LibC.umask(0);
        if (current < 0) {
            throw UvErrors.toGuest(new UvException(current, "umask"));
        }
        LibC.umask(current);
        return current;
    }

    /** @param index 0 the real one, 1 the effective one */
    private static Object id(String field, int index) {
        int[] ids = Users.ids(field);
        return Conversions.number(Integer.toUnsignedLong(ids[Math.min(index, ids.length - 1)]));
    }
}
