package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.syntax.ClassElement;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.PropertyKey;
import org.ledgejs.language.syntax.Statement;

/** Classes (ECMA-262 §15.7.14): the op that makes constructor and methods, with the scope before it and the static elements behind it. */
final class Classes {
    private final UnitWriter w;

    Classes(UnitWriter w) {
        this.w = w;
    }

    /** @param name the name of the class: a string, or a property key in a variable */
    Code classNode(ClassNode node, Code name) {
        List<Code> list = new ArrayList<>();
        int decoration = -1;
        if (ClassAnalysis.isDecorated(node)) {
            decoration = w.f.temporary();
            list.add(UnitWriter.setLocal(decoration, Code.of(NEW_DECORATION)));
            list.addAll(w.decorators.evaluate(node.decorators(), Decorators.CLASS_ITSELF, decoration));
        }
        Scope scope = w.analysis.scopeOf(node);
        w.open(scope);
        if (scope.isMaterialized()) {
            list.add(w.newScope(scope));
        }
        for (Binding b : scope.bindings()) {
            if (b.kind == Binding.Kind.PRIVATE_NAME) {
                list.add(w.variables.initialize(b, Code.of(NEW_PRIVATE_NAME, b.name)));
            }
        }
        w.decorators.initializeStorage(node, list);
        if (decoration >= 0) {
            list.add(w.variables.initialize(scope.get(ClassAnalysis.DECORATION), UnitWriter.local(decoration)));
        }
        w.f.classCode++;
        Code definition = definition(node, name, scope, decoration);
        w.f.classCode--;
        Binding own = node.name() == null ? null : scope.get(node.name());
        if (own != null && !own.used && !own.captured) {
            own = null;
        }
        FunctionScope statics = w.analysis.initializerOf(node, true);
        if (decoration >= 0) {
            decorated(node, name, definition, decoration, own, statics, list);
            w.f.release(decoration);
        } else if (own == null && statics == null) {
            list.add(definition);
        } else {
            int t = w.f.temporary();
            list.add(UnitWriter.setLocal(t, definition));
            if (own != null) {
                list.add(w.variables.initialize(own, UnitWriter.local(t)));
            }
            if (statics != null) {
                list.add(initializeStatics(node, statics, t, t));
            }
            list.add(UnitWriter.local(t));
            w.f.release(t);
        }
        w.close(scope);
        return UnitWriter.comma(list);
    }

    /** What follows the definition of a class with decorators (ClassDefinitionEvaluation of the proposal): the class may become another one. */
    private void decorated(ClassNode node, Code name, Code definition, int decoration, Binding own, FunctionScope statics, List<Code> list) {
        int original = w.f.temporary();
        int result = w.f.temporary();
        list.add(UnitWriter.setLocal(original, definition));
        list.add(UnitWriter.setLocal(result, w.decorators.apply(node, decoration, original, name)));
        if (own != null) {
            list.add(w.variables.initialize(own, UnitWriter.local(result)));
        }
        if (Decorators.anyStaticMethod(node)) {
            list.add(w.decorators.run(UnitWriter.local(decoration), Decorators.STATIC_METHODS, UnitWriter.local(result)));
        }
        if (statics != null) {
            list.add(initializeStatics(node, statics, original, result));
        }
        if (!node.decorators().isEmpty()) {
            list.add(w.decorators.run(UnitWriter.local(decoration), Decorators.CLASS_ITSELF, UnitWriter.local(result)));
        }
        list.add(UnitWriter.local(result));
        w.f.release(result);
        w.f.release(original);
    }

    /** Runs the static fields and blocks, as a method of the home object with the other as its this value. */
    private Code initializeStatics(ClassNode node, FunctionScope statics, int home, int self) {
        int function = initializer(node, statics, true);
        Code initializer = Code.of(CLOSURE_METHOD, function, w.variables.currentScopeSlot(), UnitWriter.local(home));
        return Code.of(CALL_THIS, initializer, UnitWriter.local(self), List.of()).at(node.start(), node.end());
    }

    /** @param decoration the slot with it; -1 for a class without decorators */
    private Code definition(ClassNode node, Code name, Scope scope, int decoration) {
        scope.privateNamesHidden = true;
        Code heritage = node.heritage() == null ? null : w.expressions.expression(node.heritage());
        scope.privateNamesHidden = false;
        // Decorators may call methods and the constructor before the class has its name.
        Binding own = node.name() == null || decoration >= 0 ? null : scope.get(node.name());
        List<Code> members = new ArrayList<>();
        for (int i = 0; i < node.elements().size(); i++) {
            ClassElement element = node.elements().get(i);
            if (decoration >= 0) {
                w.decorators.member(node, i, decoration, members);
            } else if (element instanceof ClassElement.Method m) {
                members.add(method(m, own));
            } else if (element instanceof ClassElement.Field f) {
                if (f.key() instanceof PropertyKey.Computed c) {
                    Code key = Code.of(TO_PROPERTY_KEY, w.expressions.expression(c.expression())).at(c.start(), c.end());
                    members.add(Code.of(EVALUATE, w.variables.initialize(scope.get(ClassAnalysis.keyName(i)), key)));
                }
                if (f.accessor()) {
                    w.decorators.accessorMembers(node, i, members);
                }
            }
        }
        FunctionScope fields = w.analysis.initializerOf(node, false);
        initialized(own, true);
        String functionName = name.op() == STRING_LITERAL ? (String) name.operand(0) : "";
        int constructor = node.constructor() == null ? w.functions.defaultConstructor(node, functionName, fields != null)
                : w.functions.function(node.constructor(), functionName, node);
        int initializer = fields == null ? 0 : initializer(node, fields, false) + 1;
        initialized(own, false);
        return Code.of(CLASS, constructor, w.variables.currentScopeSlot(), heritage, name, initializer, node.heritage() == null ? 0 : 1, members)
                .at(node.start(), node.end());
    }

