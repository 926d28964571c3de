package org.ledgejs.language.nodes.build;

import java.util.List;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.StatementNode;
import org.ledgejs.language.nodes.control.EmptyNode;
import org.ledgejs.language.nodes.function.AsyncStartNode;
import org.ledgejs.language.nodes.function.BindParametersNode;
import org.ledgejs.language.nodes.function.ClassConstructorBodyNode;
import org.ledgejs.language.nodes.function.FunctionBodyNode;
import org.ledgejs.language.nodes.function.FunctionRootNode;
import org.ledgejs.language.nodes.function.GeneratorStartNode;
import org.ledgejs.language.nodes.function.GuestFunctionData;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.nodes.function.ModuleBodyNode;
import org.ledgejs.language.nodes.function.ResumeRootNode;
import org.ledgejs.language.nodes.generator.ResumeSlots;
import org.ledgejs.language.nodes.generator.SpillNode;
import org.ledgejs.language.nodes.generator.SpillingExpressionNode;
import org.ledgejs.language.runtime.AddedProperties;
import org.ledgejs.language.runtime.Strings;

/**
 * Builds the nodes of one function from its code, when it is first called. What contains a suspension becomes a node of
 * the resumable kind: the builder counts suspensions as it reads, so it knows once the children of an op are built.
 */
public final class NodeBuilder {
    private final GuestFunctionData data;
    private final FunctionCode code;
    private final CodeCursor cursor;
    private final ResumeSlots resumeSlots;
    private int returnSlot = -1;
    /** Nothing of the function is left to do after the statement that is being built. */
    private boolean tail;
    private int slots;
    private int suspensions;

    private final Literals literals;
    private final Variables variables;
    private final Operators operators;
    private final Properties properties;
    private final Calls calls;
    private final Classes classes;
    private final Statements statements;
    private final Loops loops;

    private NodeBuilder(GuestFunctionData data) {
        this.data = data;
        this.code = data.code();
        this.cursor = code.cursor();
        this.slots = code.frameSlots();
        this.literals = new Literals(this);
        this.variables = new Variables(this);
        this.operators = new Operators(this);
        this.properties = new Properties(this);
        this.calls = new Calls(this);
        this.classes = new Classes(this);
        this.statements = new Statements(this);
        this.loops = new Loops(this);
        this.resumeSlots = code.is(FunctionFlags.RESUMABLE) ? new ResumeSlots(newSlot(), newSlot()) : null;
    }

    /** The root of a function; a new one at each call. */
    public static FunctionRootNode build(GuestFunctionData data) {
        return new NodeBuilder(data).root();
    }

    private FunctionRootNode root() {
        StatementNode first = statement();
        StatementNode prologue = first instanceof EmptyNode ? null : BindParametersNode.fuse(first);
        tail = !code.is(FunctionFlags.RESUMABLE) && !code.is(FunctionFlags.MODULE);
        StatementNode body = statement();
        boolean hasRange = code.sourceStart() >= 0;
        if (hasRange) {
            body.markRootBody(code.sourceStart(), code.sourceEnd() - code.sourceStart());
        }
        JSNode start = start(prologue, body);
        if (hasRange) {
            start.setSourceRange(code.sourceStart(), code.sourceEnd() - code.sourceStart());
        }
        FrameDescriptor.Builder frame = FrameDescriptor.newBuilder(slots);
        frame.addSlots(slots, FrameSlotKind.Illegal);
        JSNode checked = code.is(FunctionFlags.CLASS_CONSTRUCTOR) ? new ClassConstructorBodyNode(data, start) : start;
        return new FunctionRootNode(data, frame.build(), checked);
    }

    private JSNode start(StatementNode prologue, StatementNode body) {
        boolean async = code.is(FunctionFlags.ASYNC);
        if (code.is(FunctionFlags.MODULE)) {
            return new ModuleBodyNode(prologue, async ? null : body, async ? resumable(body) : null);
        }
        if (code.is(FunctionFlags.GENERATOR)) {
            return new GeneratorStartNode(prologue, resumable(body), async);
        }
        return async ? new AsyncStartNode(prologue, resumable(body)) : new FunctionBodyNode(prologue, body, returnSlot);
    }

    private RootCallTarget resumable(StatementNode body) {
        return new ResumeRootNode(data, body, returnSlot(), resumeSlots).getCallTarget();
    }

    // What the other builders read and make.

    CodeCursor cursor() {
        return cursor;
    }

    FunctionCode code() {
        return code;
    }

    LoadedUnit unit() {
        return data.unit();
    }

    AddedProperties addedProperties() {
        return data.addedProperties();
    }

    boolean isAsync() {
        return code.is(FunctionFlags.ASYNC);
    }

    /** Where statements that are not in tail position leave what the function returns. */
    int returnSlot() {
        if (returnSlot < 0) {
            returnSlot = newSlot();
        }
        return returnSlot;
    }

    /** A function returns what the statement being built says, without a slot. */
    boolean isTail() {
        return tail;
    }

    ResumeSlots resumeSlots() {
        return resumeSlots;
    }

    int newSlot() {
        return slots++;
    }

