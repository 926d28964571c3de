package org.ledgejs.node.binding;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;

/** Error numbers, names and texts as libuv has them on Linux, and the Error objects made of them. Numbers are negative everywhere. */
public final class UvErrors {
    public static final int EOF = -4095;
    public static final int UNKNOWN = -4094;
    public static final int EPERM = -1;
    public static final int ENOENT = -2;
    public static final int ESRCH = -3;
    public static final int EIO = -5;
    public static final int EBADF = -9;
    public static final int EAGAIN = -11;
    public static final int ENOMEM = -12;
    public static final int EACCES = -13;
    public static final int EBUSY = -16;
    public static final int EEXIST = -17;
    public static final int EXDEV = -18;
    public static final int ENOTDIR = -20;
    public static final int EISDIR = -21;
    public static final int EINVAL = -22;
    public static final int EMFILE = -24;
    public static final int ENOTTY = -25;
    public static final int EPIPE = -32;
    public static final int ENOSYS = -38;
    public static final int ENOTEMPTY = -39;
    public static final int ELOOP = -40;
    public static final int ENOTSUP = -95;
    public static final int EADDRINUSE = -98;
    public static final int EADDRNOTAVAIL = -99;
    public static final int ENETUNREACH = -101;
    public static final int ECONNRESET = -104;
    public static final int ENOTCONN = -107;
    public static final int ETIMEDOUT = -110;
    public static final int ECONNREFUSED = -111;
    public static final int EHOSTUNREACH = -113;
    public static final int ECANCELED = -125;
    /** No such host. */
    public static final int EAI_NONAME = -3008;

    /** @param text lower case, as it appears in messages */
    public record Entry(int errno, String name, String text) { }

    private static final String TABLE = """
            -7 E2BIG argument list too long
            -13 EACCES permission denied
            -98 EADDRINUSE address already in use
            -99 EADDRNOTAVAIL address not available
            -97 EAFNOSUPPORT address family not supported
            -11 EAGAIN resource temporarily unavailable
            -3000 EAI_ADDRFAMILY address family not supported
            -3001 EAI_AGAIN temporary failure
            -3002 EAI_BADFLAGS bad ai_flags value
            -3013 EAI_BADHINTS invalid value for hints
            -3003 EAI_CANCELED request canceled
            -3004 EAI_FAIL permanent failure
            -3005 EAI_FAMILY ai_family not supported
            -3006 EAI_MEMORY out of memory
            -3007 EAI_NODATA no address
            -3008 EAI_NONAME unknown node or service
            -3009 EAI_OVERFLOW argument buffer overflow
            -3014 EAI_PROTOCOL resolved protocol is unknown
            -3010 EAI_SERVICE service not available for socket type
            -3011 EAI_SOCKTYPE socket type not supported
            -114 EALREADY connection already in progress
            -9 EBADF bad file descriptor
            -16 EBUSY resource busy or locked
            -125 ECANCELED operation canceled
            -4080 ECHARSET invalid Unicode character
            -103 ECONNABORTED software caused connection abort
            -111 ECONNREFUSED connection refused
            -104 ECONNRESET connection reset by peer
            -89 EDESTADDRREQ destination address required
            -17 EEXIST file already exists
            -14 EFAULT bad address in system call argument
            -27 EFBIG file too large
            -113 EHOSTUNREACH host is unreachable
            -4 EINTR interrupted system call
            -22 EINVAL invalid argument
            -5 EIO i/o error
            -106 EISCONN socket is already connected
            -21 EISDIR illegal operation on a directory
            -40 ELOOP too many symbolic links encountered
            -24 EMFILE too many open files
            -90 EMSGSIZE message too long
            -36 ENAMETOOLONG name too long
            -100 ENETDOWN network is down
            -101 ENETUNREACH network is unreachable
            -23 ENFILE file table overflow
            -105 ENOBUFS no buffer space available
            -19 ENODEV no such device
            -2 ENOENT no such file or directory
            -12 ENOMEM not enough memory
            -64 ENONET machine is not on the network
            -92 ENOPROTOOPT protocol not available
            -28 ENOSPC no space left on device
            -38 ENOSYS function not implemented
            -107 ENOTCONN socket is not connected
            -20 ENOTDIR not a directory
            -39 ENOTEMPTY directory not empty
            -88 ENOTSOCK socket operation on non-socket
            -95 ENOTSUP operation not supported on socket
            -75 EOVERFLOW value too large for defined data type
            -1 EPERM operation not permitted
            -32 EPIPE broken pipe
            -71 EPROTO protocol error
            -93 EPROTONOSUPPORT protocol not supported
            -91 EPROTOTYPE protocol wrong type for socket
            -34 ERANGE result too large
            -30 EROFS read-only file system
            -108 ESHUTDOWN cannot send after transport endpoint shutdown
            -29 ESPIPE invalid seek
            -3 ESRCH no such process
            -110 ETIMEDOUT connection timed out
            -26 ETXTBSY text file is busy
            -18 EXDEV cross-device link not permitted
            -4094 UNKNOWN unknown error
            -4095 EOF end of file
            -6 ENXIO no such device or address
            -31 EMLINK too many links
            -112 EHOSTDOWN host is down
            -121 EREMOTEIO remote I/O error
            -25 ENOTTY inappropriate ioctl for device
            -4028 EFTYPE inappropriate file type or format
            -84 EILSEQ illegal byte sequence
            -94 ESOCKTNOSUPPORT socket type not supported
            -61 ENODATA no data available
            -49 EUNATCH protocol driver not attached
            """;

