package org.ledgejs.tck.truffle.statements;

import static org.graalvm.polyglot.tck.TypeDescriptor.ANY;
import static org.graalvm.polyglot.tck.TypeDescriptor.STRING;
import static org.graalvm.polyglot.tck.TypeDescriptor.array;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.ResultVerifier;

import org.ledgejs.tck.truffle.Snippets;
import org.ledgejs.tck.truffle.reference.Conversion;
import org.ledgejs.tck.truffle.reference.Operand;
import org.ledgejs.tck.truffle.reference.Verification;

/** Throwing and catching. */
final class Exceptions {
    private Exceptions() { }

    static void addTo(Snippets snippets) {
        snippets.add("throw", "function thrower(x) { throw x }", ANY, Exceptions::verifyThrown, ANY);
        snippets.add("throw an error of it", "x => { throw new RangeError('message', { cause: x }) }", ANY, Verification.throwing("RangeError"), ANY);
        snippets.add("catch", "x => { try { throw x } catch (e) { return e } }", ANY, Verification.ofOne(x -> x), ANY);
        snippets.add("catch without a parameter", "x => { try { throw x } catch { return x } }", ANY, Verification.ofOne(x -> x), ANY);
        snippets.add("catch with a pattern", "x => { try { throw [x, { p: x }] } catch ([a, { p, q = 'default' }]) { return [a, p, q] } }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x, Operand.of("default"))), ANY);
        snippets.add("catch across a call", "x => { const thrower = y => { throw y }; try { thrower(x); return 'not reached' } catch (e) { try { throw e } catch (again) { return again } } }", ANY,
                Verification.ofOne(x -> x), ANY);
        snippets.add("finally", "x => { const seen = []; try { seen.push('try'); if (x) throw x } catch { seen.push('catch') } finally { seen.push('finally') } return seen }", array(STRING),
                Verification.allOfOne(x -> (Conversion.toBoolean(x) ? List.of("try", "catch", "finally") : List.of("try", "finally")).stream().map(Operand::of).toList()), ANY);
        snippets.add("finally that returns", "x => { try { if (x) throw x; return 'try' } finally { return 'finally' } }", STRING, Verification.ofOne(x -> Operand.of("finally")), ANY);
        snippets.add("finally behind a return", "x => { const seen = []; const r = (() => { try { return x } finally { seen.push(x) } })(); return [r, seen[0]] }", array(ANY),
                Verification.allOfOne(x -> List.of(x, x)), ANY);
        snippets.add("finally that breaks", "x => { for (;;) { try { if (x) throw x; return 'try' } finally { break } } return 'behind' }", STRING,
                Verification.ofOne(x -> Operand.of("behind")), ANY);
        snippets.add("finally in a generator", """
                x => {
                  const seen = []
                  const g = (function* () { try { yield x } catch (e) { seen.push(e); yield 'caught' } finally { seen.push('finally') } })()
                  seen.push(g.next().value)
                  seen.push(g.throw(x).value)
                  seen.push(g.return('end').value)
                  return seen
                }""", array(ANY), Verification.allOfOne(x -> List.of(x, x, Operand.of("caught"), Operand.of("finally"), Operand.of("end"))), ANY);
        snippets.add("rejection that is caught", """
                x => {
                  const seen = [];
                  (async () => { try { await Promise.reject(x) } catch (e) { seen.push(e) } finally { seen.push('finally') } })()
                  return seen
                }""", array(ANY), Verification.allOfOne(x -> List.of(x, Operand.of("finally"))), ANY);
    }

    /** The exception is the program's, and an error is thrown as itself. */
    private static void verifyThrown(ResultVerifier.SnippetRun run) {
        PolyglotException exception = run.getException();
        assertNotNull("nothing was thrown", exception);
        Value x = run.getParameters().getFirst();
        assertEquals(exception.toString(), x.isHostObject() && x.isException(), exception.isHostException());
        if (!exception.isHostException()) {
            assertTrue(exception.isGuestException());
            if (!x.isHostObject() && !x.isNumber()) {
                assertTrue(exception.getMessage(), exception.getMessage().contains(x.toString()));
            }
            PolyglotException.StackFrame top = exception.getPolyglotStackTrace().iterator().next();
            if (!x.isException()) {
                assertEquals("thrower", top.getRootName());
                assertEquals("throw x", top.getSourceLocation().getCharacters().toString());
            }
        }
    }
}
