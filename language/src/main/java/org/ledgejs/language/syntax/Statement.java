package org.ledgejs.language.syntax;

import java.util.List;

/** Statements and declarations (ECMA-262 §14). */
public sealed interface Statement extends Node {

    record Empty(int start, int end) implements Statement {
    }

    /** An expression for its effect; directives are such statements too. */
    record ExpressionStatement(int start, int end, Expression expression) implements Statement {
    }

    record Block(int start, int end, List<Statement> body, BlockScope scope) implements Statement {
    }

    enum VariableKind {
        VAR("var"), LET("let"), CONST("const"), USING("using"), AWAIT_USING("await using");

        private final String text;

        VariableKind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Whether the binding is lexical, with a temporal dead zone. */
        public boolean isLexical() {
            return this != VAR;
        }

        /** Whether the binding cannot be assigned. */
        public boolean isConstant() {
            return this == CONST || this == USING || this == AWAIT_USING;
        }
    }

    record VariableDeclaration(int start, int end, VariableKind kind, List<Declarator> declarators)
            implements Statement {
    }

    /** One of a declaration's bindings; the initializer may be null. A {@code var} without one does nothing. */
    record Declarator(int start, int end, Pattern target, Expression initializer) {
    }

    /**
     * A function declaration; what it does was done when its scope was entered, but for {@link
     * VarScope#hoistedBlockFunctions()}.
     *
     * @param bindingName the declared name, or {@code *default*} for an anonymous {@code export default function}
     */
    record FunctionDeclaration(int start, int end, String bindingName, FunctionNode function) implements Statement {
    }

    /**
     * A class declaration.
     *
     * @param bindingName the declared name, or {@code *default*} for an anonymous {@code export default class}
     */
    record ClassDeclaration(int start, int end, String bindingName, ClassNode classNode) implements Statement {
    }

    /**
     * If; the alternate may be null. A chain of else-ifs may be thousands deep: walk {@code alternate} in a loop. A
     * function declaration directly in a clause (sloppy code, ECMA-262 §B.3.3) comes wrapped in a {@link Block}.
     */
    record If(int start, int end, Expression test, Statement consequent, Statement alternate) implements Statement {
    }

    /**
     * A for loop. Each part but the body may be null.
     *
     * @param init an {@link ExpressionStatement} or a {@link VariableDeclaration}
     */
    record For(int start, int end, Statement init, Expression test, Expression update, Statement body)
            implements Statement {
    }

    /**
     * A for-in loop.
     *
     * @param kind how the target is declared; null if it is an assignment target
     * @param initializer the value of {@code for (var name = value in object)}, sloppy code only (ECMA-262 §B.3.5); else
     *        null
     */
    record ForIn(int start, int end, VariableKind kind, Pattern target, Expression initializer, Expression object,
            Statement body) implements Statement {
    }

    /**
     * A for-of or for-await-of loop.
     *
     * @param kind how the target is declared; null if it is an assignment target
     */
    record ForOf(int start, int end, boolean await, VariableKind kind, Pattern target, Expression iterable,
            Statement body) implements Statement {
    }

    record While(int start, int end, Expression test, Statement body) implements Statement {
    }

    record DoWhile(int start, int end, Statement body, Expression test) implements Statement {
    }

    /** The label may be null. */
    record Continue(int start, int end, String label) implements Statement {
    }

    /** The label may be null. */
    record Break(int start, int end, String label) implements Statement {
    }

    /** The argument may be null. */
    record Return(int start, int end, Expression argument) implements Statement {
    }

    record With(int start, int end, Expression object, Statement body) implements Statement {
    }

    /** Switch; the scope spans all cases. */
    record Switch(int start, int end, Expression discriminant, List<Case> cases, BlockScope scope)
            implements Statement {
    }

    /** One case; the test is null for {@code default}. */
    record Case(int start, int end, Expression test, List<Statement> body) {
    }

    record Labelled(int start, int end, String label, Statement body) implements Statement {
    }

    record Throw(int start, int end, Expression argument) implements Statement {
    }

    /** Try; the handler or the finalizer may be null, and the parameter too. */
    record Try(int start, int end, Block block, Pattern parameter, Block handler, Block finalizer)
            implements Statement {
    }

    record Debugger(int start, int end) implements Statement {
    }

    /** {@code export default expression;}: initializes the binding {@code *default*}. */
    record ExportDefault(int start, int end, Expression expression) implements Statement {
    }
}
