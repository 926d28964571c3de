package org.ledgejs.language.code;

import static org.ledgejs.language.code.Op.Kind.CASE;
import static org.ledgejs.language.code.Op.Kind.ELEMENT;
import static org.ledgejs.language.code.Op.Kind.EXPRESSION;
import static org.ledgejs.language.code.Op.Kind.MEMBER;
import static org.ledgejs.language.code.Op.Kind.STATEMENT;
import static org.ledgejs.language.code.Operand.*;

/**
 * The operations of a {@link CodeUnit}: the resolved syntax tree, written in prefix order.
 *
 * <p>An op is one byte, its ordinal, then its operands as listed. Before it may stand {@link #POSITION} with the op's source
 * range (start as a zigzag difference to the last start written in the same function, then the length). The table is
 * the format: reader, verifier and printer are driven by it. Changing it changes {@link CodeUnit#SCHEMA_VERSION}.
 *
 * <p>Names were resolved before: a variable is a frame slot, or a slot of a {@code Scope} object reached from a frame
 * slot that holds a scope, going {@code hops} parents up. What is unresolved is global. Compound assignments, updates, destructured
 * objects, optional chains, {@code with} and generator spills are written with temporaries and the simple ops below.
 */
public enum Op {
    /** Stands where an optional child is absent. */
    NONE(EXPRESSION),

    // Literals.
    UNDEFINED(EXPRESSION), NULL(EXPRESSION), TRUE(EXPRESSION), FALSE(EXPRESSION),
    INT32(EXPRESSION, INT),
    NUMBER(EXPRESSION, DOUBLE),
    STRING_LITERAL(EXPRESSION, STRING),
    /** Decimal digits of the value. */
    BIGINT(EXPRESSION, STRING),
    /** Pattern, flags. A new object at each evaluation. */
    REGEXP(EXPRESSION, STRING, STRING),
    /** Concatenates ToString of each part (ECMA-262 §13.2.8.6); string parts are STRING_LITERAL. */
    TEMPLATE(EXPRESSION, EXPRS),
    /** The frozen template object of this site: cooked strings (absent where undefined), raw strings. */
    TEMPLATE_OBJECT(EXPRESSION, OPT_STRINGS, STRINGS),
    /** Members: ITEM, HOLE, SPREAD. */
    ARRAY(EXPRESSION, MEMBERS),
    /** Members: PROPERTY, PROPERTY_COMPUTED, PROTO, SPREAD, METHOD, METHOD_COMPUTED. */
    OBJECT(EXPRESSION, MEMBERS),
    /** A closure over the scope in the slot (none: the function's own closure scope). */
    CLOSURE(EXPRESSION, FUNCTION, OPT_SLOT),
    /** A closure whose name is computed: the second expression gives the property key (SetFunctionName). */
    CLOSURE_NAMED(EXPRESSION, FUNCTION, OPT_SLOT, EXPR),
    /** A method closure with a home object. */
    CLOSURE_METHOD(EXPRESSION, FUNCTION, OPT_SLOT, EXPR),
    /**
     * ClassDefinitionEvaluation (§15.7.14) up to and including its methods: constructor function, scope of its closures, heritage,
     * name key (a STRING_LITERAL or a computed property key; NONE leaves the name to a static member), field initialiser (function index
     * plus one; a method run by INIT_FIELDS), members: METHOD, METHOD_COMPUTED, METHOD_PRIVATE, EVALUATE (a computed field key, stored by
     * its expression, or ADD_DECORATOR), DECORATED_METHOD, DECORATED_FIELD.
     * Its value is the constructor. Bindings and static fields are written around it. Flags: 1 derived.
     */
    CLASS(EXPRESSION, FUNCTION, OPT_SLOT, OPT_EXPR, OPT_EXPR, UINT, FLAGS, MEMBERS),

