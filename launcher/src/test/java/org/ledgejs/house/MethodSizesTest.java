package org.ledgejs.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/**
 * How long methods are, in bytes of bytecode. HotSpot inlines no hot method of more than 325 while the interpreter is
 * all there is, and never compiles one of more than 8,000.
 *
 * <p>What Truffle's processor writes is held to the same, except {@code executeAndSpecialize}, which runs only when a
 * node meets something new. Where a generated dispatch is longer, it is one test of a state bit after the other and
 * Graal sees the branches taken; interpreted, it is one call that is not inlined. Each such class is named below with
 * a ceiling, so that it does not grow unnoticed.
 */
class MethodSizesTest {

    private static final int INLINED = 325;
    private static final int COMPILED = 8_000;

    /** The generated class of a node, what its longest {@code execute*} may have, and why it needs that. */
    private record Dispatch(String node, int ceiling, String reason) { }

    private static final List<Dispatch> DISPATCHES = List.of(
            new Dispatch("ops/GetElementNodeGen", 1_100, "a branch a kind of array: elements of each are read without boxing"),
            new Dispatch("ops/SetElementNodeGen", 1_450, "a branch a kind of array and of value, appending and the first element among them"),
            new Dispatch("ops/GetPropertyNodeGen", 750, "caches of inherited constants, of objects and of primitives, each a loop over what was seen, and proxies"),
            new Dispatch("ops/SetPropertyNodeGen", 550, "caches of overwriting and of adding, arrays' lengths, and proxies"),
            new Dispatch("ops/PrivateGetNodeGen", 425, "caches of fields, methods and accessors"),
            new Dispatch("nodes/operator/AddNodeGen", 400, "int, double, text and mixtures of them, operands unboxed"),
            new Dispatch("builtins/RegExpReplaceNodeGen", 375, "caches of the pattern's state and of the replacement's kind"));

    private final Map<String, ClassModel> classes = House.classes();

    @Test
    void everyMethodCanBeCompiled() {
        Set<String> broken = new TreeSet<>();
        int looked = 0;
        for (ClassModel model : classes.values()) {
            for (MethodModel method : model.methods()) {
                looked++;
                if (length(method) > COMPILED) {
                    broken.add(describe(model, method));
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertTrue(looked > 10_000, "methods seen: " + looked);
    }

    @Test
    void whatNodesExecuteIsInlinedWhileInterpreted() {
        Set<String> broken = new TreeSet<>();
        Set<Dispatch> needed = new HashSet<>();
        for (ClassModel model : classes.values()) {
            String name = model.thisClass().asInternalName();
            if (!House.isNode(name, classes)) {
                continue;
            }
            Dispatch dispatch = DISPATCHES.stream().filter(d -> name.equals("org/ledgejs/language/" + d.node())).findFirst().orElse(null);
            for (MethodModel method : model.methods()) {
                if (!isExecute(method) || length(method) <= INLINED) {
                    continue;
                }
                if (dispatch == null || length(method) > dispatch.ceiling()) {
                    broken.add(describe(model, method));
                } else {
                    needed.add(dispatch);
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertEquals(Set.copyOf(DISPATCHES), needed, "an exception nobody needs any more");
    }

    private static boolean isExecute(MethodModel method) {
        String name = method.methodName().stringValue();
        return name.startsWith("execute") && !name.equals("executeAndSpecialize");
    }

    private static int length(MethodModel method) {
        return method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0);
    }

    private static String describe(ClassModel model, MethodModel method) {
        return model.thisClass().asInternalName() + "." + method.methodName() + method.methodType() + ": " + length(method);
    }
}
