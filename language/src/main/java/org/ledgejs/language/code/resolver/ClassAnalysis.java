package org.ledgejs.language.code.resolver;

import java.util.List;
import org.ledgejs.language.code.ScopeInfo.Kind;
import org.ledgejs.language.syntax.BlockScope;
import org.ledgejs.language.syntax.ClassElement;
import org.ledgejs.language.syntax.ClassNode;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.PropertyKey;
import org.ledgejs.language.syntax.Statement;

/**
 * The part of {@link ScopeAnalysis} that walks classes. The class scope holds the class's inner name, its private names and the computed
 * keys of its fields, which are evaluated once and used by the initialisers; also the names under which auto-accessors keep their values.
 */
final class ClassAnalysis {
    /** The variable with what is known of the class's decorators. */
    static final String DECORATION = "%decoration";

    private final ScopeAnalysis analysis;

    ClassAnalysis(ScopeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The variable with the computed key of the field that is the i-th element of its class. */
    static String keyName(int i) {
        return "%key" + i;
    }

    /** The variable with the private name under which the auto-accessor that is the i-th element of its class keeps its value. */
    static String storageName(int i) {
        return "%storage" + i;
    }

    static boolean isDecorated(ClassNode node) {
        if (!node.decorators().isEmpty()) {
            return true;
        }
        for (ClassElement element : node.elements()) {
            if (!element.decorators().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    void walk(ClassNode node) {
        node.decorators().forEach(analysis.expressions()::expression);
        Scope outer = analysis.scope;
        Scope scope = new Scope(outer, Kind.CLASS, analysis.function).at(node.start(), node.end());
        analysis.putScope(node, scope);
        analysis.scope = scope;
        if (node.name() != null) {
            scope.declare(node.name(), Binding.Kind.CONST);
        }
        for (ClassElement element : node.elements()) {
            if (key(element) instanceof PropertyKey.Private p) {
                scope.declare("#" + p.name(), Binding.Kind.PRIVATE_NAME);
            }
        }
        if (isDecorated(node)) {
            scope.declare(DECORATION, Binding.Kind.INTERNAL).captured = true;
        }
        scope.definingClass = true;
        if (node.heritage() != null) {
            scope.privateNamesHidden = true;
            analysis.expressions().expression(node.heritage());
            scope.privateNamesHidden = false;
        }
        for (int i = 0; i < node.elements().size(); i++) {
            ClassElement element = node.elements().get(i);
            element.decorators().forEach(analysis.expressions()::expression);
            if (key(element) instanceof PropertyKey.Computed c) {
                analysis.expressions().expression(c.expression());
                if (element instanceof ClassElement.Field) {
                    scope.declare(keyName(i), Binding.Kind.INTERNAL).captured = true;
                }
            }
            if (element instanceof ClassElement.Field f && f.accessor()) {
                scope.declare(storageName(i), Binding.Kind.INTERNAL).captured = true;
            }
        }
        scope.definingClass = false;
        if (node.constructor() != null) {
            analysis.function(node.constructor(), false);
            analysis.functionOf(node.constructor()).initializesFields = initializesAny(node, false);
        }
        for (ClassElement element : node.elements()) {
            if (element instanceof ClassElement.Method m) {
                if (m.key() instanceof PropertyKey.Private p) {
                    analysis.reference("#" + p.name());
                }
                analysis.function(m.function(), false);
            }
        }
        initializer(node, false);
        initializer(node, true);
        analysis.scope = outer;
    }

    static PropertyKey key(ClassElement element) {
        if (element instanceof ClassElement.Method m) {
            return m.key();
        }
        if (element instanceof ClassElement.Field f) {
            return f.key();
        }
        if (element instanceof ClassElement.StaticBlock) {
            return null;
        }
        throw new IllegalArgumentException(element.toString());
    }

    /** Whether the initialiser of the given kind has something to do for the element. */
    static boolean initializes(ClassElement element, boolean isStatic) {
        if (element.isStatic() != isStatic) {
            return false;
        }
        return !(element instanceof ClassElement.Method m) || m.key() instanceof PropertyKey.Private || !isStatic && !m.decorators().isEmpty();
    }

    /** Whether the element is a method, or two, known by a private name: objects carry the name as a brand. */
    static boolean isPrivateMethod(ClassElement element) {
        return key(element) instanceof PropertyKey.Private && (!(element instanceof ClassElement.Field f) || f.accessor());
    }

    private static boolean initializesAny(ClassNode node, boolean isStatic) {
        for (ClassElement element : node.elements()) {
            if (initializes(element, isStatic)) {
                return true;
            }
        }
        return false;
    }

    private void initializer(ClassNode node, boolean isStatic) {
        if (!initializesAny(node, isStatic)) {
            return;
        }
        FunctionScope f = new FunctionScope(FunctionScope.Kind.INITIALIZER, analysis.function, analysis.scope, true, null);
        f.parameters = f.body = new Scope(analysis.scope, Kind.FUNCTION, f);
        analysis.putInitializer(node, isStatic, f);
        FunctionScope outerFunction = analysis.function;
        Scope outerScope = analysis.scope;
        analysis.function = f;
        analysis.scope = f.body;
        for (ClassElement element : node.elements()) {
            if (initializes(element, isStatic)) {
                element(element);
            }
        }
        analysis.function = outerFunction;
        analysis.scope = outerScope;
    }

    private void element(ClassElement element) {
        if (key(element) instanceof PropertyKey.Private p) {
            analysis.reference("#" + p.name());
        }
        if (element instanceof ClassElement.Field f) {
            if (f.initializer() != null) {
                analysis.statements(f.initializer().body());
            }
        } else if (element instanceof ClassElement.StaticBlock b) {
            staticBlock(b.body());
        }
    }

    /** A static block declares like a function, but runs as a block of the initialiser. */
    private void staticBlock(FunctionNode node) {
        Scope outer = analysis.scope;
        Scope scope = new Scope(outer, Kind.BLOCK, analysis.function).at(node.start(), node.end());
        analysis.putScope(node, scope);
        analysis.scope = scope;
        for (BlockScope.Lexical lexical : node.scope().lexicals()) {
            scope.declare(lexical.name(), ScopeAnalysis.kind(lexical));
        }
        for (FunctionNode function : node.scope().functions()) {
            scope.declare(function.name(), Binding.Kind.VAR);
        }
        for (String name : node.scope().varNames()) {
            scope.declare(name, Binding.Kind.VAR);
        }
        List<Statement> body = node.body();
        analysis.statements(body);
        analysis.scope = outer;
    }
}
