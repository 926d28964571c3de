package org.ledgejs.language.syntax;

import java.util.List;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.FunctionNode.Kind;

/** Classes (ECMA-262 §15.7). */
abstract class ClassParser extends FunctionParser {

    ClassParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    @Override
    final ClassNode parseClassExpression() {
        int start = lexer.start;
        List<Expression> decorators = parseDecorators();
        boolean wasStrict = function.strict;
        function.strict = true;
        expect(TokenType.CLASS);
        String name = at(TokenType.EXTENDS) || at(TokenType.LEFT_BRACE) ? null : bindingName();
        ClassNode node = parseClassRest(start, decorators, name);
        function.strict = wasStrict;
        return node;
    }

    /**
     * A class declaration behind its decorators.
     *
     * @param start where it begins: at its first decorator, or at its own word where export stands between
     * @param defaultExport whether the name may be missing
     */
    final Statement.ClassDeclaration parseClassDeclaration(int start, List<Expression> decorators, boolean defaultExport) {
        boolean wasStrict = function.strict;
        function.strict = true;
        expect(TokenType.CLASS);
        int nameStart = lexer.start;
        boolean anonymous = defaultExport && (at(TokenType.EXTENDS) || at(TokenType.LEFT_BRACE));
        String name = anonymous ? null : bindingName();
        String bindingName = name == null ? "*default*" : name;
        declareLexical(bindingName, nameStart, BlockScope.Kind.CLASS);
        ClassNode node = parseClassRest(start, decorators, name);
        function.strict = wasStrict;
        return new Statement.ClassDeclaration(start, node.end(), bindingName, node);
    }

    private ClassNode parseClassRest(int start, List<Expression> decorators, String name) {
        enter(1);
        function.facts |= Facts.HAS_FUNCTIONS;
        Expression heritage = eat(TokenType.EXTENDS) ? parseLeftHandSide() : null;
        openClass();
        expect(TokenType.LEFT_BRACE);
        FunctionNode constructor = null;
        int mark = beginList();
        while (!at(TokenType.RIGHT_BRACE)) {
            if (eat(TokenType.SEMICOLON)) {
                continue;
            }
            int elementStart = lexer.start;
            ClassElement element = parseClassElement(heritage != null);
            if (element instanceof ClassElement.Method(_, _, _, _, _, FunctionNode method) && isConstructor(method)) {
                if (constructor != null) {
                    throw error("A class may only have one constructor", elementStart, "constructor".length());
                }
                constructor = method;
            } else {
                add(element);
            }
        }
        next();
        closeClass();
        leave(1);
        return new ClassNode(start, lexer.previousEnd, decorators, name, heritage, constructor, list(mark));
    }

    /** The decorators before a class or element, if there are any (decorators proposal). */
    final List<Expression> parseDecorators() {
        if (!at(TokenType.AT)) {
            return List.of();
        }
        int mark = beginList();
        while (eat(TokenType.AT)) {
            add(parseDecorator());
        }
        return list(mark);
    }

    private static boolean isConstructor(FunctionNode method) {
        return method.kind() == Kind.CONSTRUCTOR || method.kind() == Kind.DERIVED_CONSTRUCTOR;
    }

    /** The words before an element's name. */
    private record Modifiers(boolean isStatic, Kind kind, boolean async, boolean generator, boolean accessor, PropertyKey key) {
    }

    private ClassElement parseClassElement(boolean derived) {
        int start = lexer.start;
        List<Expression> decorators = parseDecorators();
        int wordStart = lexer.start;
        boolean isStatic = false;
        PropertyKey key = null;
        if (at(TokenType.STATIC)) {
            key = parsePropertyKey();
            if (at(TokenType.LEFT_BRACE)) {
                checkUndecorated(decorators, "static initialization blocks");
                FunctionNode body = parseStaticBlock();
                return new ClassElement.StaticBlock(start, body.end(), body);
            }
            if (!atEndOfName()) {
                isStatic = true;
                key = null;
            }
        }
        int elementStart = isStatic ? lexer.start : wordStart;
        Modifiers modifiers = key == null ? parseModifiers(isStatic)
                : new Modifiers(false, Kind.METHOD, false, false, false, key);
        if (at(TokenType.LEFT_PAREN) && !modifiers.accessor) {
            return parseClassMethod(start, elementStart, decorators, modifiers, derived);
        }
        if (modifiers.kind != Kind.METHOD || modifiers.async || modifiers.generator) {
            throw unexpected();
        }
        return parseField(start, decorators, modifiers);
    }

