package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

/** What nodes must not do, held against the class files. */
class NodesTest {

    private static final OwnClasses CLASSES = OwnClasses.read();
    private static final List<String> OF_ONE_CONTEXT = List.of("org/ledgejs/language/runtime/Realm", "org/ledgejs/language/runtime/Agent",
            "org/ledgejs/language/runtime/JSObject");

    /** Classes that live among nodes but belong to one running program, with the reason; no node may hold one. */
    private static final Map<String, String> STATE_OF_PROGRAMS = Map.of(
            "org/ledgejs/language/nodes/control/PropertyEnumerator", "where a for-in loop is: lives in a frame",
            "org/ledgejs/language/nodes/module/GuestModule", "a module of one realm: reached through its function's scope",
            "org/ledgejs/language/EntryRootNode$OfRecord$Evaluation", "handed from one half of an evaluation to the other");

    /** What nodes remember of a program while their engine has no other; {@link LedgeLanguage#singleContext} ends it. */
    private static final String OF_THE_ONLY_CONTEXT = "org/ledgejs/language/ops/PrototypeChain";

    /** Contexts of one engine share nodes: no realm, no agent, no object of the program, and nothing that holds one of these. */
    @Test
    void nodesHoldNothingOfOneContext() {
        Set<String> bound = boundToOneContext();
        Map<String, String> broken = new TreeMap<>();
        int looked = 0;
        for (Map.Entry<String, ClassModel> entry : CLASSES.byName().entrySet()) {
            if (!livesAmongNodes(entry.getKey()) || STATE_OF_PROGRAMS.containsKey(entry.getKey()) || entry.getKey().equals(OF_THE_ONLY_CONTEXT)) {
                continue;
            }
            for (FieldModel field : entry.getValue().fields()) {
                looked++;
                String type = OwnClasses.heldType(field);
                if (bound.contains(type)) {
                    broken.put(entry.getKey() + "." + field.fieldName(), type);
                }
            }
        }
        assertEquals(Map.of(), broken);
        assertTrue(looked > 500, "fields seen: " + looked);
    }

    @Test
    void stateOfProgramsIsNoNode() {
        for (String name : STATE_OF_PROGRAMS.keySet()) {
            assertTrue(CLASSES.byName().containsKey(name), name);
            assertTrue(boundToOneContext().contains(name), name + " needs no exception");
            assertTrue(!isNode(name), name);
        }
    }

    /**
     * Leaving compiled code without giving it up is for what happens once. What a program can do often, throwing before all, would
     * leave it each time, until the compiler refuses the function for good. A {@code @TruffleBoundary} costs nothing like it.
     */
    @Test
    void noPathLeavesCompiledCodeAgainAndAgain() {
        Set<String> broken = new TreeSet<>();
        CLASSES.byName().forEach((name, model) -> model.methods().forEach(method -> method.code().ifPresent(code -> code.forEach(element -> {
            if (element instanceof InvokeInstruction invoke && invoke.owner().asInternalName().equals("com/oracle/truffle/api/CompilerDirectives")
                    && invoke.name().equalsString("transferToInterpreter")) {
                broken.add(name + "." + method.methodName());
            }
        }))));
        assertEquals(Set.of(), broken);
    }

    /** The classes an instance of which belongs to one context: those three, what inherits from them, and what holds any of these. */
    private static Set<String> boundToOneContext() {
        Set<String> bound = new HashSet<>();
        for (String name : CLASSES.byName().keySet()) {
            if (CLASSES.inherits(name, OF_ONE_CONTEXT)) {
                bound.add(name);
            }
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<String, ClassModel> entry : CLASSES.byName().entrySet()) {
                if (!bound.contains(entry.getKey()) && !entry.getKey().equals(OF_THE_ONLY_CONTEXT) && (holdsOneOf(entry.getValue(), bound) || CLASSES.inherits(entry.getKey(), bound))) {
                    grown = bound.add(entry.getKey());
                }
            }
        }
        return bound;
    }

    private static boolean holdsOneOf(ClassModel model, Set<String> types) {
        return !isNode(model.thisClass().asInternalName()) && model.fields().stream().anyMatch(field -> types.contains(OwnClasses.heldType(field)));
    }

    /** Nodes, the classes within them (where generated code keeps its caches), and their neighbours. */
    private static boolean livesAmongNodes(String name) {
        String folder = OwnClasses.packageOf(name);
        return folder.equals("ops") || folder.equals("nodes") || folder.startsWith("nodes.") || isNode(name)
                || name.contains("$") && livesAmongNodes(name.substring(0, name.lastIndexOf('$')));
    }

    private static boolean isNode(String name) {
        return CLASSES.inherits(name, List.of("com/oracle/truffle/api/nodes/Node", "com/oracle/truffle/api/nodes/RootNode"));
    }
}
