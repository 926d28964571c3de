package org.ledgejs.hardware.diozero;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members of a Java class that programs see: its public methods by name, and the properties that getters and
 * setters make ({@code getValue}, {@code isPressed}, {@code setValue}: {@code value}, {@code pressed}). A method
 * hides a property of the same name.
 */
final class DeviceMembers {

    /** Methods through which the device's own machinery calls it. */
    private static final Set<String> INTERNAL = Set.of("accept", "run", "setChild", "changeDetection");

    private static final ClassValue<DeviceMembers> CACHE = new ClassValue<>() {
        @Override
        protected DeviceMembers computeValue(Class<?> type) {
            return new DeviceMembers(type);
        }
    };

    private final Map<String, List<Method>> methods = new TreeMap<>();
    private final Map<String, Method> getters = new TreeMap<>();
    private final Map<String, List<Method>> setters = new TreeMap<>();

    private DeviceMembers(Class<?> type) {
        for (Method method : type.getMethods()) {
            boolean wanted = !Modifier.isStatic(method.getModifiers()) && !method.isBridge()
                    && method.getDeclaringClass() != Object.class && !INTERNAL.contains(method.getName());
            Method callable = wanted ? callable(type, method) : null;
            if (callable != null) {
                methods.computeIfAbsent(method.getName(), name -> new ArrayList<>()).add(callable);
            }
        }
        methods.values().forEach(overloads -> overloads.sort(Comparator.comparingInt(DeviceMembers::rank)
                .thenComparing(Method::toString)));
        methods.forEach(this::property);
    }

    static DeviceMembers of(Class<?> type) {
        return CACHE.get(type);
    }

    /** The method as declared by a public class or interface, through which it may be called. */
    private static Method callable(Class<?> type, Method method) {
        if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            return method;
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> declaring : each.getInterfaces()) {
                try {
                    return declaring.getMethod(method.getName(), method.getParameterTypes());
                } catch (NoSuchMethodException e) {
                    // Some other interface declares it, or none.
                }
            }
        }
        return null;
    }

    /** Of overloads that suit the same arguments, the one with the widest whole numbers comes first. */
    private static int rank(Method method) {
        int rank = method.isVarArgs() ? 100 : 0;
        for (Class<?> parameter : method.getParameterTypes()) {
            rank += parameter == int.class ? 0 : parameter == long.class ? 1 : parameter == double.class ? 2 : 3;
        }
        return rank;
    }

    private void property(String name, List<Method> overloads) {
        for (Method method : overloads) {
            int parameters = method.getParameterCount();
            boolean value = method.getReturnType() != void.class;
            if (parameters == 0 && value && name.startsWith("get") && name.length() > 3) {
                getters.put(decapitalized(name, 3), method);
            } else if (parameters == 0 && method.getReturnType() == boolean.class && name.startsWith("is") && name.length() > 2) {
                getters.put(decapitalized(name, 2), method);
            } else if (parameters == 1 && name.startsWith("set") && name.length() > 3) {
                setters.computeIfAbsent(decapitalized(name, 3), key -> new ArrayList<>()).add(method);
            }
        }
    }

    private static String decapitalized(String name, int from) {
        return Character.toLowerCase(name.charAt(from)) + name.substring(from + 1);
    }

    /** Every name, sorted. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(methods.keySet());
        names.addAll(getters.keySet());
        names.addAll(setters.keySet());
        return names;
    }

    /** The overloads of a method, none if there is no such method. */
    List<Method> methods(String name) {
        return methods.getOrDefault(name, List.of());
    }

    /** The getter of a property that no method hides, or {@code null}. */
    Method getter(String name) {
        return methods.containsKey(name) ? null : getters.get(name);
    }

    /** The setters of a property that no method hides. */
    List<Method> setters(String name) {
        return methods.containsKey(name) ? List.of() : setters.getOrDefault(name, List.of());
    }
}