    private void checkUndecorated(List<Expression> decorators, String what) {
        if (!decorators.isEmpty()) {
            throw error("Decorators are not allowed on " + what, decorators.getFirst());
        }
    }

    private boolean atEndOfName() {
        return switch (lexer.type) {
            case LEFT_PAREN, ASSIGN, SEMICOLON, RIGHT_BRACE -> true;
            default -> false;
        };
    }

    private Modifiers parseModifiers(boolean isStatic) {
        if (eat(TokenType.MULTIPLY)) {
            return new Modifiers(isStatic, Kind.METHOD, false, true, false, parseElementName());
        }
        boolean async = at(TokenType.ASYNC);
        boolean getter = atWord("get");
        boolean setter = atWord("set");
        boolean accessor = atWord("accessor");
        PropertyKey key = parseElementName();
        if (async && !atEndOfName() && !lexer.newlineBefore) {
            boolean generator = eat(TokenType.MULTIPLY);
            return new Modifiers(isStatic, Kind.METHOD, true, generator, false, parseElementName());
        }
        if ((getter || setter) && !atEndOfName() && !at(TokenType.MULTIPLY)) {
            return new Modifiers(isStatic, getter ? Kind.GETTER : Kind.SETTER, false, false, false, parseElementName());
        }
        if (accessor && !atEndOfName() && !at(TokenType.MULTIPLY) && !lexer.newlineBefore) {
            return new Modifiers(isStatic, Kind.METHOD, false, false, true, parseElementName());
        }
        return new Modifiers(isStatic, Kind.METHOD, false, false, false, key);
    }

    private PropertyKey parseElementName() {
        if (!at(TokenType.PRIVATE_NAME)) {
            return parsePropertyKey();
        }
        int start = lexer.start;
        String name = lexer.value;
        if (name.equals("constructor")) {
            throw error("Classes may not have a private field named '#constructor'");
        }
        next();
        return new PropertyKey.Private(start, lexer.previousEnd, name);
    }

    private ClassElement.Method parseClassMethod(int start, int methodStart, List<Expression> decorators, Modifiers modifiers,
            boolean derived) {
        Kind kind = modifiers.kind;
        PropertyKey key = modifiers.key;
        if (key instanceof PropertyKey.Private(int nameStart, _, String name)) {
            declarePrivateName(name, nameStart, modifiers.isStatic, kind);
        } else if (isNamed(key, "constructor") && !modifiers.isStatic) {
            checkConstructor(modifiers);
            checkUndecorated(decorators, "class constructors");
            kind = derived ? Kind.DERIVED_CONSTRUCTOR : Kind.CONSTRUCTOR;
        } else if (isNamed(key, "prototype") && modifiers.isStatic) {
            throw error("Classes may not have a static property named 'prototype'", key);
        }
        FunctionNode method = parseMethod(methodStart, kind, modifiers.async, modifiers.generator);
        return new ClassElement.Method(start, method.end(), decorators, modifiers.isStatic, key, method);
    }

    private void checkConstructor(Modifiers modifiers) {
        String kind = modifiers.kind != Kind.METHOD ? "an accessor"
                : modifiers.async ? "an async method"
                : modifiers.generator ? "a generator" : null;
        if (kind != null) {
            throw error("Class constructor may not be " + kind, modifiers.key);
        }
    }

    private ClassElement.Field parseField(int start, List<Expression> decorators, Modifiers modifiers) {
        boolean isStatic = modifiers.isStatic;
        PropertyKey key = modifiers.key;
        if (key instanceof PropertyKey.Private(int nameStart, _, String name)) {
            declarePrivateName(name, nameStart, isStatic, Kind.FIELD_INITIALIZER);
        } else if (isNamed(key, "constructor")) {
            throw error("Classes may not have a field named 'constructor'", key);
        } else if (isStatic && isNamed(key, "prototype")) {
            throw error("Classes may not have a static property named 'prototype'", key);
        }
        FunctionNode initializer = eat(TokenType.ASSIGN) ? parseFieldInitializer() : null;
        int end = lexer.previousEnd;
        expectSemicolon();
        return new ClassElement.Field(start, end, decorators, isStatic, modifiers.accessor, key, initializer);
    }

    private static boolean isNamed(PropertyKey key, String name) {
        return key instanceof PropertyKey.Named named && named.name().equals(name);
    }
}
