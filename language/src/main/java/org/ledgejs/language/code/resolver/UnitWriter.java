package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.CodeVerifier;
import org.ledgejs.language.code.ScopeInfo;
import org.ledgejs.language.code.UnitBuilder;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.Statement;

/** The second walk: a unit while its functions are being written, and where in it we are. */
final class UnitWriter {
    final ScopeAnalysis analysis;
    final UnitBuilder unit;
    final Variables variables = new Variables(this);
    final Expressions expressions = new Expressions(this);
    final Literals literals = new Literals(this);
    final Assignments assignments = new Assignments(this);
    final Calls calls = new Calls(this);
    final Patterns patterns = new Patterns(this);
    final Functions functions = new Functions(this);
    final LazyFunctions lazyFunctions = new LazyFunctions(this);
    final Classes classes = new Classes(this);
    final Decorators decorators = new Decorators(this);
    final Statements statements = new Statements(this);
    final Loops loops = new Loops(this);

    FunctionWriter f;
    Scope scope;

    UnitWriter(ScopeAnalysis analysis) {
        this(analysis, 0);
    }

    /** @param base where in the source the text begins whose tree is written */
    UnitWriter(ScopeAnalysis analysis, int base) {
        this.analysis = analysis;
        this.unit = new UnitBuilder(base);
    }

    /** The source nests deeper than code may. */
    @SuppressWarnings("serial")
    static final class DepthException extends RuntimeException {
        private DepthException() {
            super(null, null, false, false);
        }
    }

    // Functions.

    FunctionWriter begin(FunctionScope function) {
        f = new FunctionWriter(f, function, unit.newFunction(), scope);
        return f;
    }

    /** Writes the function down and goes on with the one around it. */
    int end(String name, int flags, int length, List<Code> prologue, List<Code> body, int sourceStart, int sourceEnd) {
        if (f.closureSlot >= 0) {
            Code keep = Code.of(EXPRESSION_STATEMENT, Code.of(LOCAL_SET, f.closureSlot, Code.of(CLOSURE_SCOPE)));
            prologue.addFirst(keep);
            if (f.scope.kind == FunctionScope.Kind.MODULE) {
                body.addFirst(keep);
            }
        }
        Code first = Spiller.spill(block(prologue), f);
        Code second = Spiller.spill(block(body), f);
        if (Math.max(first.depth(), second.depth()) > CodeVerifier.MAX_DEPTH) {
            throw new DepthException();
        }
        unit.function(f.index, name, flags, length, f.frameSlots, first, second, sourceStart, sourceEnd);
        int index = f.index;
        scope = f.resumeScope;
        f = f.parent;
        return index;
    }

    // Scopes.

    /** Makes the scope the current one. */
    void open(Scope s) {
        s.layOut();
        if (s.isMaterialized() && s.kind != ScopeInfo.Kind.MODULE) {
            s.slot = f.newSlot();
        }
        if (!s.isEmpty() || s.forced) {
            s.index = unit.newScope();
        }
        scope = s;
    }

    /** Describes the scope, all of whose variables are written, and goes back to its parent. */
    void close(Scope s) {
        describe(s);
        scope = s.parent;
    }

    void describe(Scope s) {
        if (s.index >= 0) {
            unit.scope(s.index, s.info(scopeIndex(s.parent), f.index));
        }
    }

    /** The index of the innermost described scope of this unit, or -1. */
    int scopeIndex(Scope from) {
        for (Scope s = from; s != null; s = s.parent) {
            if (s.index >= 0) {
                return s.index;
            }
        }
        return -1;
    }

    /** The scope around a direct eval whose code is being written; null for other units. */
    Scope outermost() {
        Scope s = scope;
        while (s != null && s.function.kind != FunctionScope.Kind.OUTSIDE) {
            s = s.parent;
        }
        return s;
    }

    Code newScope(Scope s) {
        return Code.of(NEW_SCOPE, s.slot, variables.scopeSlot(s.parent), s.index);
    }

    /**
     * Statements in a scope that was opened; closes it. In a loop, variables are made uninitialised again: before the block where that is
     * asked, after it so that nothing of one turn lives on in the next.
     */
    Code closeBlock(Scope s, List<Code> list) {
        if (f.loopDepth > 0) {
            for (Binding b : s.bindings()) {
                if (b.captured || b.slot < 0) {
                    continue;
                }
                if (b.checked) {
                    list.addFirst(Code.of(LOCAL_CLEAR, b.slot));
                }
                list.add(Code.of(LOCAL_CLEAR, b.slot));
            }
        }
        close(s);
        return s.isMaterialized() ? Code.of(SCOPE_BLOCK, s.slot, variables.scopeSlot(s.parent), s.index, list) : block(list);
    }

    // Code.

    /** What is written from now on does not run each time the code around it does; returns what {@link #leaveRegion} takes. */
    Region enterRegion() {
        Region outer = f.region;
        f.region = new Region();
        return outer;
    }

    void leaveRegion(Region outer) {
        f.region.open = false;
        f.region = outer;
    }

    /** An expression that is evaluated only sometimes. */
    Code branch(Expression e) {
        Region outer = enterRegion();
        Code code = expressions.expression(e);
        leaveRegion(outer);
        return code;
    }

    /** A statement that runs only sometimes. */
    Code branch(Statement s) {
        Region outer = enterRegion();
        Code code = statements.single(s);
        leaveRegion(outer);
        return code;
    }

    static Code block(List<Code> list) {
        return list.size() == 1 ? list.getFirst() : Code.of(BLOCK, list);
    }

    static Code comma(List<Code> list) {
        return list.size() == 1 ? list.getFirst() : Code.of(COMMA, list);
    }

    static Code comma(List<Code> first, Code last) {
        if (first.isEmpty()) {
            return last;
        }
        List<Code> list = new ArrayList<>(first);
        list.add(last);
        return Code.of(COMMA, list);
    }

    static Code statement(Code expression) {
        return Code.of(EXPRESSION_STATEMENT, expression);
    }

    static Code string(String value) {
        return Code.of(STRING_LITERAL, value);
    }

    static Code local(int slot) {
        return Code.of(LOCAL_GET, slot);
    }

    static Code setLocal(int slot, Code value) {
        return Code.of(LOCAL_SET, slot, value);
    }

    int strict() {
        return f.strict() ? 1 : 0;
    }
}
