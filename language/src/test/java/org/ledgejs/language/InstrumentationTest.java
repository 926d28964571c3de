package org.ledgejs.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.debug.DebugScope;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.management.ExecutionListener;
import org.junit.jupiter.api.Test;

/** What listeners and debuggers see of a running program. */
@SuppressWarnings("try")
class InstrumentationTest {

    @Test
    void statementsAreReportedWithTheirText() {
        List<String> seen = new ArrayList<>();
        try (Context context = Context.create("ledge");
                ExecutionListener listener = ExecutionListener.newBuilder().statements(true).onEnter(e -> seen.add(e.getLocation().getCharacters().toString()))
                        .attach(context.getEngine())) {
            context.eval("ledge", "var a = 1;\nif (a) {\n  a += 2;\n}\n");
        }
        assertTrue(seen.contains("a += 2;"), seen.toString());
        assertFalse(seen.isEmpty());
    }

    @Test
    void aFunctionsReturnValueIsSeenAndAStatementHasNone() {
        List<Object> values = new ArrayList<>();
        List<Object> ofStatements = new ArrayList<>();
        try (Context context = Context.create("ledge");
                ExecutionListener roots = ExecutionListener.newBuilder().roots(true).collectReturnValue(true)
                        .onReturn(e -> values.add(e.getReturnValue().isNumber() ? e.getReturnValue().asInt() : null)).attach(context.getEngine());
                ExecutionListener statements = ExecutionListener.newBuilder().statements(true).collectReturnValue(true)
                        .onReturn(e -> ofStatements.add(e.getReturnValue())).attach(context.getEngine())) {
            context.eval("ledge", "function f() { return 40 + 2 } f()");
        }
        assertTrue(values.contains(42), values.toString());
        ofStatements.forEach(value -> assertNull(value));
    }

    private static final String PROGRAM = """
            let outer = 5;
            function f(a) {
              let b = a * 2;
              const c = () => b;
              debugger;
              return b + c();
            }
            f(21);
            """;

    private interface Halt {
        void at(DebugStackFrame frame);
    }

    private static int debug(String program, Halt halt) {
        try (Engine engine = Engine.create(); Context context = Context.newBuilder("ledge").engine(engine).build()) {
            Debugger debugger = engine.getInstruments().get("debugger").lookup(Debugger.class);
            List<Integer> halts = new ArrayList<>();
            try (DebuggerSession session = debugger.startSession(event -> {
                halts.add(event.getSourceSection().getStartLine());
                halt.at(event.getTopStackFrame());
            })) {
                context.eval(Source.newBuilder("ledge", program, "program.js").buildLiteral());
            }
            return halts.isEmpty() ? -1 : halts.getFirst();
        }
    }

    @Test
    void theDebuggerStatementHaltsWithVariablesInReach() {
        List<String> seen = new ArrayList<>();
        int line = debug(PROGRAM, frame -> {
            for (DebugScope scope = frame.getScope(); scope != null; scope = scope.getParent()) {
                for (DebugValue value : scope.getDeclaredValues()) {
                    if (value.isReadable()) {
                        seen.add(value.getName() + "=" + value.toDisplayString());
                    }
                }
            }
        });
        assertEquals(5, line);
        assertTrue(seen.contains("a=21"), seen.toString());
        assertTrue(seen.contains("b=42"), seen.toString());
    }

    @Test
    void anExpressionIsEvaluatedInTheFrame() {
        List<String> seen = new ArrayList<>();
        debug(PROGRAM, frame -> seen.add(frame.eval("a + b + outer").toDisplayString()));
        assertEquals(List.of("68"), seen);
    }

    private static final String NESTED = """
            function f(x) {
              let y = 'function', unset = () => later;
              {
                const x = 'block', y = x;
                debugger;
              }
              const later = 1;
              try { throw x } catch (x) { debugger }
              debugger;
              return unset;
            }
            f('parameter');
            """;

    /** Names and values of the innermost scope, then of those around it, to the function's. */
    private static String variables(DebugStackFrame frame) {
        List<String> all = new ArrayList<>();
        for (DebugScope scope = frame.getScope(); scope != null; scope = scope.isFunctionScope() ? null : scope.getParent()) {
            for (DebugValue value : scope.getDeclaredValues()) {
                if (!value.getName().equals("this") && !value.toDisplayString().startsWith("[Function")) {
                    all.add(value.getName() + "=" + value.toDisplayString());
                }
            }
            all.add("|");
        }
        return String.join(" ", all);
    }

    @Test
    void eachBlockIsAScopeOfItsOwn() {
        List<String> seen = new ArrayList<>();
        debug(NESTED, frame -> seen.add(variables(frame)));
        assertEquals(List.of("x=block y=block | x=parameter y=function |", "x=parameter | x=parameter y=function later=1 |", "x=parameter y=function later=1 |"), seen);
    }

    @Test
    void aNameIsEvaluatedInTheInnermostBlockThatHasIt() {
        List<String> seen = new ArrayList<>();
        debug(NESTED, frame -> seen.add(frame.eval("x + y").toDisplayString()));
        assertEquals(List.of("blockblock", "parameterfunction", "parameterfunction"), seen);
    }

    @Test
    void aVariableIsSeenOnceItIsInitialised() {
        List<String> seen = new ArrayList<>();
        debug("(function () { debugger; const late = 1; (() => late)(); debugger })()", frame -> seen.add(variables(frame)));
        assertEquals(List.of("|", "late=1 |"), seen);
    }

    @Test
    void aConstructorOfAClassIsNoFunctionToCall() {
        List<Boolean> functions = new ArrayList<>();
        debug("new (class { constructor() { debugger } })()", frame -> functions.add(frame.getScope().isFunctionScope()));
        assertEquals(List.of(true), functions);
    }
}
