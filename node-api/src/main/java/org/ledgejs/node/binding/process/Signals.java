package org.ledgejs.node.binding.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/**
 * Signals of the process, through the one class of the JDK that has them. It is reached by reflection, since the compiler warns of its name. While
 * anybody listens to a signal the virtual machine's own reaction is off.
 */
public final class Signals {
    private static final String[] NAMES = {null, "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
        "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS"};
    private static final Map<Integer, Watch> WATCHED = new HashMap<>();

    private record Watch(List<IntConsumer> listeners, Object previous) { }

    private Signals() { }

    private static Object signal(int number) throws ReflectiveOperationException {
        return type("Signal").getConstructor(String.class).newInstance(NAMES[number]);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("sun.misc." + name);
    }

    /** As SIGTERM; with the number where it has no name. */
    public static String name(int number) {
        return isKnown(number) ? "SIG" + NAMES[number] : "SIG" + number;
    }

    static boolean isKnown(int number) {
        return number > 0 && number < NAMES.length;
    }

    /** Sends one to the process itself. @return false if the virtual machine cannot */
    static boolean raise(int number) {
        try {
            Object signal = signal(number);
            type("Signal").getMethod("raise", signal.getClass()).invoke(null, signal);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /** @param listener gets the number, on a thread of the virtual machine @return false if the machine keeps the signal to itself */
    public static synchronized boolean listen(int number, IntConsumer listener) {
        Watch watch = WATCHED.get(number);
        if (watch == null) {
            List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
            try {
                Class<?> handlerType = type("SignalHandler");
                Object handler = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return ofObject(proxy, method, arguments);
                    }
                    listeners.forEach(each -> each.accept(number));
                    return null;
                });
                watch = new Watch(listeners, handle(number, handler));
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                return false;
            }
            WATCHED.put(number, watch);
        }
        watch.listeners().add(listener);
        return true;
    }

    private static Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> "signal listener";
        };
    }

    /** Sets the handler. @return the one before */
    private static Object handle(int number, Object handler) throws ReflectiveOperationException {
        try {
            return type("Signal").getMethod("handle", type("Signal"), type("SignalHandler")).invoke(null, signal(number), handler);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException reserved) {
                throw reserved;
            }
            throw e;
        }
    }

    public static synchronized void unlisten(int number, IntConsumer listener) {
        Watch watch = WATCHED.get(number);
        if (watch != null && watch.listeners().remove(listener) && watch.listeners().isEmpty()) {
            WATCHED.remove(number);
            try {
                handle(number, watch.previous());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
