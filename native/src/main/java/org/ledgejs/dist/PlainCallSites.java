package org.ledgejs.dist;

import static java.lang.constant.ConstantDescs.CD_Boolean;
import static java.lang.constant.ConstantDescs.CD_Byte;
import static java.lang.constant.ConstantDescs.CD_Character;
import static java.lang.constant.ConstantDescs.CD_Double;
import static java.lang.constant.ConstantDescs.CD_Float;
import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Long;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Short;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_int;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes out the call sites that the JDK's AOT cache does not keep: switches over types
 * ({@link java.lang.runtime.SwitchBootstraps#typeSwitch}) and hashCode and equals of records
 * ({@link java.lang.runtime.ObjectMethods}). Left as they are, each spins a hidden class when first reached, some milliseconds
 * a site, and a start reaches dozens. What they are replaced by is what their bootstrap methods specify, as a private static method
 * of the same class.
 */
final class PlainCallSites {
    private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");

    private final ClassFile files;

    /** For jars that refer to nothing but each other and the JDK. */
    static PlainCallSites of(Collection<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        int i = 0;
        for (Path jar : jars) {
            urls[i++] = jar.toUri().toURL();
        }
        return new PlainCallSites(new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
    }

    /** @param hierarchy finds the class files of what is rewritten and of what that refers to */
    PlainCallSites(ClassLoader hierarchy) {
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(hierarchy).orElse(ClassHierarchyResolver.defaultResolver()).cached()));
    }

    /** The class with its call sites written out; the same bytes if it has none of these. */
    byte[] rewrite(byte[] bytes) {
        if (!mentions(bytes, "java/lang/runtime/")) {
            return bytes;
        }
        ClassModel model = files.parse(bytes);
        ClassDesc owner = model.thisClass().asSymbol();
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        List<Consumer<ClassBuilder>> methods = new ArrayList<>();
        CodeTransform calls = (builder, element) -> {
            Consumer<CodeBuilder> body = element instanceof InvokeDynamicInstruction site ? body(owner, site) : null;
            if (body == null) {
                builder.with(element);
                return;
            }
            InvokeDynamicInstruction site = (InvokeDynamicInstruction) element;
            String name = "site$" + methods.size();
            MethodTypeDesc type = site.typeSymbol();
            methods.add(target -> target.withMethodBody(name, type, ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, body));
            builder.invokestatic(owner, name, type, isInterface);
        };
        byte[] rewritten = files.transformClass(model, ClassTransform.transformingMethodBodies(
                method -> method.code().isPresent() && method.code().get().elementStream().anyMatch(
                        e -> e instanceof InvokeDynamicInstruction site && body(owner, site) != null), calls)
                .andThen(ClassTransform.endHandler(builder -> methods.forEach(method -> method.accept(builder)))));
        return methods.isEmpty() ? bytes : rewritten;
    }

    /** A copy of a jar with the call sites of its classes written out. */
    void rewrite(Path jar, Path copy) throws IOException {
        Files.createDirectories(copy.getParent());
        try (JarFile in = new JarFile(jar.toFile(), false); ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
                byte[] bytes;
                try (InputStream content = in.getInputStream(entry)) {
                    bytes = content.readAllBytes();
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(isClass(entry.getName()) ? rewrite(bytes) : bytes);
                out.closeEntry();
            }
        }
    }

    /** Whether a file in a jar is a class with code. */
    static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static boolean mentions(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** What the site does, or null for one that is left as it is. */
    private static Consumer<CodeBuilder> body(ClassDesc owner, InvokeDynamicInstruction site) {
        ClassDesc bootstrap = site.bootstrapMethod().owner();
        String name = site.name().stringValue();
        List<ConstantDesc> arguments = site.bootstrapArgs();
        if (bootstrap.equals(SWITCHES) && name.equals("typeSwitch")) {
            boolean known = !site.typeSymbol().parameterType(0).isPrimitive() && arguments.stream().allMatch(
                    label -> label instanceof ClassDesc type && !type.isPrimitive() || label instanceof String || label instanceof Integer);
            return known ? code -> typeSwitch(code, arguments) : null;
        }
        if (bootstrap.equals(RECORDS) && !name.equals("toString")) {
            List<DirectMethodHandleDesc> components = arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
            return name.equals("hashCode") ? code -> hashCode(code, owner, components) : code -> equals(code, owner, components);
        }
        return null;
    }

    /** (selector, restart index) to the index of the first label from there on that fits, their number if none, -1 for null. */
    private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
        code.aload(0).ifThen(Opcode.IFNULL, null_ -> null_.iconst_m1().ireturn());
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            fits(code, labels.get(i), next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }

    private static void fits(CodeBuilder code, ConstantDesc label, Label otherwise) {
        switch (label) {
            case ClassDesc type -> code.aload(0).instanceOf(type).ifeq(otherwise);
            case String text -> code.loadConstant(text).aload(0)
                    .invokevirtual(CD_String, "equals", MethodTypeDesc.of(CD_boolean, CD_Object)).ifeq(otherwise);
            case Integer number -> {
                Label found = code.newLabel();
                Label character = code.newLabel();
                ClassDesc integer = CD_Integer;
                ClassDesc letter = CD_Character;
                code.aload(0).instanceOf(integer).ifeq(character)
                        .aload(0).checkcast(integer).invokevirtual(integer, "intValue", MethodTypeDesc.of(CD_int)).loadConstant(number).if_icmpeq(found)
                        .labelBinding(character).aload(0).instanceOf(letter).ifeq(otherwise)
                        .aload(0).checkcast(letter).invokevirtual(letter, "charValue", MethodTypeDesc.of(CD_char))
                        .loadConstant(number).if_icmpne(otherwise).labelBinding(found);
            }
            default -> throw new IllegalArgumentException("label " + label);
        }
    }

    private static ClassDesc type(DirectMethodHandleDesc component) {
        return component.invocationType().returnType();
    }

    private static void hashCode(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> components) {
        code.iconst_0();
        for (DirectMethodHandleDesc component : components) {
            ClassDesc type = type(component);
            code.loadConstant(31).imul().aload(0).getfield(owner, component.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(wrapper(type), "hashCode", MethodTypeDesc.of(CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static void equals(CodeBuilder code, ClassDesc owner, List<DirectMethodHandleDesc> components) {
        Label different = code.newLabel();
        code.aload(0).aload(1).ifThen(Opcode.IF_ACMPEQ, same -> same.iconst_1().ireturn());
        code.aload(1).instanceOf(owner).ifeq(different).aload(1).checkcast(owner).astore(2);
        for (DirectMethodHandleDesc component : components) {
            ClassDesc type = type(component);
            code.aload(0).getfield(owner, component.methodName(), type).aload(2).getfield(owner, component.methodName(), type);
            switch (TypeKind.from(type)) {
                case REFERENCE -> code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object)).ifeq(different);
                case LONG -> code.lcmp().ifne(different);
                case FLOAT, DOUBLE -> code.invokestatic(wrapper(type), "compare", MethodTypeDesc.of(CD_int, type, type)).ifne(different);
                default -> code.if_icmpne(different);
            }
        }
        code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> CD_Boolean;
            case BYTE -> CD_Byte;
            case SHORT -> CD_Short;
            case CHAR -> CD_Character;
            case INT -> CD_Integer;
            case LONG -> CD_Long;
            case FLOAT -> CD_Float;
            case DOUBLE -> CD_Double;
            default -> throw new IllegalArgumentException(primitive.displayName());
        };
    }
}
