package org.ledgejs.node.loop;

import io.netty.util.internal.logging.AbstractInternalLogger;

/** Says nothing: what goes wrong with a socket reaches the program as its errors. */
final class SilentLogger extends AbstractInternalLogger {
    private static final long serialVersionUID = 1;

    SilentLogger(String name) {
        super(name);
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public void trace(String message) { }

    @Override
    public void trace(String format, Object a) { }

    @Override
    public void trace(String format, Object a, Object b) { }

    @Override
    public void trace(String format, Object... arguments) { }

    @Override
    public void trace(String message, Throwable failure) { }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) { }

    @Override
    public void debug(String format, Object a) { }

    @Override
    public void debug(String format, Object a, Object b) { }

    @Override
    public void debug(String format, Object... arguments) { }

    @Override
    public void debug(String message, Throwable failure) { }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public void info(String message) { }

    @Override
    public void info(String format, Object a) { }

    @Override
    public void info(String format, Object a, Object b) { }

    @Override
    public void info(String format, Object... arguments) { }

    @Override
    public void info(String message, Throwable failure) { }

    @Override
    public boolean isWarnEnabled() {
        return false;
    }

    @Override
    public void warn(String message) { }

    @Override
    public void warn(String format, Object a) { }

    @Override
    public void warn(String format, Object a, Object b) { }

    @Override
    public void warn(String format, Object... arguments) { }

    @Override
    public void warn(String message, Throwable failure) { }

    @Override
    public boolean isErrorEnabled() {
        return false;
    }

    @Override
    public void error(String message) { }

    @Override
    public void error(String format, Object a) { }

    @Override
    public void error(String format, Object a, Object b) { }

    @Override
    public void error(String format, Object... arguments) { }

    @Override
    public void error(String message, Throwable failure) { }
}
