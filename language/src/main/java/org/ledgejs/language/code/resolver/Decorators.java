package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.syntax.ClassElement;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.PropertyKey;

/** What decorators add to the code of a class, and auto-accessors, decorated or not (decorators proposal). */
final class Decorators {
    // Numbers of what is decorated: see Op.NEW_DECORATION.
    static final int CLASS_ITSELF = 0;
    static final int STATIC_METHODS = 1;
    static final int INSTANCE_METHODS = 2;
    private static final int FIRST_ELEMENT = 3;

    private final UnitWriter w;

    Decorators(UnitWriter w) {
        this.w = w;
    }

    static int number(int element) {
        return FIRST_ELEMENT + element;
    }

    /** Evaluates decorators, in source order, and keeps them with the decoration in the slot. */
    List<Code> evaluate(List<Expression> decorators, int number, int decoration) {
        List<Code> list = new ArrayList<>(decorators.size());
        for (Expression e : decorators) {
            list.add(w.calls.callee(e, (function, receiver) -> Code.of(ADD_DECORATOR, UnitWriter.local(decoration), number, function, receiver)
                    .at(e.start(), e.end())));
        }
        return list;
    }

    /** The i-th element of a decorated class, as members that evaluate it and put it down to be defined. */
    void member(ClassNode node, int i, int decoration, List<Code> out) {
        ClassElement element = node.elements().get(i);
        for (Code decorator : evaluate(element.decorators(), number(i), decoration)) {
            out.add(Code.of(EVALUATE, decorator));
        }
        int flags = element.isStatic() ? MethodFlags.STATIC : 0;
        if (element instanceof ClassElement.Method m) {
            Code key = key(m.key());
            String name = Literals.name(m.key());
            int function = w.functions.function(m.function(), name == null ? "" : Literals.prefix(m.function()) + name);
            out.add(method(i, decoration, key, function, flags | Literals.accessorFlags(m.function())));
        } else if (element instanceof ClassElement.Field f) {
            if (f.key() instanceof PropertyKey.Computed) {
                out.add(Code.of(EVALUATE, w.variables.initialize(keyBinding(node, i), key(f.key()))));
            }
            if (f.accessor()) {
                out.add(method(i, decoration, keyOf(node, i), accessor(node, i, true), flags | MethodFlags.GETTER | MethodFlags.AUTO_ACCESSOR));
                out.add(method(i, decoration, keyOf(node, i), accessor(node, i, false), flags | MethodFlags.SETTER | MethodFlags.AUTO_ACCESSOR));
            } else if (!f.decorators().isEmpty()) {
                out.add(Code.of(DECORATED_FIELD, UnitWriter.local(decoration), number(i), keyOf(node, i), flags).at(f.start(), f.end()));
            }
        }
    }

    private Code method(int i, int decoration, Code key, int function, int flags) {
        return Code.of(DECORATED_METHOD, UnitWriter.local(decoration), number(i), key, function, w.variables.currentScopeSlot(), flags);
    }

    private Code key(PropertyKey key) {
        if (key instanceof PropertyKey.Private p) {
            return w.expressions.privateName(p.name());
        }
        return key instanceof PropertyKey.Computed c ? Code.of(TO_PROPERTY_KEY, w.expressions.expression(c.expression())).at(c.start(), c.end())
                : UnitWriter.string(Literals.name(key));
    }

    private Binding keyBinding(ClassNode node, int i) {
        return w.analysis.scopeOf(node).get(ClassAnalysis.keyName(i));
    }

    /** The key of the field that is the i-th element; a computed one was evaluated before. */
    private Code keyOf(ClassNode node, int i) {
        PropertyKey key = ((ClassElement.Field) node.elements().get(i)).key();
        return key instanceof PropertyKey.Computed ? w.variables.read(keyBinding(node, i)) : key(key);
    }

    // The class.

    /** What the class in the slot becomes. */
    Code apply(ClassNode node, int decoration, int constructor, Code name) {
        return Code.of(APPLY_DECORATORS, UnitWriter.local(decoration), UnitWriter.local(constructor), name).at(node.start(), node.end());
    }

    static boolean anyStaticMethod(ClassNode node) {
        return node.elements().stream().anyMatch(e -> isDecoratedMethod(e) && e.isStatic());
    }

    private static boolean isDecoratedMethod(ClassElement element) {
        return element instanceof ClassElement.Method && !element.decorators().isEmpty();
    }

