package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        f(1                                      | missing ) after argument list
        a b                                      | Unexpected identifier 'b'
        )                                        | Unexpected token ')'
        @                                        | Unexpected end of input
        @d                                       | Unexpected end of input
        @d 1                                     | Unexpected number
        @d function f() {}                       | Unexpected token 'function'
        @d[0] class C {}                         | Unexpected token '['
        @d().e class C {}                        | Unexpected token '.'
        @d()() class C {}                        | Unexpected token '('
        @d?.e class C {}                         | Unexpected token '?.'
        @new d class C {}                        | Unexpected token 'new'
        @d.#x class C { #x }                     | Private field '#x' must be declared in an enclosing class
        if (1) @d class C {}                     | Unexpected token '@'
        class C { @d constructor() {} }          | Decorators are not allowed on class constructors
        class C { @d static {} }                 | Decorators are not allowed on static initialization blocks
        class C { @d; }                          | Unexpected token ';'
        class C { @d }                           | Unexpected token '}'
        class C { static @d m() {} }             | Unexpected token '@'
        class C { @yield m() {} }                | Unexpected strict mode reserved word
        class C { accessor x() {} }              | Unexpected token '('
        class C { accessor get x() {} }          | Unexpected identifier 'x'
        class C { accessor constructor }         | Classes may not have a field named 'constructor'
        class C { static accessor prototype }    | Classes may not have a static property named 'prototype'
        class C { accessor #x; #x }              | Identifier '#x' has already been declared
        class C { accessor *x }                  | Unexpected token '*'
        ({ @d m() {} })                          | Unexpected token '@'
        ({ accessor x: 1 })                      | Unexpected identifier 'x'
        'abc                                     | Invalid or unexpected token
        1a                                       | Invalid or unexpected token
        var if                                   | Unexpected token 'if'
        let a; let a                             | Identifier 'a' has already been declared
        let a; { var a }                         | Identifier 'a' has already been declared
        function f(a) { let a }                  | Identifier 'a' has already been declared
        try {} catch ([a]) { var a }             | Identifier 'a' has already been declared
        let let = 1                              | let is disallowed as a lexically bound name
        const a                                  | Missing initializer in const declaration
        var {a};                                 | Missing initializer in destructuring declaration
        1 = 2                                    | Invalid left-hand side in assignment
        1++                                      | Invalid left-hand side expression in postfix operation
        ++a.b?.c                                 | Invalid left-hand side expression in prefix operation
        ({a}) = 1                                | Invalid destructuring assignment target
        [a + 1] = b                              | Invalid destructuring assignment target
        [...a, b] = c                            | Rest element must be last element
        ({a = 1})                                | Invalid shorthand property initializer
        ({__proto__: 1, __proto__: 2})           | Duplicate __proto__ fields are not allowed in object literals
        break                                    | Illegal break statement
        continue                                 | Illegal continue statement: no surrounding iteration statement
        a: { continue a }                        | Illegal continue statement: 'a' does not denote an iteration statement
        a: { break b }                           | Undefined label 'b'
        a: a: ;                                  | Label 'a' has already been declared
        return                                   | Illegal return statement
        -1 ** 2                                  | "Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence"
        a ?? b && c                              | Unexpected token '&&'
        /a/gg                                    | Invalid regular expression flags
        /a/uv                                    | Invalid regular expression flags
        /a                                       | Invalid regular expression: missing /
        1_                                       | Numeric separators are not allowed at the end of numeric literals
        1__0                                     | Only one underscore is allowed as numeric separator
        '\\u{110000}'                            | Undefined Unicode code-point
        '\\xg'                                   | Invalid hexadecimal escape sequence
        `\\01`                                   | Octal escape sequences are not allowed in template strings.
        v\\u0061r a                              | Keyword must not contain escaped characters
        new.target                               | new.target expression is not allowed here
        super.a                                  | 'super' keyword unexpected here
        import.meta                              | Cannot use 'import.meta' outside a module
        import a from 'b'                        | Cannot use import statement outside a module
        export default 1                         | Unexpected token 'export'
        new import('a')                          | Cannot use new with import
        new a?.b()                               | Invalid optional chain from new expression
        a?.`b`                                   | Invalid tagged template on optional chain
        if (1) class C {}                        | Unexpected token 'class'
        if (1) let [a] = b                       | Lexical declaration cannot appear in a single-statement context
        while (1) function f() {}                | "In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement."
        if (1) async function f() {}             | Async functions can only be declared at the top level or inside a block.
        switch (1) { default: default: }         | More than one default clause in switch statement
        try {}                                   | Missing catch or finally after try
        for (let a, b of c);                     | Invalid left-hand side in for-of loop: Must have a single binding.
        for (let a = 1 of b);                    | for-of loop variable declaration may not have an initializer.
        for (async of []);                       | The left-hand side of a for-of loop may not be 'async'.
        using a = b                              | Unexpected identifier 'using'
        await 1                                  | await is only valid in async functions and the top level bodies of modules
        """)
    void scriptsAreRefusedInTheWordsOfV8(String script, String message) {
        Errors.assertError(message, script);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        with (a) ;                               | Strict mode code may not include a with statement
        delete a                                 | Delete of an unqualified identifier in strict mode.
        delete (a)                               | Delete of an unqualified identifier in strict mode.
        010                                      | Octal literals are not allowed in strict mode.
        09                                       | Decimals with leading zeros are not allowed in strict mode.
        '\\01'                                   | Octal escape sequences are not allowed in strict mode.
        eval = 1                                 | Unexpected eval or arguments in strict mode
        var arguments                            | Unexpected eval or arguments in strict mode
        let static                               | Unexpected strict mode reserved word
        yield = 1                                | Unexpected strict mode reserved word
        function f(a, a) {}                      | Duplicate parameter name not allowed in this context
        if (1) function f() {}                   | "In strict mode code, functions can only be declared at top level or inside a block."
        { function f() {} function f() {} }      | Identifier 'f' has already been declared
        """)
    void strictCodeIsRefusedMore(String script, String message) {
        Errors.assertError(message, "'use strict'; " + script);
        TreePrinter.parse(script);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        function f(a = 1) { 'use strict' }       | Illegal 'use strict' directive in function with non-simple parameter list
        function eval() { 'use strict' }         | Unexpected eval or arguments in strict mode
        function f(yield) { 'use strict' }       | Unexpected strict mode reserved word
        function f() { '\\07'; 'use strict' }    | Octal escape sequences are not allowed in strict mode.
        function f(...a, b) {}                   | Rest parameter must be last formal parameter
        function f(...a = 1) {}                  | Rest parameter may not have a default initializer
        (a, a) => 1                              | Duplicate parameter name not allowed in this context
        (a + b) => 1                             | Invalid destructuring assignment target
        f(a) => 1                                | Malformed arrow function parameter list
        ({get a(b) {}})                          | Getter must not have any formal parameters.
        ({set a() {}})                           | Setter must have exactly one formal parameter.
        ({set a(...b) {}})                       | Setter function argument must not be a rest parameter
        function* f(a = yield) {}                | Yield expression not allowed in formal parameter
        function* f() { (a = yield) => 1 }       | Yield expression not allowed in formal parameter
        async function f(a = await 1) {}         | Illegal await-expression in formal parameters of async function
        async (await) => 1                       | Unexpected reserved word
        function () {}                           | Function statements require a function name
        class C { constructor() {} constructor() {} } | A class may only have one constructor
        class C { get constructor() {} }         | Class constructor may not be an accessor
        class C { *constructor() {} }            | Class constructor may not be a generator
        class C { async constructor() {} }       | Class constructor may not be an async method
        class C { constructor = 1 }              | Classes may not have a field named 'constructor'
        class C { static prototype() {} }        | Classes may not have a static property named 'prototype'
        class C { constructor() { super() } }    | 'super' keyword unexpected here
        class C { a = arguments }                | 'arguments' is not allowed in class field initializer or static initialization block
        class C { static { await } }             | Unexpected reserved word
        class C { static { return } }            | Illegal return statement
        class C { #a; #a }                       | Identifier '#a' has already been declared
        class C { get #a() {} static set #a(b) {} } | Identifier '#a' has already been declared
        class C { a() { this.#b } }              | Private field '#b' must be declared in an enclosing class
        class C { #a; b() { delete this.#a } }   | Private fields can not be deleted
        class C { #a; b() { delete this?.#a } }  | Private fields can not be deleted
        class C extends (o.#a) { #a }            | Private field '#a' must be declared in an enclosing class
        """)
    void functionsAndClassesHaveTheirOwnRules(String script, String message) {
        Errors.assertError(message, script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(", "{", "`a", "`${", "/* a", "function f() {", "a +", "if (a)", "class A {", "[1,", "({a:",
        "'a\\\n", "let a =", "() =>", "for (;;", "do x; while (", "a?.", "new", "switch (a) { case 1:", "try {} catch"})
    void inputThatMightGoOnIsIncomplete(String script) {
        SyntaxException error = assertThrows(SyntaxException.class, () -> TreePrinter.parse(script));
        assertTrue(error.incomplete(), script + ": " + error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {")", "a b", "'a", "/a", "f(]", "let a; let a", "({a = 1}); ", "return"})
    void inputThatCannotBecomeAProgramIsNotIncomplete(String script) {
        assertFalse(assertThrows(SyntaxException.class, () -> TreePrinter.parse(script)).incomplete());
    }

    @Test
    void throwKeepsItsLine() {
        Errors.assertError("Illegal newline after throw", "throw\na");
    }

    @Test
    void errorsSayWhere() {
        SyntaxException error = Errors.assertError("Unexpected identifier 'ccc'", "a;\nb ccc");
        assertEquals(5, error.offset());
        assertEquals(3, error.length());
        assertEquals("2:3", error.source().position(error.offset()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "!", "`${", "function f(){", "()=>", "({a:", "class A { static {", "if(1)", "new ",
        "a?", "a=", "2**", "({a(){", "for(;;)", "l(", "async()=>"})
    void nestingTooDeepIsAnErrorOfTheSource(String opening) {
        SyntaxException error = assertThrows(SyntaxException.class, () -> TreePrinter.parse(opening.repeat(100_000)));
        assertEquals("Source is too deeply nested", error.getMessage());
    }

    @Test
    void longChainsAreNotNesting() {
        assertEquals(1, TreePrinter.parse("a" + "+a".repeat(20_000)).body().size());
        assertEquals(1, TreePrinter.parse("a" + ".b()".repeat(20_000)).body().size());
        assertEquals(1, TreePrinter.parse("if (a);" + "else if (a);".repeat(20_000)).body().size());
    }
}