    /** A count that grows with each suspension read. */
    int suspensions() {
        return suspensions;
    }

    boolean suspendedSince(int mark) {
        return suspensions != mark;
    }

    void countSuspension() {
        suspensions++;
    }

    /** A slot if something suspended since the mark, else -1. */
    int slotIfSuspended(int mark) {
        return suspendedSince(mark) ? newSlot() : -1;
    }

    /** An operand that stays evaluated while what was read since the mark suspends. */
    JSNode keep(JSNode operand, int mark) {
        return suspendedSince(mark) ? new SpillNode(operand, newSlot()) : operand;
    }

    /** Around an expression whose operand may have been kept. */
    static JSNode release(JSNode expression, JSNode operand) {
        return operand instanceof SpillNode spill ? new SpillingExpressionNode(expression, new int[] {spill.slot()}) : expression;
    }

    TruffleString string() {
        return Strings.constant(cursor.string());
    }

    TruffleString[] strings() {
        TruffleString[] result = new TruffleString[cursor.unsigned()];
        for (int i = 0; i < result.length; i++) {
            result[i] = string();
        }
        return result;
    }

    List<TruffleString> stringList() {
        return List.of(strings());
    }

    GuestFunctionData function() {
        return unit().function(cursor.unsigned());
    }

    JSNode[] expressions() {
        JSNode[] result = new JSNode[cursor.unsigned()];
        for (int i = 0; i < result.length; i++) {
            result[i] = expression();
        }
        return result;
    }

    StatementNode[] statements() {
        StatementNode[] result = new StatementNode[cursor.unsigned()];
        boolean isTail = tail;
        for (int i = 0; i < result.length; i++) {
            tail = isTail && i == result.length - 1;
            result[i] = statement();
        }
        tail = isTail;
        return result;
    }

    /** An expression; null where there is none. */
    JSNode expression() {
        Op op = cursor.op();
        int start = cursor.sourceStart();
        int length = cursor.sourceLength();
        if (op == Op.NONE) {
            return null;
        }
        JSNode node = expression(op);
        if (start >= 0) {
            node.setSourceRange(start, length);
        }
        return node;
    }

    private JSNode expression(Op op) {
        return switch (op) {
            case UNDEFINED, NULL, TRUE, FALSE, INT32, NUMBER, STRING_LITERAL, BIGINT, REGEXP, TEMPLATE, TEMPLATE_OBJECT, ARRAY, THROW_ERROR ->
                literals.build(op);
            case OBJECT, CLASS, CLOSURE, CLOSURE_NAMED, CLOSURE_METHOD, HAS_PRIVATE, NEW_PRIVATE_NAME, DEFINE_FIELD, DEFINE_PRIVATE, INIT_FIELDS,
                NEW_DECORATION, ADD_DECORATOR, APPLY_DECORATORS, RUN_INITIALIZERS, INITIAL_VALUE ->
                classes.build(op);
            case LOCAL_GET, LOCAL_GET_CHECKED, LOCAL_SET, LOCAL_SET_CHECKED, LOCAL_SET_ONCE, SCOPE_GET, SCOPE_GET_CHECKED, SCOPE_SET,
                SCOPE_SET_CHECKED, SCOPE_SET_ONCE, IMPORT_GET, CONST_ASSIGN, GLOBAL_GET, GLOBAL_GET_OR_UNDEFINED, GLOBAL_SET, GLOBAL_INIT,
                GLOBAL_DELETE, GLOBAL_FUNCTION, WITH_HAS, WITH_GET, WITH_SET, NEW_SCOPE, COPY_SCOPE -> variables.build(op);
            case THIS, CALLEE, NEW_TARGET, HOME_OBJECT, ARGUMENT, REST, ARGUMENTS, ARGUMENTS_MAPPED, CLOSURE_SCOPE, IMPORT_META, CALL, CALL_THIS,
                CALL_METHOD, CALL_INDEX, NEW, SUPER_CALL, CALL_EVAL, IMPORT_CALL -> calls.build(op);
            case GET, GET_INDEX, GET_PRIVATE, SUPER_BASE, GET_SUPER, SET, SET_INDEX, SET_PRIVATE, SET_SUPER, DELETE, REQUIRE_OBJECT_COERCIBLE, TO_OBJECT,
                OBJECT_REST, ARRAY_PATTERN -> properties.build(op);
            case AWAIT, YIELD, YIELD_STAR -> loops.suspension(op);
            case ADD_DISPOSABLE -> statements.addDisposable();
            default -> operators.build(op);
        };
    }

    /** A statement; null where there is none. */
    StatementNode statement() {
        Op op = cursor.op();
        int start = cursor.sourceStart();
        int length = cursor.sourceLength();
        if (op == Op.NONE) {
            return null;
        }
        boolean isTail = tail;
        tail = isTail && (op == Op.BLOCK || op == Op.IF || op == Op.RETURN);
        StatementNode node = switch (op) {
            case WHILE, DO_WHILE, FOR, FOR_IN, FOR_OF -> loops.build(op);
            default -> statements.build(op);
        };
        tail = isTail;
        if (start >= 0) {
            node.setSourceRange(start, length);
        }
        return node;
    }
}
