package org.ledgejs.language.code;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/** The part of {@link CodeVerifier} that walks one function. */
final class FunctionVerifier {
    private static final int IMPORT_PHASES = ModuleInfo.Phase.values().length;
    private static final int LOOP = 1;
    private static final int LEAVABLE = 2;

    /** What a frame slot holds in this function. */
    private enum Use { UNUSED, VALUE, SCOPE, RESOURCES }

    /** A label around what is being read. */
    private record Label(Label outer, int number, int kind) { }

    private final CodeUnit unit;
    private final FunctionCode function;
    private final ScopeChains chains;
    private final ByteBuffer code;
    private final Use[] uses;
    /** The scope that each scope slot now holds; UNKNOWN before it was made. */
    private final int[] scopes;
    /** The scope slots that were filled, to be emptied again where a branch ends. */
    private final Deque<Integer> filled = new ArrayDeque<>();
    private int at;
    private int depth;
    private int lastStart;
    private Label labels;
    private final BitSet resources = new BitSet();
    /** How many suspensions were read. */
    private int suspensions;
    /** The expression read last is a literal or a slot: it may be evaluated again. */
    private boolean repeatable;
    /** Of the op whose operands are read: one suspended; one before is not repeatable. */
    private boolean suspended;
    private boolean unrepeatable;

    FunctionVerifier(CodeUnit unit, FunctionCode function, ScopeChains chains) {
        this.unit = unit;
        this.function = function;
        this.chains = chains;
        code = unit.code();
        uses = new Use[function.frameSlots()];
        scopes = new int[function.frameSlots()];
        Arrays.fill(uses, Use.UNUSED);
        Arrays.fill(scopes, ScopeChains.UNKNOWN);
        at = function.prologue();
    }

    void verify() {
        op(Op.Kind.STATEMENT, false);
        require(at == function.body(), "the prologue ends elsewhere");
        if (function.is(FunctionFlags.MODULE)) {
            forget(0);
        }
        op(Op.Kind.STATEMENT, false);
        require(at == function.end(), "the function ends elsewhere");
    }

    private void require(boolean condition, String reason) {
        if (!condition) {
            throw new MalformedCodeException(reason, at);
        }
    }

    // Numbers.

    private int octet() {
        require(at < function.end(), "code ends early");
        return code.get(at++) & 0xFF;
    }

