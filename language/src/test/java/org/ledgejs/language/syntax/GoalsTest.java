package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions.EvalContext;
import org.ledgejs.language.syntax.Parser.FunctionGoal;
import org.ledgejs.language.syntax.Program.FunctionProgram;

class GoalsTest {

    private static Program eval(String text, EvalContext context) {
        return Parser.parseEval(new SourceText("eval", text), ParseOptions.DEFAULT.withEvalContext(context));
    }

    @Test
    void evalAllowsWhatItsSurroundingsAllow() {
        EvalContext method = new EvalContext(true, true, false, false, Set.of("x"));
        assertTrue(eval("new.target; super.a; this.#x", method).facts().usesSuperProperty());
        assertThrows(SyntaxException.class, () -> eval("super()", method));
        assertThrows(SyntaxException.class, () -> eval("this.#y", method));
        assertThrows(SyntaxException.class, () -> eval("new.target", EvalContext.INDIRECT));
        assertTrue(eval("super()", new EvalContext(true, true, true, false, Set.of())).facts().usesSuperCall());
    }

    @Test
    void evalInAFieldInitializerMayNotSayArguments() {
        EvalContext field = new EvalContext(true, true, false, true, Set.of());
        assertThrows(SyntaxException.class, () -> eval("() => arguments", field));
        assertFalse(eval("(function () { arguments })", field).facts().usesArguments());
    }

    @Test
    void evalInStrictCodeIsStrict() {
        SourceText source = new SourceText("eval", "with (a) ;");
        assertThrows(SyntaxException.class, () -> Parser.parseEval(source, ParseOptions.DEFAULT.withStrict(true)));
    }

    private static FunctionProgram function(FunctionGoal goal, String parameters, String body) {
        return Parser.parseFunctionParts("anonymous", goal, parameters, body, ParseOptions.DEFAULT);
    }

    @Test
    void functionsFromStringsShowTheirText() {
        FunctionProgram program = function(FunctionGoal.NORMAL, "a,b", "return a + b");
        assertEquals("function anonymous(a,b\n) {\nreturn a + b\n}", program.source().content());
        assertEquals("anonymous", program.function().name());
        assertEquals(List.of("a", "b"), program.function().parameterNames());
        assertTrue(function(FunctionGoal.ASYNC_GENERATOR, "", "yield await 1").function().facts().hasYield());
        assertEquals(1, function(FunctionGoal.NORMAL, "a // b", "").function().parameters().size());
    }

    @Test
    void partsOfFunctionsMustParseAlone() {
        assertThrows(SyntaxException.class, () -> function(FunctionGoal.NORMAL, "a) { }, function (b", ""));
        assertThrows(SyntaxException.class, () -> function(FunctionGoal.NORMAL, "", "}, function () {"));
        assertThrows(SyntaxException.class, () -> function(FunctionGoal.NORMAL, "/*", "*/) {"));
        assertThrows(SyntaxException.class, () -> function(FunctionGoal.NORMAL, "a = 1", "'use strict'"));
        assertThrows(SyntaxException.class, () -> function(FunctionGoal.NORMAL, "", "super.a"));
    }

    @Test
    void aWholeSourceCanBeAFunctionBody() {
        SourceText source = new SourceText("m.cjs", "#!ledge\nreturn exports");
        FunctionProgram program = Parser.parseFunctionBody(source, List.of("exports", "require"), ParseOptions.DEFAULT);
        assertEquals("NORMAL[exports, require][Return(exports)]", TreePrinter.print(program.function()));
        assertEquals(8, program.function().body().getFirst().start());
        SourceText clash = new SourceText("m.cjs", "let require");
        SyntaxException error = assertThrows(SyntaxException.class,
                () -> Parser.parseFunctionBody(clash, List.of("require"), ParseOptions.DEFAULT));
        assertEquals("Identifier 'require' has already been declared", error.getMessage());
    }

    @Test
    void identifierNamesAreRecognized() {
        assertTrue(Parser.isIdentifierName("\u00e4$_1") && Parser.isIdentifierName("if"));
        assertFalse(Parser.isIdentifierName("") || Parser.isIdentifierName("1a") || Parser.isIdentifierName("a-b"));
    }
}