    // Members of literals and classes.
    ITEM(MEMBER, EXPR),
    HOLE(MEMBER),
    /** Iterates its operand (copies properties, in an object). Of {@link #REST}, in default constructors only: passes the arguments without iterating. */
    SPREAD(MEMBER, EXPR),
    PROPERTY(MEMBER, STRING, EXPR),
    PROPERTY_COMPUTED(MEMBER, EXPR, EXPR),
    PROTO(MEMBER, EXPR),
    /** Key, function, scope. Flags: {@link MethodFlags}. */
    METHOD(MEMBER, STRING, FUNCTION, OPT_SLOT, FLAGS),
    METHOD_COMPUTED(MEMBER, EXPR, FUNCTION, OPT_SLOT, FLAGS),
    /** A private method or accessor: the expression gives the private name (see NEW_PRIVATE_NAME), which receives the function. */
    METHOD_PRIVATE(MEMBER, EXPR, FUNCTION, OPT_SLOT, FLAGS),
    EVALUATE(MEMBER, EXPR),
    /**
     * A member of a class with decorators, which APPLY_DECORATORS defines: decoration, number of the element, key (a STRING_LITERAL, a
     * property key, or a private name), function, scope, flags.
     */
    DECORATED_METHOD(MEMBER, EXPR, UINT, EXPR, FUNCTION, OPT_SLOT, FLAGS),
    /** A field with decorators: decoration, number of the element, key, flags. */
    DECORATED_FIELD(MEMBER, EXPR, UINT, EXPR, FLAGS),

    // Variables.
    LOCAL_GET(EXPRESSION, SLOT),
    /** ReferenceError "Cannot access 'x' before initialization" while uninitialised (frame default: null). */
    LOCAL_GET_CHECKED(EXPRESSION, SLOT, STRING),
    /** Its value is the value assigned. */
    LOCAL_SET(EXPRESSION, SLOT, EXPR),
    LOCAL_SET_CHECKED(EXPRESSION, SLOT, STRING, EXPR),
    /** Binds {@code this} after super(): ReferenceError if bound already. */
    LOCAL_SET_ONCE(EXPRESSION, SLOT, EXPR),
    /** Makes the slots uninitialised again, at the entry of a block in a loop. */
    LOCAL_CLEAR(STATEMENT, SLOT),
    /** Slot that holds a scope, hops, index. */
    SCOPE_GET(EXPRESSION, SLOT, UINT, UINT),
    SCOPE_GET_CHECKED(EXPRESSION, SLOT, UINT, UINT, STRING),
    SCOPE_SET(EXPRESSION, SLOT, UINT, UINT, EXPR),
    SCOPE_SET_CHECKED(EXPRESSION, SLOT, UINT, UINT, STRING, EXPR),
    SCOPE_SET_ONCE(EXPRESSION, SLOT, UINT, UINT, EXPR),
    /**
     * An import by name: the scope slot holds a binding of another module's scope. An imported namespace (or module source) is the
     * slot's own value, set when linking, and read with SCOPE_GET.
     */
    IMPORT_GET(EXPRESSION, SLOT, UINT, UINT, STRING),
    /** Evaluates, then TypeError "Assignment to constant variable." */
    CONST_ASSIGN(EXPRESSION, STRING, EXPR),
    /** An unresolved name: the realm's script scope, then its global object; else ReferenceError "x is not defined". */
    GLOBAL_GET(EXPRESSION, STRING),
    /** As GLOBAL_GET, but undefined for an unresolvable name: the operand of typeof. */
    GLOBAL_GET_OR_UNDEFINED(EXPRESSION, STRING),
    /** Flags: 1 strict. */
    GLOBAL_SET(EXPRESSION, STRING, FLAGS, EXPR),
    /** Initialises a top-level let, const or class of a script. */
    GLOBAL_INIT(EXPRESSION, STRING, EXPR),
    GLOBAL_DELETE(EXPRESSION, STRING),
    /** The object environment in the slot's value has a binding of that name (§9.1.1.2.1; unscopables if flag 1). */
    WITH_HAS(EXPRESSION, EXPR, STRING, FLAGS),
    /** Object, name; flags: 1 strict. */
    WITH_GET(EXPRESSION, EXPR, STRING, FLAGS),
    WITH_SET(EXPRESSION, EXPR, STRING, EXPR, FLAGS),

    /** Creates a scope in the slot with the scope in the second slot as parent (none: the closure scope). Its value is of no use. */
    NEW_SCOPE(EXPRESSION, SLOT, OPT_SLOT, SCOPE),