    private static final Map<Integer, Entry> BY_NUMBER = new LinkedHashMap<>();
    private static final Map<String, Entry> BY_NAME = new HashMap<>();

    static {
        TABLE.lines().forEach(line -> {
            String[] parts = line.split(" ", 3);
            Entry entry = new Entry(Integer.parseInt(parts[0]), parts[1], parts[2]);
            BY_NUMBER.put(entry.errno(), entry);
            BY_NAME.put(entry.name(), entry);
        });
    }

    private UvErrors() { }

    /** All entries, in the order of libuv's list. */
    public static Iterable<Entry> entries() {
        return BY_NUMBER.values();
    }

    /** "ENOENT", or "Unknown system error N". */
    public static String name(int errno) {
        Entry entry = BY_NUMBER.get(errno);
        return entry == null ? "Unknown system error " + errno : entry.name();
    }

    public static String text(int errno) {
        Entry entry = BY_NUMBER.get(errno);
        return entry == null ? "Unknown system error " + errno : entry.text();
    }

    /** The number of a name, or UNKNOWN. */
    public static int number(String name) {
        Entry entry = BY_NAME.get(name);
        return entry == null ? UNKNOWN : entry.errno();
    }

    static String message(UvException e) {
        StringBuilder out = new StringBuilder(name(e.errno())).append(": ").append(text(e.errno())).append(", ").append(e.syscall());
        if (e.path() != null) {
            out.append(" '").append(e.path()).append('\'');
        }
        if (e.dest() != null) {
            out.append(" -> '").append(e.dest()).append('\'');
        }
        return out.toString();
    }

    /** The Error the program sees. On the agent's thread. */
    public static JSException toGuest(UvException e) {
        JSException exception = Errors.error(Intrinsic.ERROR_PROTOTYPE, message(e));
        JSObject error = (JSObject) exception.value();
        error.define(PropertyKey.of("errno"), e.errno(), PropertyFlags.DEFAULT);
        property(error, "code", name(e.errno()));
        property(error, "syscall", e.syscall());
        property(error, "path", e.path());
        property(error, "dest", e.dest());
        return exception;
    }

    private static void property(JSObject error, String name, String value) {
        if (value != null) {
            error.define(PropertyKey.of(name), Strings.of(value), PropertyFlags.DEFAULT);
        }
    }
}
