package org.ledgejs.launcher;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * A program that is interrupted, terminated or hung up on ends by that signal, so that whoever started it sees which: the Java machine would catch it
 * and end with a number. The one class of the JDK for signals is reached by reflection, since the compiler warns of its name.
 */
final class PlainSignals {

    private PlainSignals() {
    }

    /** Where the machine keeps a signal to itself, or it is ignored, everything stays as it is. */
    static void restore() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Constructor<?> named = signal.getConstructor(String.class);
            Method handle = signal.getMethod("handle", signal, handler);
            Field plain = handler.getField("SIG_DFL");
            Object ignored = handler.getField("SIG_IGN").get(null);
            for (String name : new String[] {"TERM", "INT", "HUP"}) {
                Object before = handle.invoke(null, named.newInstance(name), plain.get(null));
                if (before == ignored) {
                    handle.invoke(null, named.newInstance(name), before);
                }
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // It ends as Java programs do.
        }
    }
}