    // What a call brings.
    /** {@code this} of the activation; flags: 1 sloppy (undefined and null become the global object, primitives are wrapped). */
    THIS(EXPRESSION, FLAGS),
    /** The active function object. */
    CALLEE(EXPRESSION),
    NEW_TARGET(EXPRESSION),
    /** [[HomeObject]] of the active function. */
    HOME_OBJECT(EXPRESSION),
    /** Argument i, or undefined. */
    ARGUMENT(EXPRESSION, UINT),
    /** An array of the arguments from i on. */
    REST(EXPRESSION, UINT),
    /** An unmapped arguments object (§10.4.4.6). */
    ARGUMENTS(EXPRESSION),
    /** A mapped one (§10.4.4.7): slot of the scope with the parameters, index in it of the parameter at each position (plus one; 0 unmapped). */
    ARGUMENTS_MAPPED(EXPRESSION, SLOT, MAPPING),
    /** The closure scope of the active function (for the prologue, which keeps it in a slot). */
    CLOSURE_SCOPE(EXPRESSION),
    IMPORT_META(EXPRESSION),

    // Operators.
    ADD(EXPRESSION, EXPR, EXPR), SUB(EXPRESSION, EXPR, EXPR), MUL(EXPRESSION, EXPR, EXPR), DIV(EXPRESSION, EXPR, EXPR),
    MOD(EXPRESSION, EXPR, EXPR), EXP(EXPRESSION, EXPR, EXPR),
    BIT_AND(EXPRESSION, EXPR, EXPR), BIT_OR(EXPRESSION, EXPR, EXPR), BIT_XOR(EXPRESSION, EXPR, EXPR),
    SHL(EXPRESSION, EXPR, EXPR), SHR(EXPRESSION, EXPR, EXPR), USHR(EXPRESSION, EXPR, EXPR),
    EQ(EXPRESSION, EXPR, EXPR), NE(EXPRESSION, EXPR, EXPR), SEQ(EXPRESSION, EXPR, EXPR), SNE(EXPRESSION, EXPR, EXPR),
    LT(EXPRESSION, EXPR, EXPR), LE(EXPRESSION, EXPR, EXPR), GT(EXPRESSION, EXPR, EXPR), GE(EXPRESSION, EXPR, EXPR),
    INSTANCEOF(EXPRESSION, EXPR, EXPR), IN(EXPRESSION, EXPR, EXPR),
    AND(EXPRESSION, EXPR, EXPR), OR(EXPRESSION, EXPR, EXPR), COALESCE(EXPRESSION, EXPR, EXPR),
    NOT(EXPRESSION, EXPR), NEG(EXPRESSION, EXPR), PLUS(EXPRESSION, EXPR), BIT_NOT(EXPRESSION, EXPR),
    TYPEOF(EXPRESSION, EXPR),
    /** Increment and decrement of a value that is numeric already or is made so. */
    INC(EXPRESSION, EXPR), DEC(EXPRESSION, EXPR),
    TO_NUMERIC(EXPRESSION, EXPR),
    /** A number that is an array index stays a number. */
    TO_PROPERTY_KEY(EXPRESSION, EXPR),
    /** The object of a {@code with}: TypeError for undefined and null. */
    TO_OBJECT(EXPRESSION, EXPR),
    CONDITIONAL(EXPRESSION, EXPR, EXPR, EXPR),
    /** The value of the last one. */
    COMMA(EXPRESSION, EXPRS),
    /** The first if it is not undefined, else the second: default values. */
    DEFAULT(EXPRESSION, EXPR, EXPR),
    /** Stores the first in the slot; undefined if it is undefined or null, else the second: {@code a?.b}. */
    OPTIONAL(EXPRESSION, SLOT, EXPR, EXPR),

