package org.ledgejs.tck.truffle.scripts;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.InlineSnippet;
import org.graalvm.polyglot.tck.Snippet;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Operand;

/** Expressions evaluated where another program stands: at its statements and calls, before and behind each. */
public final class InlineScripts {
    /** The lines are those of {@link #factorial}. */
    private static final String FACTORIAL = """
            (function entry() {
              const captured = 'outer'
              class Counter {
                #n = 0
                count(step) {
                  const n = this.#n += step
                  return n
                }
              }
              function factorial(n, counter) {
                let result = 1
                for (let i = 2; i <= n; i++) {
                  result *= i
                  counter.count(i)
                }
                {
                  const n = 'shadow'
                  counter.count(n.length)
                }
                return result
              }
              const read = () => captured
              try {
                factorial(4, new Counter())
                throw [read()]
              } catch (e) {
                return e[0]
              }
            })""";

    private final Context context;
    private final List<InlineSnippet> snippets = new ArrayList<>();

    private InlineScripts(Context context) {
        this.context = context;
    }

    public static List<InlineSnippet> of(Context context) {
        InlineScripts scripts = new InlineScripts(context);
        Predicate<SourceSection> inLoop = lines(13, 14);
        scripts.value("expression", "1 + 1", inProgram(), result -> assertEquals(2, result.asInt()));
        scripts.value("parameter", "n", lines(11, 12, 13, 14), result -> assertEquals(4, result.asInt()));
        scripts.value("variable of a block", "n", lines(18), result -> assertEquals("shadow", result.asString()));
        scripts.value("variable behind a block", "n", lines(20), result -> assertEquals(4, result.asInt()));
        scripts.value("locals", "i * 2 - i", inLoop, result -> assertTrue(result.asInt() >= 2 && result.asInt() <= 4));
        scripts.value("function of a local", "[i, n].map(x => x + result).length", inLoop, result -> assertEquals(2, result.asInt()));
        scripts.value("object of locals", "({ i, n }).n", inLoop, result -> assertEquals(4, result.asInt()));
        scripts.value("declaration", "let doubled = n * 2; doubled", inLoop, result -> assertEquals(8, result.asInt()));
        scripts.value("call into the program", "typeof counter.count", inLoop, result -> assertEquals("function", result.asString()));
        scripts.value("closure", "captured", lines(22, 24, 25), result -> assertEquals("outer", result.asString()));
        scripts.value("caught value", "e[0]", lines(27), result -> assertEquals("outer", result.asString()));
        scripts.value("this", "this.constructor.name", lines(6, 7), result -> assertEquals("Counter", result.asString()));
        scripts.value("global", "typeof Math + typeof nowhere", inProgram(), result -> assertEquals("objectundefined", result.asString()));
        scripts.value("eval", "eval('n + 1')", inLoop, result -> assertEquals(5, result.asInt()));
        scripts.error("thrown error", "throw new RangeError('inline')", inLoop, "RangeError");
        scripts.error("unknown name", "nowhere", inLoop, "ReferenceError");
        scripts.error("no function", "n()", inLoop, "TypeError");
        scripts.error("syntax error", "1 +", inLoop, "SyntaxError");
        return scripts.snippets;
    }

    private Snippet factorial(String id, boolean completes) {
        Value function = Snippets.evaluate(context, "factorial.js", FACTORIAL);
        return Snippet.newBuilder(id, function, ANY).resultVerifier(run -> {
            if (completes && run.getException() != null) {
                throw run.getException();
            }
            if (completes) {
                assertEquals(Operand.of("outer"), Operand.of(run.getResult()));
            }
        }).build();
    }

    private void value(String id, String code, Predicate<SourceSection> places, Consumer<Value> check) {
        snippets.add(InlineSnippet.newBuilder(factorial(id, true), code).locationPredicate(places).resultVerifier(run -> {
            if (run.getException() != null) {
                throw run.getException();
            }
            check.accept(run.getResult());
        }).build());
    }

    /** What the expression throws goes through the program. */
    private void error(String id, String code, Predicate<SourceSection> places, String name) {
        snippets.add(InlineSnippet.newBuilder(factorial(id, false), code).locationPredicate(places).resultVerifier(run -> {
            PolyglotException exception = run.getException();
            assertNotNull(code, exception);
            assertTrue(exception.isGuestException());
            assertEquals(name, exception.getGuestObject().getMetaObject().getMetaSimpleName());
        }).build());
    }

    private static Predicate<SourceSection> inProgram() {
        return section -> section.getSource().getName().equals("factorial.js");
    }

    private static Predicate<SourceSection> lines(Integer... lines) {
        Set<Integer> all = Set.of(lines);
        return inProgram().and(section -> all.contains(section.getStartLine()));
    }
}