    /** Code of methods runs after the class has its name, code of computed keys before. */
    static void initialized(Binding own, boolean is) {
        if (own != null) {
            own.initialized = is;
        }
    }

    private Code method(ClassElement.Method m, Binding own) {
        int flags = m.isStatic() ? MethodFlags.STATIC : 0;
        if (m.key() instanceof PropertyKey.Private p) {
            initialized(own, true);
            int function = w.functions.function(m.function(), Literals.prefix(m.function()) + "#" + p.name());
            initialized(own, false);
            return Code.of(METHOD_PRIVATE, w.expressions.privateName(p.name()), function, w.variables.currentScopeSlot(),
                    flags | Literals.accessorFlags(m.function()));
        }
        return w.literals.method(m.key(), m.function(), flags, own);
    }

    // Fields and static blocks.

    private int initializer(ClassNode node, FunctionScope scope, boolean isStatic) {
        w.begin(scope);
        List<Code> prologue = new ArrayList<>();
        List<Code> body = new ArrayList<>();
        w.functions.open(scope.parameters, prologue);
        w.functions.brought(scope, prologue);
        Set<String> privateMethods = new HashSet<>();
        for (ClassElement element : node.elements()) {
            // Private static methods of a decorated class are added when its decorators are applied.
            boolean has = ClassAnalysis.initializes(element, isStatic) && ClassAnalysis.isPrivateMethod(element)
                    && !(isStatic && ClassAnalysis.isDecorated(node));
            if (has && ClassAnalysis.key(element) instanceof PropertyKey.Private p && privateMethods.add(p.name())) {
                Code name = w.expressions.privateName(p.name());
                body.add(UnitWriter.statement(Code.of(DEFINE_PRIVATE, self(), name, null)));
            }
        }
        if (!isStatic) {
            w.decorators.runForMethods(node, self(), body);
        }
        for (int i = 0; i < node.elements().size(); i++) {
            ClassElement element = node.elements().get(i);
            if (ClassAnalysis.initializes(element, isStatic)) {
                if (element instanceof ClassElement.Field f) {
                    w.f.inField = true;
                    body.add(UnitWriter.statement(field(f, node, i).at(f.start(), f.end())));
                    w.f.inField = false;
                    w.decorators.runForElement(node, i, self(), body);
                } else if (element instanceof ClassElement.StaticBlock b) {
                    body.add(staticBlock(b.body()));
                }
            }
        }
        w.describe(scope.parameters);
        String name = isStatic ? "<static_initializer>" : "<instance_members_initializer>";
        int flags = FunctionFlags.STRICT | FunctionFlags.METHOD | FunctionFlags.FIELD_INITIALIZER;
        return w.end(name, flags, 0, prologue, body, node.start(), node.end());
    }

    private Code self() {
        return w.variables.special(FunctionScope.THIS);
    }

    private Code field(ClassElement.Field field, ClassNode node, int i) {
        Expression value = field.initializer() == null ? null
                : ((Statement.Return) field.initializer().body().getFirst()).argument();
        String name = Literals.name(field.key());
        Binding key = w.analysis.scopeOf(node).get(ClassAnalysis.keyName(i));
        Code written = value == null ? Code.of(UNDEFINED)
                : name != null ? w.expressions.named(value, name) : w.expressions.named(value, w.variables.read(key));
        Code v = w.decorators.initialValue(node, i, self(), written);
        if (field.accessor()) {
            return Code.of(DEFINE_PRIVATE, self(), w.decorators.readStorage(node, i), v);
        }
        if (field.key() instanceof PropertyKey.Private p) {
            return Code.of(DEFINE_PRIVATE, self(), w.expressions.privateName(p.name()), v);
        }
        return Code.of(DEFINE_FIELD, self(), name != null ? UnitWriter.string(name) : w.variables.read(key), v);
    }

    private Code staticBlock(FunctionNode node) {
        Scope scope = w.analysis.scopeOf(node);
        w.open(scope);
        List<Code> list = new ArrayList<>();
        for (Binding b : scope.bindings()) {
            if (b.kind == Binding.Kind.VAR) {
                list.add(UnitWriter.statement(w.variables.initialize(b, Code.of(UNDEFINED))));
            }
        }
        w.functions.hoist(Functions.lastOfEachName(node.scope().functions()), list);
        w.statements.disposing(node.body(), node.scope().lexicals(), list);
        return w.closeBlock(scope, list);
    }
}
