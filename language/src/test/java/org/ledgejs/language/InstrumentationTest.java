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
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.instrumentation.ExecutionEventListener;
import com.oracle.truffle.api.instrumentation.Instrumenter;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.Tag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;

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

    @Test
    void theRootOfAModuleThatAwaitsHasNoValueOfTheEngine() {
        List<Boolean> values = new ArrayList<>();
        Source module = Source.newBuilder("ledge", "export const a = await 1", "module.mjs").buildLiteral();
        try (Context context = Context.create("ledge");
                ExecutionListener roots = ExecutionListener.newBuilder().roots(true).collectReturnValue(true).onReturn(e -> values.add(e.getReturnValue().isNull()))
                        .attach(context.getEngine())) {
            assertEquals(1, context.eval(module).getMember("a").asInt());
        }
        assertEquals(List.of(true, true), values);
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

    /** What instruments are told of the nodes of a program with a tag: the text, or the name of the variable. */
    private static List<String> tagged(Class<? extends Tag> tag, String variable, String program) {
        List<String> seen = new ArrayList<>();
        try (Engine engine = Engine.create(); Context context = Context.newBuilder("ledge").engine(engine).build()) {
            Instrumenter instrumenter = engine.getInstruments().get(TagProbe.ID).lookup(Instrumenter.class);
            instrumenter.attachExecutionEventListener(SourceSectionFilter.newBuilder().tagIs(tag).build(), new ExecutionEventListener() {
                @Override
                public void onEnter(EventContext event, VirtualFrame frame) {
                    seen.add(variable == null ? event.getInstrumentedSourceSection().getCharacters().toString() : name(event.getNodeObject(), variable));
                }

                @Override
                public void onReturnValue(EventContext event, VirtualFrame frame, Object result) { }

                @Override
                public void onReturnExceptional(EventContext event, VirtualFrame frame, Throwable exception) { }
            });
            context.eval("ledge", program);
        }
        return seen;
    }

    private static String name(Object nodeObject, String member) {
        InteropLibrary interop = InteropLibrary.getUncached();
        try {
            return interop.asString(interop.readMember(nodeObject, member));
        } catch (InteropException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets a test at the instrumenter. */
    @TruffleInstrument.Registration(id = TagProbe.ID, services = Instrumenter.class)
    public static final class TagProbe extends TruffleInstrument {
        static final String ID = "ledge-tag-probe";

        @Override
        protected void onCreate(Env env) {
            env.registerService(env.getInstrumenter());
        }
    }

    private static final String TAGGED = "(function f(a) { let b = a + 1; const g = () => b; if (g()) b++; return [g(), new Object(b)] })(1)";

    @Test
    void callsAndConstructionsAreTagged() {
        assertEquals(List.of(TAGGED, "g()", "g()", "new Object(b)"), tagged(StandardTags.CallTag.class, null, TAGGED));
    }

    @Test
    void rootsAndTheirBodiesAreTagged() {
        String function = TAGGED.substring(1, TAGGED.length() - 4);
        assertEquals(List.of(TAGGED, function, "() => b", "() => b"), tagged(StandardTags.RootTag.class, null, TAGGED));
        assertEquals(4, tagged(StandardTags.RootBodyTag.class, null, TAGGED).size());
    }

    @Test
    void readsAndWritesOfVariablesSayWhichTheyAre() {
        assertEquals(List.of("a", "g", "b", "b", "g", "b", "Object", "b"), tagged(StandardTags.ReadVariableTag.class, StandardTags.ReadVariableTag.NAME, TAGGED));
        assertEquals(List.of("b", "g", "b"), tagged(StandardTags.WriteVariableTag.class, StandardTags.WriteVariableTag.NAME, TAGGED));
        assertEquals(List.of("x", "x", "l", "c", "v", "p", "q"), tagged(StandardTags.WriteVariableTag.class, StandardTags.WriteVariableTag.NAME,
                "x = 1; x += 1; let l = 1; const c = 2; var v = 3; var [p, { q }] = [4, { q: 5 }]"));
    }

    @Test
    void expressionsAreTaggedWithTheirText() {
        List<String> seen = tagged(StandardTags.ExpressionTag.class, null, "var o = { p: [1 + 2] }; o.p[0] * 3");
        assertTrue(seen.containsAll(List.of("{ p: [1 + 2] }", "[1 + 2]", "1 + 2", "o", "o.p[0] * 3")), seen.toString());
    }
}
