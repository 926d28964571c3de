package org.ledgejs.node.binding;

/** A failed call of the operating system, as libuv reports it. Passes between Java code of the bindings only: {@link UvErrors} makes it an Error for the program. */
@SuppressWarnings("serial")
public final class UvException extends RuntimeException {
    private final int errno;
    private final String syscall;
    private final String path;
    private final String dest;

    /** @param errno negative @param path null for none @param dest null for none */
    public UvException(int errno, String syscall, String path, String dest) {
        super(null, null, false, false);
        this.errno = errno;
        this.syscall = syscall;
        this.path = path;
        this.dest = dest;
    }

    public UvException(int errno, String syscall) {
        this(errno, syscall, null, null);
    }

    public int errno() {
        return errno;
    }

    public String syscall() {
        return syscall;
    }

    public String path() {
        return path;
    }

    public String dest() {
        return dest;
    }

    @Override
    public String getMessage() {
        return UvErrors.message(this);
    }
}