    // Properties.
    GET(EXPRESSION, EXPR, STRING),
    GET_INDEX(EXPRESSION, EXPR, EXPR),
    /** Object, private name. */
    GET_PRIVATE(EXPRESSION, EXPR, EXPR),
    /** Of the home object: its prototype, or null. */
    SUPER_BASE(EXPRESSION, EXPR),
    /** Key, super base, this. */
    GET_SUPER(EXPRESSION, EXPR, EXPR, EXPR),
    /** Flags of all SETs: 1 strict. The value of the expression is the value set. */
    SET(EXPRESSION, EXPR, STRING, EXPR, FLAGS),
    SET_INDEX(EXPRESSION, EXPR, EXPR, EXPR, FLAGS),
    SET_PRIVATE(EXPRESSION, EXPR, EXPR, EXPR),
    /** Key, super base, this, value. */
    SET_SUPER(EXPRESSION, EXPR, EXPR, EXPR, EXPR, FLAGS),
    DELETE(EXPRESSION, EXPR, EXPR, FLAGS),
    /** {@code #x in object}: private name, object. */
    HAS_PRIVATE(EXPRESSION, EXPR, EXPR),
    /** A fresh private name with its description ("#x"). */
    NEW_PRIVATE_NAME(EXPRESSION, STRING),
    /** CreateDataPropertyOrThrow: object, key, value. A class field. */
    DEFINE_FIELD(EXPRESSION, EXPR, EXPR, EXPR),
    /** PrivateFieldAdd: object, private name, value; PrivateMethodOrAccessorAdd if the name holds a method and the value is NONE. */
    DEFINE_PRIVATE(EXPRESSION, EXPR, EXPR, OPT_EXPR),
    /**
     * What is known of a class's decorators while it is defined and when its instances are made. In the ops below a number says of what:
     * 0 the class, 1 its static methods, 2 its instance methods, from 3 on its elements.
     */
    NEW_DECORATION(EXPRESSION),
    /** Decoration, number of what is decorated (0 or an element), decorator, its this value. */
    ADD_DECORATOR(EXPRESSION, EXPR, UINT, EXPR, OPT_EXPR),
    /** Calls all decorators and defines the members: decoration, constructor, name of the class. Its value is what the class becomes. */
    APPLY_DECORATORS(EXPRESSION, EXPR, EXPR, OPT_EXPR),
    /** Calls what was passed to addInitializer: decoration, number, this value. */
    RUN_INITIALIZERS(EXPRESSION, EXPR, UINT, EXPR),
    /** What decorators make of a field's value: decoration, number of the element, this value, value. */
    INITIAL_VALUE(EXPRESSION, EXPR, UINT, EXPR, EXPR),
    /** Runs the field initialiser of the class constructor (second) on the object (first). */
    INIT_FIELDS(EXPRESSION, EXPR, EXPR),
    /** TypeError for undefined and null: the source of an object pattern. */
    REQUIRE_OBJECT_COERCIBLE(EXPRESSION, EXPR),
    /** CopyDataProperties of the first without the keys of the others: rest of an object pattern. */
    OBJECT_REST(EXPRESSION, EXPR, EXPRS),
    /** Iterates the value (§8.6.2): source, elements in order; closes the iterator. */
    ARRAY_PATTERN(EXPRESSION, EXPR, ELEMENTS),
    /** Evaluates the first (a target's object and key, into temporaries), steps, stores the value in the slot, evaluates the last. */
    ELEMENT_ITEM(ELEMENT, OPT_EXPR, SLOT, EXPR),
    ELEMENT_ELISION(ELEMENT),
    ELEMENT_REST(ELEMENT, OPT_EXPR, SLOT, EXPR),

    // Calls. Arguments are members: ITEM, SPREAD.
    CALL(EXPRESSION, EXPR, MEMBERS),
    /** Callee, this, arguments. */
    CALL_THIS(EXPRESSION, EXPR, EXPR, MEMBERS),
    CALL_METHOD(EXPRESSION, EXPR, STRING, MEMBERS),
    CALL_INDEX(EXPRESSION, EXPR, EXPR, MEMBERS),
    NEW(EXPRESSION, EXPR, MEMBERS),
    /** super(…): active function, new target; its value is the new object, which the surrounding SET_ONCE binds. */
    SUPER_CALL(EXPRESSION, EXPR, EXPR, MEMBERS),
    /** A possibly direct eval: callee, slot of the current scope, static environment, arguments; flags: 1 strict, 2 in a class field initialiser. */
    CALL_EVAL(EXPRESSION, EXPR, OPT_SLOT, SCOPE, FLAGS, MEMBERS),
    /** import(specifier, options); phase: 0 evaluation, 1 defer, 2 source. */
    IMPORT_CALL(EXPRESSION, EXPR, OPT_EXPR, UINT),

    // Suspension. What contains one is: a statement, COMMA, CONDITIONAL, AND, OR, COALESCE, OPTIONAL, DEFAULT, ARRAY_PATTERN, or an op
    // whose last evaluated operand contains it while the operands before are literals or temporaries (safe to evaluate again).
    // In async generators the operand of YIELD is awaited already (YIELD(AWAIT(e))), and so is that of RETURN; a YIELD resumed with
    // return() awaits the value it got, and YIELD_STAR does all its awaiting, itself.
    AWAIT(EXPRESSION, EXPR), YIELD(EXPRESSION, EXPR), YIELD_STAR(EXPRESSION, EXPR),

