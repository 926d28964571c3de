package org.ledgejs.language.code;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ledgejs.language.code.Op.*;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;

/** What the verifier refuses, and that nothing it accepts can mislead a reader. */
class CodeVerifierTest {
    private static final int SCRIPT = FunctionFlags.SCRIPT;

    private static Code none() {
        return Code.of(BLOCK, List.of());
    }

    private static Code statement(Code expression) {
        return Code.of(EXPRESSION_STATEMENT, expression);
    }

    private static CodeUnit script(int slots, Code body) {
        return unit(SCRIPT, slots, body);
    }

    private static CodeUnit unit(int flags, int slots, Code body) {
        UnitBuilder builder = new UnitBuilder(0);
        builder.function(builder.newFunction(), "", flags, 0, slots, none(), body, 0, 0);
        return builder.build(null, null, -1);
    }

    private static void assertRefused(String reason, CodeUnit unit) {
        MalformedCodeException e = assertThrows(MalformedCodeException.class, () -> CodeVerifier.verify(unit));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    private static CodeUnit resolved(String source) {
        return Resolver.resolve(Parser.parseScript(new SourceText("test", source), ParseOptions.DEFAULT));
    }

    @Test
    void acceptsWhatTheResolverWrites() {
        assertDoesNotThrow(() -> CodeVerifier.verify(resolved("for (let i = 0; i < 3; i++) f(() => i, class { #x; static y = i })")));
    }

    @Test
    void refusesSlotsOutsideTheFrame() {
        assertRefused("no such slot", script(1, statement(Code.of(LOCAL_GET, 1))));
    }

    @Test
    void refusesOpsInTheWrongPlace() {
        assertRefused("op BLOCK where EXPRESSION has to be", script(0, statement(none())));
        assertRefused("member HOLE in CALL", script(0, statement(Code.of(CALL, Code.of(NULL), List.of(Code.of(HOLE))))));
        assertRefused("operand missing", script(0, statement(Code.of(NOT, Code.of(NONE)))));
    }

    @Test
    void refusesJumpsWithoutALabelAround() {
        assertRefused("jump to no label", script(0, Code.of(BREAK, 1)));
        assertRefused("jump to no label", script(0, Code.of(LABELED, 1, Code.of(CONTINUE, 1))));
        assertRefused("label inside itself", script(0, Code.of(LABELED, 1, Code.of(LABELED, 1, none()))));
    }

    @Test
    void refusesScopesThatAreNotThere() {
        assertRefused("scope used before it is made", script(1, statement(Code.of(SCOPE_GET, 0, 0, 0))));
        assertRefused("slot used for", script(1, Code.of(BLOCK, List.of(
                statement(Code.of(LOCAL_SET, 0, Code.of(CLOSURE_SCOPE))), statement(Code.of(LOCAL_GET, 0))))));
        assertRefused("a scope is no value", script(0, statement(Code.of(CLOSURE_SCOPE))));
        assertRefused("no such slot of the scope", script(1, Code.of(BLOCK, List.of(
                statement(Code.of(LOCAL_SET, 0, Code.of(CLOSURE_SCOPE))), statement(Code.of(SCOPE_GET, 0, 0, 0))))));
    }

    @Test
    void refusesScopesOfABranchBehindIt() {
        UnitBuilder builder = new UnitBuilder(0);
        int f = builder.newFunction();
        int scope = builder.newScope();
        builder.scope(scope, new ScopeInfo(ScopeInfo.Kind.BLOCK, -1, f, 1, 0, 0, List.of(new ScopeInfo.Variable("x", 0, true, 0))));
        Code branch = Code.of(IF, Code.of(TRUE), statement(Code.of(NEW_SCOPE, 0, null, scope)), null);
        Code body = Code.of(BLOCK, List.of(branch, statement(Code.of(SCOPE_GET, 0, 0, 0))));
        builder.function(f, "", SCRIPT, 0, 1, none(), body, 0, 0);
        assertRefused("scope used before it is made", builder.build(null, null, -1));
    }

    @Test
    void refusesSuspensionWhereNothingResumes() {
        assertRefused("await in a function that is not async", script(0, statement(Code.of(AWAIT, Code.of(NULL)))));
        UnitBuilder builder = new UnitBuilder(0);
        int program = builder.newFunction();
        int f = builder.newFunction();
        builder.function(program, "", SCRIPT, 0, 0, none(), statement(Code.of(CLOSURE, f, null)), 0, 0);
        Code add = Code.of(ADD, Code.of(GLOBAL_GET, "x"), Code.of(YIELD, Code.of(NULL)));
        builder.function(f, "", FunctionFlags.GENERATOR, 0, 0, none(), statement(add), 0, 0);
        assertRefused("cannot be evaluated again", builder.build(null, null, -1));
    }

    @Test
    void refusesCodeThatIsNestedTooDeep() {
        Code code = Code.of(NULL);
        for (int i = 0; i <= CodeVerifier.MAX_DEPTH; i++) {
            code = Code.of(NOT, code);
        }
        assertRefused("nested too deep", script(0, statement(code)));
    }

    @Test
    void refusesTablesThatDoNotFit() {
        assertRefused("only function 0 is a program", unit(0, 0, none()));
        assertRefused("unknown function flags", unit(SCRIPT | 1 << 20, 0, none()));
        assertRefused("frame too large", unit(SCRIPT, 1 << 20, none()));
    }

    @Test
    void neverLetsDamagedCodeMisleadAReader() {
        CodeUnit unit = resolved("""
                async function f(a, { b, ...c }, ...d) {
                    for (const x of a) { try { await g(() => x, `${b}`); } catch (e) { continue; } finally { h(e); } }
                    switch (d) { case 1: return [, ...c]; default: l: { break l; } }
                }
                class A extends B { #p = 1; static s = 2; [k] = 3; m() { return super.m?.(this.#p ??= arguments); } }
                """);
        byte[] code = new byte[unit.code().limit()];
        unit.code().get(0, code);
        Random random = new Random(42);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = code.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            CodeUnit other = CodeUnit.of(ByteBuffer.wrap(damaged), new SameTables(unit));
            try {
                CodeVerifier.verify(other);
            } catch (MalformedCodeException _) {
                continue;
            }
            accepted++;
            assertDoesNotThrow(() -> CodePrinter.print(other, true));
        }
        assertTrue(accepted > 0 && accepted < 20_000, "accepted " + accepted);
    }

    @Test
    void saysWhereTheCodeIsWrong() {
        CodeUnit unit = script(0, Code.of(BREAK, 1));
        MalformedCodeException e = assertThrows(MalformedCodeException.class, () -> CodeVerifier.verify(unit));
        assertEquals(4, e.offset());
    }

    /** The tables of another unit. */
    private record SameTables(CodeUnit unit) implements UnitTables {

        @Override
        public int stringCount() {
            return unit.stringCount();
        }

        @Override
        public String string(int index) {
            return unit.string(index);
        }

        @Override
        public int functionCount() {
            return unit.functionCount();
        }

        @Override
        public FunctionHeader function(int i) {
            FunctionCode f = unit.function(i);
            return new FunctionHeader(f.name(), f.inferredName(), f.flags(), f.length(), f.frameSlots(), f.prologue(), f.body(), f.end(), f.sourceStart(),
                    f.sourceEnd(), null);
        }

        @Override
        public int scopeCount() {
            return unit.scopeCount();
        }

        @Override
        public ScopeInfo scope(int index) {
            return unit.scope(index);
        }

        @Override
        public ModuleInfo module() {
            return unit.module();
        }
    }
}
