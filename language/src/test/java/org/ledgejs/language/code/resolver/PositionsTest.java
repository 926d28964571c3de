package org.ledgejs.language.code.resolver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ledgejs.language.code.resolver.ResolverAssertions.script;

import org.junit.jupiter.api.Test;
import org.ledgejs.language.code.CodeCursor;
import org.ledgejs.language.code.CodePrinter;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionCode;

/** Where ops say they come from. */
class PositionsTest {

    @Test
    void pointsAtTheNameOfAMethodThatIsCalled() {
        String printed = CodePrinter.print(script("a.b.c(1)"), true);
        assertEquals("""
                fn0 "" script length 0 slots 1
                  (block
                    (local_set $0 undefined)
                    (local_set $0 (call_method@4+4 (get@2+1 (global_get@0+1 "a") "b") "c" (item 1)))
                    (return $0))
                """, printed);
    }

    @Test
    void knowsTheTextOfFunctionsAndClasses() {
        String source = "function f() {} class A { constructor() {} m() {} }";
        CodeUnit unit = script(source);
        StringBuilder texts = new StringBuilder();
        for (int i = 1; i < unit.functionCount(); i++) {
            FunctionCode f = unit.function(i);
            texts.append(f.name()).append(": ").append(source, f.sourceStart(), f.sourceEnd()).append('\n');
        }
        assertEquals("""
                f: function f() {}
                m: m() {}
                A: class A { constructor() {} m() {} }
                """, texts.toString());
    }

    @Test
    void letsACursorReadWhatWasWritten() {
        CodeCursor cursor = script("x").function(0).cursor();
        assertEquals("BLOCK", cursor.op().name());
        assertEquals(-1, cursor.sourceStart());
        assertEquals(0, cursor.unsigned());
        assertEquals("BLOCK", cursor.op().name());
    }
}