    // Statements. They complete with a code: normal, return, or a label's break or continue.
    EXPRESSION_STATEMENT(STATEMENT, EXPR),
    BLOCK(STATEMENT, STMTS),
    /** Creates a scope in the slot with the scope in the second slot as parent (none: the closure scope), then runs the statements. */
    SCOPE_BLOCK(STATEMENT, SLOT, OPT_SLOT, SCOPE, STMTS),
    /** Replaces the scope in the slot by a copy: the next iteration of a for with captured let. */
    COPY_SCOPE(EXPRESSION, SLOT),
    IF(STATEMENT, EXPR, STMT, OPT_STMT),
    WHILE(STATEMENT, LABEL, EXPR, STMT),
    DO_WHILE(STATEMENT, LABEL, STMT, EXPR),
    /** Initialisation is a statement before it. Test, update, body. */
    FOR(STATEMENT, LABEL, OPT_EXPR, OPT_EXPR, STMT),
    /** Object, slot for the key, body (which begins with the binding). */
    FOR_IN(STATEMENT, LABEL, EXPR, SLOT, STMT),
    /** Iterable, slot for the value, body. Flags: 1 await. */
    FOR_OF(STATEMENT, LABEL, EXPR, SLOT, FLAGS, STMT),
    /** A labelled statement or block that break leaves. */
    LABELED(STATEMENT, LABEL, STMT),
    BREAK(STATEMENT, LABEL),
    CONTINUE(STATEMENT, LABEL),
    /**
     * In a derived constructor the operand is the new object already (checked {@code this}) or what the program returned if that is not
     * undefined; [[Construct]] throws the TypeError if it is no object then (§10.2.2).
     */
    RETURN(STATEMENT, OPT_EXPR),
    THROW(STATEMENT, EXPR),
    /** Block, slot for the exception, handler (binds from the slot), finaliser. */
    TRY(STATEMENT, STMT, OPT_SLOT, OPT_STMT, OPT_STMT),
    /** Discriminant, cases in order. Break of the label leaves. */
    SWITCH(STATEMENT, LABEL, EXPR, CASES),
    /** Test (NONE: default), statements. */
    CASE_CLAUSE(CASE, OPT_EXPR, STMTS),
    DEBUGGER(STATEMENT),
    EMPTY(STATEMENT),
    /** Runs the statements with a fresh dispose capability in the slot, disposes at the end (§ DisposeResources). Flags: 1 async. */
    DISPOSE_SCOPE(STATEMENT, SLOT, FLAGS, STMTS),
    /** AddDisposableResource: capability slot, value, flags: 1 async. Its value is the value. */
    ADD_DISPOSABLE(EXPRESSION, SLOT, EXPR, FLAGS),
    /**
     * GlobalDeclarationInstantiation (§16.1.7): lets, consts (classes are lets), vars, function names, names of functions in blocks that become
     * vars where that is allowed (§B.3.2.2, no error otherwise). Function values are set by GLOBAL_FUNCTION.
     */
    GLOBAL_DECLARE(STATEMENT, STRINGS, STRINGS, STRINGS, STRINGS, STRINGS),
    /** CreateGlobalFunctionBinding; flags: 1 deletable (eval). */
    GLOBAL_FUNCTION(EXPRESSION, STRING, EXPR, FLAGS),
    /**
     * EvalDeclarationInstantiation's vars in a sloppy eval: object environment (NONE: global), var names, function names, and for global code names
     * of functions in blocks as in GLOBAL_DECLARE. Names the function declares itself are not among them.
     */
    EVAL_DECLARE(STATEMENT, OPT_EXPR, STRINGS, STRINGS, STRINGS),
    /** Throws an error the resolver knows of: kind (0 ReferenceError, 1 TypeError, 2 SyntaxError), message. */
    THROW_ERROR(EXPRESSION, UINT, STRING);

    /** Where an op may stand. */
    public enum Kind { EXPRESSION, STATEMENT, MEMBER, ELEMENT, CASE }

    private static final Op[] VALUES = values();
    /** The byte before an op that has a source range. */
    public static final int POSITION = 0xFF;

    private final Kind kind;
    private final Operand[] operands;

    Op(Kind kind, Operand... operands) {
        this.kind = kind;
        this.operands = operands;
    }

    public Kind kind() {
        return kind;
    }

    public int operandCount() {
        return operands.length;
    }

    public Operand operand(int i) {
        return operands[i];
    }

    /** The op of a byte, or null if there is none. */
    public static Op of(int code) {
        return code < VALUES.length ? VALUES[code] : null;
    }
}