    private int number(int lastByteLimit) {
        int result = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int b = octet();
            require(shift < 28 || b <= lastByteLimit, "number too long");
            result |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return result;
            }
        }
        throw new MalformedCodeException("number too long", at);
    }

    private int unsigned() {
        return number(0x07);
    }

    private int signed() {
        int z = number(0x0F);
        return z >>> 1 ^ -(z & 1);
    }

    /** A count of things that take at least a byte each. */
    private int count() {
        int n = unsigned();
        require(n <= function.end() - at, "list longer than the code");
        return n;
    }

    private int below(int limit, String what) {
        int n = unsigned();
        if (n >= limit) {
            throw new MalformedCodeException("no such " + what, at);
        }
        return n;
    }

    // Ops.

    private void op(Op.Kind kind, boolean optional) {
        require(++depth <= CodeVerifier.MAX_DEPTH, "nested too deep");
        int b = octet();
        if (b == Op.POSITION) {
            lastStart += signed();
            int length = unsigned();
            require(lastStart >= 0 && lastStart + length >= 0, "position outside the source");
            b = octet();
        }
        Op op = Op.of(b);
        require(op != null, "no such op");
        if (op.kind() != kind) {
            throw new MalformedCodeException("op " + op + " where " + kind + " has to be", at);
        }
        require(op != Op.NONE || optional, "operand missing");
        boolean outerSuspended = suspended;
        boolean outerUnrepeatable = unrepeatable;
        suspended = false;
        unrepeatable = false;
        suspension(op);
        operands(op);
        suspended = outerSuspended;
        unrepeatable = outerUnrepeatable;
        repeatable = isRepeatable(op);
        depth--;
    }

    // Suspension: see Op.AWAIT.

    private void suspension(Op op) {
        switch (op) {
            case AWAIT -> require(function.is(FunctionFlags.ASYNC), "await in a function that is not async");
            case YIELD, YIELD_STAR -> require(function.is(FunctionFlags.GENERATOR), "yield outside of a generator");
            default -> {
                return;
            }
        }
        suspensions++;
    }

    private static boolean isRepeatable(Op op) {
        return switch (op) {
            case NONE, UNDEFINED, NULL, TRUE, FALSE, INT32, NUMBER, STRING_LITERAL, BIGINT, CALLEE, NEW_TARGET, HOME_OBJECT, LOCAL_GET -> true;
            default -> false;
        };
    }

    private static boolean resumes(Op op) {
        return switch (op) {
            case COMMA, CONDITIONAL, AND, OR, COALESCE, OPTIONAL, DEFAULT, ARRAY_PATTERN -> true;
            default -> op.kind() == Op.Kind.STATEMENT || op.kind() == Op.Kind.CASE || op.kind() == Op.Kind.ELEMENT;
        };
    }

    private void expression(Op parent, boolean optional, boolean inList) {
        int before = suspensions;
        op(Op.Kind.EXPRESSION, optional);
        if (resumes(parent)) {
            return;
        }
        boolean suspends = suspensions > before;
        require(!suspends || !inList && !unrepeatable, "suspension among operands that cannot be evaluated again");
        require(!suspended || repeatable, "operand behind a suspension");
        suspended |= suspends;
        unrepeatable |= !repeatable;
    }

    private void operands(Op op) {
        switch (op) {
            case SCOPE_BLOCK -> {
                int slot = newScope();
                operand(op, 3);
                empty(slot);
            }
            case NEW_SCOPE -> newScope();
            case CLOSURE_SCOPE -> throw new MalformedCodeException("a scope is no value", at);
            case LOCAL_SET -> localSet();
            case COPY_SCOPE -> scopeIn(slot(Use.SCOPE));
            case SCOPE_GET, SCOPE_GET_CHECKED, SCOPE_SET, SCOPE_SET_CHECKED, SCOPE_SET_ONCE, IMPORT_GET -> {
                scopeSlot();
                for (int i = 3; i < op.operandCount(); i++) {
                    operand(op, i);
                }
            }
            case CLOSURE -> closure(unsigned());
            case CLOSURE_NAMED, CLOSURE_METHOD -> {
                closure(unsigned());
                operand(op, 2);
            }
            case METHOD, METHOD_COMPUTED, METHOD_PRIVATE -> {
                operand(op, 0);
                closure(unsigned());
                operand(op, 3);
            }
            case DECORATED_METHOD -> {
                operand(op, 0);
                decorated();
                operand(op, 2);
                closure(unsigned());
                operand(op, 5);
            }
            case ADD_DECORATOR, DECORATED_FIELD, RUN_INITIALIZERS, INITIAL_VALUE -> {
                operand(op, 0);
                decorated();
                for (int i = 2; i < op.operandCount(); i++) {
                    operand(op, i);
                }
            }
            case CLASS -> classOp();
            case ARGUMENTS_MAPPED -> mappedArguments();
            case CALL_EVAL -> {
                operand(op, 0);
                int scope = optionalScope();
                int environment = below(unit.scopeCount(), "scope");
                require(chains.materialized(environment) == scope, "eval in another scope");
                operand(op, 3);
                operand(op, 4);
            }
            case IMPORT_CALL -> {
                operand(op, 0);
                operand(op, 1);
                below(IMPORT_PHASES, "phase");
            }
            case DISPOSE_SCOPE -> {
                int slot = slot(Use.RESOURCES);
                require(!resources.get(slot), "slot of another dispose scope");
                resources.set(slot);
                operand(op, 1);
                operand(op, 2);
                resources.clear(slot);
            }
            case ADD_DISPOSABLE -> {
                require(resources.get(slot(Use.RESOURCES)), "resource outside of a dispose scope");
                operand(op, 1);
                operand(op, 2);
            }
            case WHILE, FOR_IN, FOR_OF, FOR, DO_WHILE -> labelled(op, LOOP);
            case LABELED, SWITCH -> labelled(op, LEAVABLE);
            case BREAK -> jump(LOOP | LEAVABLE);
            case CONTINUE -> jump(LOOP);
            default -> {
                for (int i = 0; i < op.operandCount(); i++) {
                    operand(op, i);
                }
            }
        }
    }

    /** Whether an operand runs only sometimes: scopes made in it are not there behind it. */
    private static boolean isBranch(Op op, int i) {
        return switch (op) {
            case CONDITIONAL, AND, OR, COALESCE, DEFAULT, IF -> i > 0;
            case OPTIONAL -> i > 1;
            case TRY, CASE_CLAUSE, LABELED -> true;
            case WHILE -> i == 2;
            case DO_WHILE -> i == 1;
            case FOR -> i >= 2;
            case FOR_IN -> i == 3;
            case FOR_OF -> i == 4;
            default -> false;
        };
    }

    private void operand(Op op, int i) {
        int before = filled.size();
        switch (op.operand(i)) {
            case EXPR -> expression(op, false, op.kind() == Op.Kind.MEMBER);
            case OPT_EXPR -> expression(op, true, op.kind() == Op.Kind.MEMBER);
            case STMT -> op(Op.Kind.STATEMENT, false);
            case OPT_STMT -> optionalStatement();
            case EXPRS -> {
                int n = count();
                for (int k = 0; k < n; k++) {
                    expression(op, false, true);
                }
            }
            case STMTS -> ops(Op.Kind.STATEMENT);
            case MEMBERS -> members(op);
            case ELEMENTS -> ops(Op.Kind.ELEMENT);
            case CASES -> ops(Op.Kind.CASE);
            case UINT -> unsigned();
            case INT -> signed();
            case DOUBLE -> {
                require(function.end() - at >= 8, "code ends early");
                at += 8;
            }
            case STRING -> below(unit.stringCount(), "string");
            case OPT_STRING -> below(unit.stringCount() + 1, "string");
            case STRINGS -> strings(unit.stringCount());
            case OPT_STRINGS -> strings(unit.stringCount() + 1);
            case SLOT -> slot(Use.VALUE);
            case OPT_SLOT -> optionalSlot(Use.VALUE);
            case FUNCTION -> below(unit.functionCount(), "function");
            case SCOPE -> below(unit.scopeCount(), "scope");
            case MAPPING -> strings(Integer.MAX_VALUE);
            case LABEL -> unsigned();
            case FLAGS -> {
                int flags = octet();
                boolean async = (op == Op.FOR_OF || op == Op.DISPOSE_SCOPE) && flags != 0;
                require(!async || function.is(FunctionFlags.ASYNC), "await in a function that is not async");
            }
        }
        if (isBranch(op, i)) {
            forget(before);
        }
    }

    private void optionalStatement() {
        if (at < function.end() && code.get(at) == Op.NONE.ordinal()) {
            at++;
        } else {
            op(Op.Kind.STATEMENT, false);
        }
    }

    private void ops(Op.Kind kind) {
        int n = count();
        for (int i = 0; i < n; i++) {
            op(kind, false);
        }
    }

    private void members(Op op) {
        int n = count();
        for (int i = 0; i < n; i++) {
            Op member = at < function.end() ? Op.of((code.get(at) & 0xFF) == Op.POSITION ? codeBehindPosition() : code.get(at) & 0xFF) : null;
            if (member == null || member.kind() != Op.Kind.MEMBER || !belongs(member, op)) {
                throw new MalformedCodeException("member " + member + " in " + op, at);
            }
            op(Op.Kind.MEMBER, false);
        }
    }

    private int codeBehindPosition() {
        int start = at;
        at++;
        signed();
        unsigned();
        int b = octet();
        at = start;
        return b;
    }

    private static boolean belongs(Op member, Op owner) {
        return switch (member) {
            case ITEM -> owner != Op.OBJECT && owner != Op.CLASS;
            case HOLE -> owner == Op.ARRAY;
            case SPREAD -> owner != Op.CLASS;
            case PROPERTY, PROPERTY_COMPUTED, PROTO -> owner == Op.OBJECT;
            case METHOD, METHOD_COMPUTED -> owner == Op.OBJECT || owner == Op.CLASS;
            default -> owner == Op.CLASS;
        };
    }

    private void strings(int limit) {
        int n = count();
        for (int i = 0; i < n; i++) {
            below(limit, "string");
        }
    }

    // Slots and scopes.

    private int slot(Use use) {
        return use(below(uses.length, "slot"), use);
    }

    private int optionalSlot(Use use) {
        int n = below(uses.length + 1, "slot") - 1;
        return n < 0 ? n : use(n, use);
    }

    /** A slot holds one kind of thing throughout a function: no program ever gets a scope object in its hands. */
    private int use(int slot, Use use) {
        if (uses[slot] != Use.UNUSED && uses[slot] != use) {
            throw new MalformedCodeException("slot used for " + uses[slot] + " and " + use, at);
        }
        uses[slot] = use;
        return slot;
    }

    private void fill(int slot, int scope) {
        scopes[slot] = scope;
        filled.push(slot);
    }

    private void empty(int slot) {
        scopes[slot] = ScopeChains.UNKNOWN;
    }

    /** Empties the slots that were filled since there were {@code count} of them. */
    private void forget(int count) {
        while (filled.size() > count) {
            empty(filled.pop());
        }
    }

    private int scopeIn(int slot) {
        require(scopes[slot] != ScopeChains.UNKNOWN, "scope used before it is made");
        return scopes[slot];
    }

    private int optionalScope() {
        int slot = optionalSlot(Use.SCOPE);
        return slot < 0 ? chains.closureScope(function.index()) : scopeIn(slot);
    }

    private int newScope() {
        int slot = slot(Use.SCOPE);
        int parent = optionalScope();
        int scope = below(unit.scopeCount(), "scope");
        require(unit.scope(scope).size() > 0, "scope without slots");
        require(chains.parent(scope) == parent, "scope with another parent");
        fill(slot, scope);
        return slot;
    }

    private void localSet() {
        int slot = below(uses.length, "slot");
        if (at < function.end() && code.get(at) == Op.CLOSURE_SCOPE.ordinal()) {
            at++;
            use(slot, Use.SCOPE);
            fill(slot, chains.closureScope(function.index()));
        } else {
            use(slot, Use.VALUE);
            expression(Op.LOCAL_SET, false, false);
        }
    }

    private void scopeSlot() {
        int scope = scopeIn(slot(Use.SCOPE));
        int hops = unsigned();
        for (int i = 0; i < hops && scope != ScopeChains.NONE; i++) {
            scope = chains.parent(scope);
        }
        require(unsigned() < chains.size(scope), "no such slot of the scope");
    }

    private void closure(int index) {
        require(index > function.index() && index < unit.functionCount(), "no such function");
        require(chains.close(index, optionalScope()), "closures of one function in several scopes");
    }

    /** The number of something decorated: there are fewer than the code has bytes. */
    private void decorated() {
        require(unsigned() < code.limit(), "no such element of a class");
    }

    private void classOp() {
        int constructor = unsigned();
        int start = at;
        closure(constructor);
        for (int i = 2; i <= 3; i++) {
            operand(Op.CLASS, i);
        }
        int initializer = unsigned();
        if (initializer > 0) {
            int end = at;
            at = start;
            closure(initializer - 1);
            at = end;
        }
        operand(Op.CLASS, 5);
        operand(Op.CLASS, 6);
    }

    private void mappedArguments() {
        int slot = below(uses.length, "slot");
        int n = count();
        for (int i = 0; i < n; i++) {
            int index = unsigned();
            if (index > 0) {
                require(index <= chains.size(scopeIn(use(slot, Use.SCOPE))), "no such slot of the scope");
            }
        }
    }

    // Labels.

    private void labelled(Op op, int kind) {
        int number = unsigned();
        for (Label l = labels; l != null; l = l.outer()) {
            require(l.number() != number, "label inside itself");
        }
        Label outer = labels;
        labels = new Label(outer, number, kind);
        for (int i = 1; i < op.operandCount(); i++) {
            operand(op, i);
        }
        labels = outer;
    }

    private void jump(int kinds) {
        int number = unsigned();
        Label l = labels;
        while (l != null && l.number() != number) {
            l = l.outer();
        }
        require(l != null && (l.kind() & kinds) != 0, "jump to no label around it");
    }
}
