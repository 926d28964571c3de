package org.ledgejs.hardware.diozero;

import com.oracle.truffle.api.interop.InteropException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.ledgejs.hardware.HardwareContext;
import org.ledgejs.hardware.embedded.EmbeddedException;

/**
 * One call of a Java method with the program's arguments: the first overload they suit is called, a byte array is
 * copied there and back, and what it throws becomes the program's error.
 */
final class Invocation {

    private final HardwareContext hardware;
    private final Object receiver;
    private final String name;

    Invocation(HardwareContext hardware, Object receiver, String name) {
        this.hardware = hardware;
        this.receiver = receiver;
        this.name = name;
    }

    Object run(List<Method> overloads, Object... arguments) {
        for (Method method : overloads) {
            Object[] converted = convert(method, arguments);
            if (converted != null) {
                return Conversions.toGuest(invoke(method, converted, arguments), hardware);
            }
        }
        throw hardware.agent().error(EmbeddedException.typeError("%s.%s: these arguments suit none of %s".formatted(
                receiver.getClass().getSimpleName(), name, overloads.stream().map(Invocation::signature).toList())));
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
    }

    private static Object[] convert(Method method, Object[] arguments) {
        Class<?>[] types = method.getParameterTypes();
        int fixed = types.length - 1;
        if (types.length != arguments.length
                || method.isVarArgs() && Conversions.toJava(arguments[fixed], types[fixed]) == Conversions.IMPOSSIBLE) {
            return method.isVarArgs() && types[fixed] == byte[].class && arguments.length >= fixed
                    ? convertSpread(types, arguments) : null;
        }
        Object[] converted = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            converted[i] = Conversions.toJava(arguments[i], types[i]);
            if (converted[i] == Conversions.IMPOSSIBLE) {
                return null;
            }
        }
        return converted;
    }

    /** Bytes one by one at the end. */
    private static Object[] convertSpread(Class<?>[] types, Object[] arguments) {
        int fixed = types.length - 1;
        Object[] converted = new Object[types.length];
        byte[] bytes = new byte[arguments.length - fixed];
        for (int i = 0; i < arguments.length; i++) {
            Object value = Conversions.toJava(arguments[i], i < fixed ? types[i] : byte.class);
            if (value == Conversions.IMPOSSIBLE) {
                return null;
            }
            if (i < fixed) {
                converted[i] = value;
            } else {
                bytes[i - fixed] = (Byte) value;
            }
        }
        converted[fixed] = bytes;
        return converted;
    }

    private Object invoke(Method method, Object[] converted, Object[] arguments) {
        byte[][] before = new byte[converted.length][];
        for (int i = 0; i < converted.length; i++) {
            before[i] = converted[i] instanceof byte[] bytes ? bytes.clone() : null;
        }
        try {
            Object result = method.invoke(receiver, converted);
            for (int i = 0; i < converted.length; i++) {
                if (before[i] != null && !Arrays.equals(before[i], (byte[]) converted[i])) {
                    Conversions.copyBack((byte[]) converted[i], arguments[i]);
                }
            }
            return result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw hardware.agent().error(error(e.getCause()));
        } catch (IllegalAccessException | InteropException e) {
            throw hardware.agent().error(error(e));
        }
    }

    private static EmbeddedException error(Throwable cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return cause instanceof RuntimeException exception ? EmbeddedException.of(exception)
                : EmbeddedException.error(String.valueOf(cause.getMessage()));
    }
}
