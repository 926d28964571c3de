package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

/** What is written out does what the call site did. */
class PlainCallSitesTest {

    static final class Switches implements Function<Object, Object> {
        @Override
        public Object apply(Object value) {
            return switch (value) {
                case Integer i when i > 10 -> "large " + i;
                case Integer i -> "small " + i;
                case String s -> "text " + s;
                case int[] a -> "ints " + a.length;
                case CharSequence c -> "chars " + c;
                case null -> "null";
                default -> "other";
            };
        }
    }

    record Components(boolean z, byte b, short s, char c, int i, long l, float f, double d, String text, int[] array) { }

    static final class Nothing { }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static byte[] rewritten(Class<?> type) throws IOException {
        return new PlainCallSites(PlainCallSitesTest.class.getClassLoader()).rewrite(bytes(type));
    }

    private static Class<?> load(Class<?> type) throws IOException {
        byte[] bytes = rewritten(type);
        return new ClassLoader(type.getClassLoader()) {
            Class<?> define() {
                return defineClass(type.getName(), bytes, 0, bytes.length);
            }
        }.define();
    }

    private static List<String> sites(byte[] bytes) {
        List<String> names = new ArrayList<>();
        ClassFile.of().parse(bytes).methods().forEach(method -> method.code().ifPresent(code -> code.forEach(element -> {
            if (element instanceof InvokeDynamicInstruction site) {
                names.add(site.name().stringValue());
            }
        })));
        return names;
    }

    @Test
    void aSwitchOverTypesChoosesTheSameCase() throws Exception {
        assertFalse(sites(rewritten(Switches.class)).contains("typeSwitch"));
        var constructor = load(Switches.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        @SuppressWarnings("unchecked")
        Function<Object, Object> plain = (Function<Object, Object>) constructor.newInstance();
        for (Object value : Arrays.asList(3, 30, "a", new int[2], new StringBuilder("b"), 1.5, null)) {
            assertEquals(new Switches().apply(value), plain.apply(value));
        }
    }

    @Test
    void aRecordHasTheSameHashCodeAndEquals() throws Exception {
        assertEquals(List.of("toString"), sites(rewritten(Components.class)));
        var constructor = load(Components.class).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        int[] array = {1};
        Object[][] samples = {
            {true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7.0, "t", array}, {true, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7.0, "t", array},
            {false, (byte) 1, (short) 2, 'c', 4, 5L, 6f, 7.0, "t", array}, {true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, null, null},
            {true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, 0.0, null, null}, {true, (byte) 1, (short) 2, 'c', 4, 6L, 6f, 7.0, "t", array}};
        for (Object[] a : samples) {
            for (Object[] b : samples) {
                Components first = components(a);
                Components second = components(b);
                Object plain = constructor.newInstance(a);
                assertEquals(first.hashCode(), plain.hashCode());
                assertEquals(first.equals(second), plain.equals(constructor.newInstance(b)));
                assertFalse(plain.equals(first));
            }
        }
    }

    private static Components components(Object[] v) {
        return new Components((boolean) v[0], (byte) v[1], (short) v[2], (char) v[3], (int) v[4], (long) v[5], (float) v[6], (double) v[7],
                (String) v[8], (int[]) v[9]);
    }

    @Test
    void aClassWithoutSuchSitesStaysAsItIs() throws Exception {
        byte[] bytes = bytes(Nothing.class);
        assertSame(bytes, new PlainCallSites(getClass().getClassLoader()).rewrite(bytes));
    }
}
