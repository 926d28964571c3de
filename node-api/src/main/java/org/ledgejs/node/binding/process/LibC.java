package org.ledgejs.node.binding.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.ledgejs.node.binding.UvErrors;

/**
 * The few calls of the C library that Java has no other way to. Each is bound when first used; where that is not possible (no such function, native
 * access forbidden) the call fails with ENOSYS.
 */
@SuppressWarnings("restricted")
public final class LibC {
    /** Results of {@link #getPriority} below this are failures: FAILED + errno. */
    public static final int FAILED = -1000;
    private static final Map<String, MethodHandle> FUNCTIONS = new ConcurrentHashMap<>();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    private LibC() { }

    /** A function that returns an int. @param variadicFrom the first variadic argument, or -1 */
    static MethodHandle function(String name, int variadicFrom, MemoryLayout... parameters) {
        return function(name, variadicFrom, ValueLayout.JAVA_INT, parameters);
    }

    /** @param variadicFrom the first variadic argument, or -1 */
    static MethodHandle function(String name, int variadicFrom, MemoryLayout result, MemoryLayout[] parameters) {
        return FUNCTIONS.computeIfAbsent(name, unused -> {
            Linker linker = Linker.nativeLinker();
            MemorySegment address = linker.defaultLookup().find(name).orElseThrow(() -> new UnsupportedOperationException(name));
            FunctionDescriptor descriptor = FunctionDescriptor.of(result, parameters);
            Linker.Option errno = Linker.Option.captureCallState("errno");
            return variadicFrom < 0 ? linker.downcallHandle(address, descriptor, errno)
                    : linker.downcallHandle(address, descriptor, errno, Linker.Option.firstVariadicArg(variadicFrom));
        });
    }

    interface Invocation {
        long call(MemorySegment state) throws Throwable;
    }

    /** The result, or the negative errno if it is -1. */
    static int call(Invocation invocation) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int result = (int) invocation.call(state);
            return result == -1 ? -(int) ERRNO.get(state, 0L) : result;
        } catch (UnsupportedOperationException | IllegalCallerException | LinkageError e) {
            return UvErrors.ENOSYS;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return a status */
    public static int kill(int pid, int signal) {
        return call(state -> (int) function("kill", -1, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT).invokeExact(state, pid, signal));
    }

    /** @return the former mask, or a negative errno */
    public static int umask(int mask) {
        return call(state -> (int) function("umask", -1, ValueLayout.JAVA_INT).invokeExact(state, mask));
    }

    /** @return -20 to 19, or {@link #FAILED} plus a negative errno */
    public static int getPriority(int pid) {
        // -1 is a priority too: errno alone tells.
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            ERRNO.set(state, 0L, 0);
            int result = (int) function("getpriority", -1, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT).invokeExact(state, 0, pid);
            int errno = result == -1 ? (int) ERRNO.get(state, 0L) : 0;
            return errno == 0 ? result : FAILED - errno;
        } catch (UnsupportedOperationException | IllegalCallerException | LinkageError e) {
            return FAILED + UvErrors.ENOSYS;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return a status */
    public static int setPriority(int pid, int priority) {
        return call(state -> (int) function("setpriority", -1, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT).invokeExact(state, 0, pid, priority));
    }

    /** Columns and rows of a terminal, or null. */
    public static int[] windowSize(int fd) {
        long request = LINUX ? 0x5413L : 0x40087468L;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(8);
            int status = call(state -> (int) function("ioctl", 2, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS).invokeExact(state, fd, request, size));
            int rows = size.get(ValueLayout.JAVA_SHORT, 0) & 0xFFFF;
            int columns = size.get(ValueLayout.JAVA_SHORT, 2) & 0xFFFF;
            return status < 0 || columns == 0 ? null : new int[] {columns, rows};
        }
    }

    /** The attributes of a terminal, as the C library keeps them; null on failure. */
    static byte[] terminalAttributes(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(256);
            int status = call(state -> (int) function("tcgetattr", -1, ValueLayout.JAVA_INT, ValueLayout.ADDRESS).invokeExact(state, fd, termios));
            return status < 0 ? null : termios.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /** @return a status */
    static int setTerminalAttributes(int fd, byte[] attributes) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(256);
            termios.copyFrom(MemorySegment.ofArray(attributes));
            int drain = 1;
            return call(state -> (int) function("tcsetattr", -1, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS).invokeExact(state, fd, drain, termios));
        }
    }

    /** @param call setuid, setgid, seteuid or setegid: the whole process, all its threads @return a status */
    static int setId(String call, int id) {
        return call(state -> (int) function(call, -1, ValueLayout.JAVA_INT).invokeExact(state, id));
    }

    /** @return a status */
    static int setGroups(int[] groups) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(ValueLayout.JAVA_INT, Math.max(1, groups.length));
            MemorySegment.copy(groups, 0, list, ValueLayout.JAVA_INT, 0, groups.length);
            long count = groups.length;
            return call(state -> (int) function("setgroups", -1, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS).invokeExact(state, count, list));
        }
    }

    /** The name of the calling thread, as top shows it. @param name at most 15 bytes */
    static void setThreadName(byte[] name) {
        int setName = 15;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocate(name.length + 1L);
            MemorySegment.copy(name, 0, text, ValueLayout.JAVA_BYTE, 0, name.length);
            call(state -> (int) function("prctl", 1, ValueLayout.JAVA_INT, ValueLayout.ADDRESS).invokeExact(state, setName, text));
        }
    }
}
