package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** Which package of the engine may use which: the table of docs/architecture.md, held against the class files. */
class ArchitectureTest {

    private static final OwnClasses CLASSES = OwnClasses.read();
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+);");
    private static final Pattern EXPORT_MESSAGE = Pattern.compile("Lcom/oracle/truffle/api/library/ExportMessage(\\$Repeat)?;");

    /** Packages with those below them; each sees itself. The root package is the wiring and sees all. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            row("source"),
            row("syntax", "source"),
            row("code", "source"),
            row("code.resolver", "code", "syntax", "source"),
            row("image", "code", "source"),
            row("runtime"),
            row("ops", "runtime"),
            row("nodes", "code", "ops", "runtime"),
            row("builtins", "ops", "runtime"),
            row("interop", "ops", "runtime"),
            row("host", "runtime"));

    private static final Set<String> WITHOUT_TRUFFLE = Set.of("source", "syntax", "code", "code.resolver", "image");

    /** One class that one package may use beyond the table. */
    private record Extra(String from, String to, String reason) { }

    private static final List<Extra> EXTRAS = List.of(
            new Extra("runtime", "LedgeLanguage", "values answer getLanguage, and context references are made, with the language's class"),
            new Extra("runtime", "LedgeContext", "the type of the one context reference, in Agent"),
            new Extra("interop", "LedgeLanguage", "scopes answer getLanguage with the language's class"),
            new Extra("nodes", "LedgeLanguage", "Truffle makes root nodes for a language"),
            new Extra("builtins", "LedgeLanguage", "Truffle makes root nodes for a language"),
            new Extra("builtins", "nodes.JSNode", "a builtin that loops call is a node, with its arguments as children"),
            new Extra("nodes", "interop.LocalScope", "nodes answer debuggers' getScope; only they know their frames"),
            new Extra("host", "builtins.PropertyTable", "extensions declare globals the way builtins are declared"));

    @Test
    void packagesUseOnlyWhatTheTableAllows() {
        Set<String> broken = new TreeSet<>();
        Set<Extra> used = new HashSet<>();
        for (Map.Entry<String, ClassModel> entry : CLASSES.byName().entrySet()) {
            String from = layer(entry.getKey());
            if (from.isEmpty()) {
                continue;
            }
            for (String name : references(entry.getValue())) {
                if (name.startsWith(OwnClasses.ROOT + "/") && !isAllowed(from, name, used) && !isRunningBack(entry.getKey(), name)) {
                    broken.add(entry.getKey() + " uses " + name);
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertEquals(Set.copyOf(EXTRAS), used, "an exception nobody needs any more");
    }

    @Test
    void textCodeAndImagesNeedNoTruffle() {
        Set<String> broken = new TreeSet<>();
        CLASSES.byName().forEach((name, model) -> {
            if (WITHOUT_TRUFFLE.contains(layer(name))) {
                references(model).stream().filter(ArchitectureTest::isOfGraal).forEach(used -> broken.add(name + " uses " + used));
            }
        });
        assertEquals(Set.of(), broken);
    }

    /** The one edge that runs back: objects answer messages through nodes of ops, from the bodies of those messages alone. */
    @Test
    void objectsUseOpsOnlyToAnswerMessages() {
        List<String> broken = new ArrayList<>();
        int answering = 0;
        for (Map.Entry<String, ClassModel> entry : CLASSES.byName().entrySet()) {
            if (!layer(entry.getKey()).equals("runtime") || isGenerated(entry.getKey())) {
                continue;
            }
            entry.getValue().fields().stream().filter(field -> layerOrNone(OwnClasses.heldType(field)).equals("ops"))
                    .forEach(field -> broken.add(entry.getKey() + "." + field.fieldName()));
            for (MethodModel method : entry.getValue().methods()) {
                if (usesOps(method)) {
                    if (isMessage(entry.getValue(), method)) {
                        answering++;
                    } else {
                        broken.add(entry.getKey() + "." + method.methodName());
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(answering > 0, "no message uses ops: the exception can go");
    }

    @Test
    void theTableNamesEveryPackage() {
        Set<String> packages = new TreeSet<>();
        CLASSES.byName().keySet().forEach(name -> packages.add(layer(name)));
        Set<String> expected = new TreeSet<>(MAY_USE.keySet());
        expected.add("");
        assertEquals(expected, packages);
    }

    private static Map.Entry<String, Set<String>> row(String name, String... mayUse) {
        return Map.entry(name, Set.of(mayUse));
    }

    private static boolean isAllowed(String from, String name, Set<Extra> used) {
        String to = layer(name);
        if (to.equals(from) || MAY_USE.get(from).contains(to)) {
            return true;
        }
        String local = name.substring(OwnClasses.ROOT.length() + 1).replace('/', '.');
        for (Extra extra : EXTRAS) {
            if (extra.from().equals(from) && (local.equals(extra.to()) || local.startsWith(extra.to() + "$"))) {
                used.add(extra);
                return true;
            }
        }
        return false;
    }

    private static boolean isRunningBack(String from, String to) {
        return layer(from).equals("runtime") && layer(to).equals("ops");
    }

    /** The row of the table a class belongs to: packages below one without a row of their own are part of it. */
    private static String layer(String name) {
        String found = OwnClasses.packageOf(name);
        while (!MAY_USE.containsKey(found) && found.contains(".")) {
            found = found.substring(0, found.lastIndexOf('.'));
        }
        return found;
    }

    private static String layerOrNone(String name) {
        return name.startsWith(OwnClasses.ROOT + "/") ? layer(name) : "";
    }

    private static boolean isOfGraal(String name) {
        return name.startsWith("com/oracle/") || name.startsWith("org/graalvm/");
    }

    /** The code Truffle's processor writes for exported messages: it calls the messages' bodies and holds their nodes. */
    private static boolean isGenerated(String name) {
        return name.matches(".*Gen(\\$.*)?");
    }

    /** A message is a method of its own, or a class whose methods are its cases. */
    private static boolean isMessage(ClassModel owner, MethodModel method) {
        return isExported(method) || isExported(owner);
    }

    private static boolean isExported(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream().flatMap(all -> all.annotations().stream())
                .anyMatch(annotation -> EXPORT_MESSAGE.matcher(annotation.className().stringValue()).matches());
    }

    private static boolean usesOps(MethodModel method) {
        Set<String> names = new HashSet<>();
        addDescriptor(method.methodType().stringValue(), names);
        method.code().ifPresent(code -> code.forEach(element -> {
            switch (element) {
                case InvokeInstruction invoke -> {
                    names.add(invoke.owner().asInternalName());
                    addDescriptor(invoke.type().stringValue(), names);
                }
                case FieldInstruction field -> {
                    names.add(field.owner().asInternalName());
                    addDescriptor(field.type().stringValue(), names);
                }
                case NewObjectInstruction made -> names.add(made.className().asInternalName());
                default -> { }
            }
        }));
        return names.stream().anyMatch(name -> layerOrNone(name).equals("ops"));
    }

    /** Every class a class file names: in code, types of members, generics and annotations. */
    private static Set<String> references(ClassModel model) {
        Set<String> names = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type when !type.asInternalName().startsWith("[") -> names.add(type.asInternalName());
                case Utf8Entry text -> addDescriptor(text.stringValue(), names);
                default -> { }
            }
        }
        return names;
    }

    private static void addDescriptor(String text, Set<String> names) {
        for (Matcher matcher = DESCRIPTOR.matcher(text); matcher.find();) {
            names.add(matcher.group(1));
        }
    }
}