    /** Calls initialisers that decorators added. */
    Code run(Code decoration, int number, Code self) {
        return Code.of(RUN_INITIALIZERS, decoration, number, self);
    }

    // Instances.

    private Code decoration(ClassNode node) {
        return w.variables.read(w.analysis.scopeOf(node).get(ClassAnalysis.DECORATION));
    }

    /** In an instance initialiser, before the fields. */
    void runForMethods(ClassNode node, Code self, List<Code> body) {
        if (node.elements().stream().anyMatch(e -> isDecoratedMethod(e) && !e.isStatic())) {
            body.add(UnitWriter.statement(run(decoration(node), INSTANCE_METHODS, self)));
        }
    }

    /** In an initialiser, behind the definition of the i-th element. */
    void runForElement(ClassNode node, int i, Code self, List<Code> body) {
        if (!node.elements().get(i).decorators().isEmpty()) {
            body.add(UnitWriter.statement(run(decoration(node), number(i), self)));
        }
    }

    /** The value of the field that is the i-th element. */
    Code initialValue(ClassNode node, int i, Code self, Code value) {
        ClassElement element = node.elements().get(i);
        return element.decorators().isEmpty() ? value
                : Code.of(INITIAL_VALUE, decoration(node), number(i), self, value).at(element.start(), element.end());
    }

    // Auto-accessors.

    /** Gives the class's auto-accessors the private names of their storage. */
    void initializeStorage(ClassNode node, List<Code> list) {
        for (int i = 0; i < node.elements().size(); i++) {
            if (node.elements().get(i) instanceof ClassElement.Field f && f.accessor()) {
                String name = Literals.name(f.key());
                String description = (name == null ? "" : name + " ") + "accessor storage";
                list.add(w.variables.initialize(storage(node, i), Code.of(NEW_PRIVATE_NAME, description)));
            }
        }
    }

    private Binding storage(ClassNode node, int i) {
        return w.analysis.scopeOf(node).get(ClassAnalysis.storageName(i));
    }

    Code readStorage(ClassNode node, int i) {
        return w.variables.read(storage(node, i));
    }

    /** The members of an auto-accessor in a class without decorators. */
    void accessorMembers(ClassNode node, int i, List<Code> out) {
        ClassElement.Field f = (ClassElement.Field) node.elements().get(i);
        int flags = f.isStatic() ? MethodFlags.STATIC : 0;
        for (boolean getter : new boolean[] {true, false}) {
            int function = accessor(node, i, getter);
            int all = flags | (getter ? MethodFlags.GETTER : MethodFlags.SETTER);
            Integer scope = w.variables.currentScopeSlot();
            String name = Literals.name(f.key());
            out.add(f.key() instanceof PropertyKey.Private ? Code.of(METHOD_PRIVATE, keyOf(node, i), function, scope, all)
                    : name == null ? Code.of(METHOD_COMPUTED, keyOf(node, i), function, scope, all)
                    : Code.of(METHOD, name, function, scope, all));
        }
    }

    /** Writes MakeAutoAccessorGetter or MakeAutoAccessorSetter. */
    private int accessor(ClassNode node, int i, boolean getter) {
        ClassElement.Field f = (ClassElement.Field) node.elements().get(i);
        FunctionScope scope = new FunctionScope(FunctionScope.Kind.FUNCTION, w.f.scope, w.scope, true, null);
        scope.parameters = scope.body = new Scope(w.scope, ScopeInfo.Kind.FUNCTION, scope);
        w.begin(scope);
        Code body;
        if (getter) {
            body = Code.of(RETURN, Code.of(GET_PRIVATE, Code.of(THIS, 0), readStorage(node, i)).at(f.start(), f.end()));
        } else {
            body = UnitWriter.statement(Code.of(SET_PRIVATE, Code.of(THIS, 0), readStorage(node, i), Code.of(ARGUMENT, 0)).at(f.start(), f.end()));
        }
        FunctionNode.Kind kind = getter ? FunctionNode.Kind.GETTER : FunctionNode.Kind.SETTER;
        String name = Literals.name(f.key());
        int flags = FunctionFlags.STRICT | FunctionFlags.METHOD | (getter ? FunctionFlags.GETTER : FunctionFlags.SETTER);
        return w.end(name == null ? "" : Literals.prefix(kind) + name, flags, getter ? 0 : 1, new ArrayList<>(), List.of(body), f.start(), f.end());
    }
}
