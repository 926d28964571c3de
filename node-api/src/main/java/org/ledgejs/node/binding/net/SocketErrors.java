package org.ledgejs.node.binding.net;

import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.FileSystemException;
import java.util.Locale;

import io.netty.channel.socket.ChannelOutputShutdownException;

import org.ledgejs.node.binding.UvErrors;

/** Error numbers of what Java's sockets throw: they tell the operating system's text only, so that text decides, then the class. */
public final class SocketErrors {
    private static final int EAFNOSUPPORT = -97;
    private static final int EALREADY = -114;
    private static final int EISCONN = -106;

    private SocketErrors() { }

    /** @return a negative errno */
    public static int status(Throwable failure) {
        int byText = failure.getMessage() == null ? 0 : byText(failure.getMessage().toLowerCase(Locale.ROOT));
        if (byText != 0) {
            return byText;
        }
        return switch (failure) {
            case ChannelOutputShutdownException e -> UvErrors.EPIPE;
            case ConnectException e -> UvErrors.ECONNREFUSED;
            case BindException e -> UvErrors.EADDRINUSE;
            case NoRouteToHostException e -> UvErrors.EHOSTUNREACH;
            case PortUnreachableException e -> UvErrors.ECONNREFUSED;
            case SocketException e -> UvErrors.ECONNRESET;
            case ClosedChannelException e -> UvErrors.ECANCELED;
            case AlreadyConnectedException e -> EISCONN;
            case ConnectionPendingException e -> EALREADY;
            case NotYetConnectedException e -> UvErrors.ENOTCONN;
            case UnsupportedAddressTypeException e -> EAFNOSUPPORT;
            case UnresolvedAddressException e -> UvErrors.EAI_NONAME;
            case UnsupportedOperationException e -> EAFNOSUPPORT;
            case AlreadyBoundException e -> UvErrors.EINVAL;
            case IllegalArgumentException e -> UvErrors.EINVAL;
            case FileSystemException e -> UvErrors.EACCES;
            case SecurityException e -> UvErrors.EACCES;
            default -> UvErrors.UNKNOWN;
        };
    }

    /** Netty puts the address behind the text, so its beginning counts. */
    private static int byText(String text) {
        if (text.startsWith("connection reset")) {
            return UvErrors.ECONNRESET;
        }
        if (text.startsWith("unix domain path too long")) {
            return UvErrors.number("ENAMETOOLONG");
        }
        for (String[] entry : TEXTS) {
            if (text.startsWith(entry[0])) {
                return UvErrors.number(entry[1]);
            }
        }
        return 0;
    }

    /** As the C library of Linux says them. */
    private static final String[][] TEXTS = {
        {"address already in use", "EADDRINUSE"}, {"cannot assign requested address", "EADDRNOTAVAIL"}, {"permission denied", "EACCES"},
        {"operation not permitted", "EPERM"}, {"connection refused", "ECONNREFUSED"}, {"broken pipe", "EPIPE"},
        {"connection timed out", "ETIMEDOUT"}, {"network is unreachable", "ENETUNREACH"}, {"no route to host", "EHOSTUNREACH"},
        {"host is down", "EHOSTDOWN"}, {"network is down", "ENETDOWN"}, {"too many open files in system", "ENFILE"},
        {"too many open files", "EMFILE"}, {"no such file or directory", "ENOENT"}, {"not a directory", "ENOTDIR"},
        {"file name too long", "ENAMETOOLONG"}, {"invalid argument", "EINVAL"}, {"software caused connection abort", "ECONNABORTED"},
        {"no buffer space available", "ENOBUFS"}, {"socket operation on non-socket", "ENOTSOCK"}, {"protocol not available", "ENOPROTOOPT"},
        {"message too long", "EMSGSIZE"}, {"destination address required", "EDESTADDRREQ"}, {"no such device", "ENODEV"},
        {"address family not supported", "EAFNOSUPPORT"}, {"protocol family not supported", "EAFNOSUPPORT"},
    };
}
