package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ledgejs.language.source.SourceText;

/** Scopes and their early errors: declared names, identifier rules, private names (ECMA-262 §8.2, §13.1.1, §15.7.1). */
abstract class ScopeTracker extends TokenReader {

    static final String ARGUMENTS = "arguments";
    static final String EVAL = "eval";

    FunctionState function;
    Scope scope;
    private ClassState classState;

    ScopeTracker(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    @Override
    final boolean isStrict() {
        return function != null && function.strict;
    }

    // Identifiers

    /** Skips an identifier used as a binding name. Returns the name. */
    final String bindingName() {
        int start = lexer.start;
        int length = lexer.end - start;
        String name = identifierName();
        if (function.strict) {
            checkStrictBinding(name, start, length);
        }
        return name;
    }

    /** Skips an identifier of any use but a binding: a reference or a label. Returns the name. */
    final String identifierName() {
        TokenType type = lexer.type;
        if (!type.isIdentifier()) {
            throw unexpected();
        }
        String name = lexer.value;
        if (lexer.escaped) {
            type = names.type(names.slot(name));
        }
        if (type != TokenType.IDENTIFIER) {
            checkContextualWord(type);
        }
        lexer.next();
        return name;
    }

    private void checkContextualWord(TokenType type) {
        switch (type) {
            case YIELD -> {
                if (function.generator || function.strict) {
                    throw unexpected(type, lexer.value, lexer.start, lexer.end - lexer.start);
                }
            }
            case AWAIT -> {
                if (function.awaitKeyword || function.awaitForbidden || module) {
                    throw unexpected(type, lexer.value, lexer.start, lexer.end - lexer.start);
                }
                function.lastAwaitIdentifier = lexer.start;
            }
            case LET, STATIC, STRICT_RESERVED -> {
                if (function.strict) {
                    throw unexpected(type, lexer.value, lexer.start, lexer.end - lexer.start);
                }
            }
            default -> {
            }
        }
    }

    /** Checks a name that became a binding in strict code, perhaps before the code was known to be strict. */
    @SuppressWarnings("StringEquality")
    final void checkStrictBinding(String name, int start, int length) {
        if (name == EVAL || name == ARGUMENTS) {
            throw error("Unexpected eval or arguments in strict mode", start, length);
        }
        switch (names.type(names.slot(name))) {
            case LET, STATIC, STRICT_RESERVED, YIELD ->
                    throw error("Unexpected strict mode reserved word", start, length);
            default -> {
            }
        }
    }

    // Declarations

    final void openBlock() {
        scope = new Scope(scope, false);
    }

    final BlockScope closeBlock() {
        BlockScope result = scope.closeBlock();
        scope = scope.parent;
        return result;
    }

    final SyntaxException redeclared(String name, int start) {
        return error("Identifier '" + name + "' has already been declared", start, name.length());
    }

    /** Declares a lexical name in the current scope. */
    final void declareLexical(String name, int start, BlockScope.Kind kind) {
        if (scope.get(name) != 0) {
            throw redeclared(name, start);
        }
        scope.put(name, Scope.LEXICAL);
        scope.addLexical(new BlockScope.Lexical(start, name, kind, null));
    }

    /** Declares a var name. */
    final void declareVar(String name, int start) {
        Scope s = scope;
        while (true) {
            int flags = s.get(name);
            int conflicts = Scope.LEXICAL | Scope.SLOPPY_FUNCTION | (s.isVarScope ? 0 : Scope.PARAMETER);
            if ((flags & conflicts) != 0) {
                throw redeclared(name, start);
            }
            if ((flags & Scope.VAR) == 0) {
                s.put(name, Scope.VAR);
                if (s.isVarScope) {
                    s.addVarName(name);
                }
            }
            if (s.isVarScope) {
                return;
            }
            s = s.parent;
        }
    }

    /**
     * Reserves the name of a function declaration before its body is parsed, so that a redeclaration is found in source
     * order; {@link #addFunction} completes it.
     */
    final void declareFunctionName(String name, int start, boolean plain) {
        int flags = scope.get(name);
        if (scope.isVarScope && !lexicalFunctions()) {
            if ((flags & (Scope.LEXICAL | Scope.SLOPPY_FUNCTION)) != 0) {
                throw redeclared(name, start);
            }
            scope.put(name, Scope.TOP_FUNCTION);
            return;
        }
        boolean sloppy = plain && !function.strict;
        if (flags != 0 && !(sloppy && flags == Scope.SLOPPY_FUNCTION)) {
            throw redeclared(name, start);
        }
        scope.put(name, sloppy ? Scope.SLOPPY_FUNCTION : Scope.LEXICAL);
    }

    /** Adds a declared function to its scope. */
    final void addFunction(String bindingName, int nameStart, FunctionNode node) {
        if (scope.isVarScope && !lexicalFunctions()) {
            scope.addFunction(node);
            return;
        }
        scope.addLexical(new BlockScope.Lexical(nameStart, bindingName, BlockScope.Kind.FUNCTION, node));
        if (!function.strict && !node.async() && !node.generator()) {
            scope.addHoistable(node);
        }
    }

    /** Whether functions at the top level of this scope are lexical declarations: in a module. */
    private boolean lexicalFunctions() {
        return module && scope.parent == null;
    }

    // Private names

    private static final class ClassState {

        private static final int METHOD_OR_FIELD = 1;
        private static final int GETTER = 2;
        private static final int SETTER = 4;
        private static final int STATIC = 8;

        final ClassState parent;
        final Map<String, Integer> declared = new HashMap<>();
        final List<PrivateReference> references = new ArrayList<>(0);

        ClassState(ClassState parent) {
            this.parent = parent;
        }
    }

    private record PrivateReference(String name, int start) {
    }

    final void openClass() {
        classState = new ClassState(classState);
    }

    /** Ends a class body: private names that it does not declare must be declared further out. */
    final void closeClass() {
        ClassState ended = classState;
        classState = ended.parent;
        for (PrivateReference reference : ended.references) {
            if (!ended.declared.containsKey(reference.name)) {
                usePrivateName(reference.name, reference.start);
            }
        }
    }

    final void usePrivateName(String name, int start) {
        if (classState != null) {
            classState.references.add(new PrivateReference(name, start));
        } else if (!options.evalContext().privateNames().contains(name)) {
            throw error("Private field '#" + name + "' must be declared in an enclosing class", start,
                    name.length() + 1);
        }
    }

    final void declarePrivateName(String name, int start, boolean isStatic, FunctionNode.Kind kind) {
        int flags = switch (kind) {
            case GETTER -> ClassState.GETTER;
            case SETTER -> ClassState.SETTER;
            default -> ClassState.METHOD_OR_FIELD;
        } | (isStatic ? ClassState.STATIC : 0);
        Integer known = classState.declared.get(name);
        if (known == null) {
            classState.declared.put(name, flags);
            return;
        }
        int accessors = ClassState.GETTER | ClassState.SETTER;
        int sum = known | flags;
        boolean pair = (sum & accessors) == accessors && (known & flags & accessors) == 0
                && (known & ClassState.STATIC) == (flags & ClassState.STATIC);
        if (!pair || (sum & ClassState.METHOD_OR_FIELD) != 0) {
            throw redeclared("#" + name, start);
        }
        classState.declared.put(name, sum);
    }
}
