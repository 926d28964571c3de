package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ledgejs.language.syntax.Program.ModuleNode;

class ModulesTest {

    @Test
    void importsBecomeEntriesThatReferToRequests() {
        ModuleNode module = TreePrinter.module("""
                import a, {b, c as d, default as e, "x y" as f} from 'm';
                import * as g from 'm';
                import 'n';
                """);
        assertEquals("[ModuleRequest('m', [], EVALUATION), ModuleRequest('n', [], EVALUATION)]",
                TreePrinter.print(module.requests()));
        assertEquals("[ImportEntry(0, 'default', 'a'), ImportEntry(0, 'b', 'b'), ImportEntry(0, 'c', 'd'), "
                + "ImportEntry(0, 'default', 'e'), ImportEntry(0, 'x y', 'f'), ImportEntry(0, -, 'g')]",
                TreePrinter.print(module.imports()));
        assertTrue(module.body().isEmpty());
    }

    @Test
    void attributesAndPhasesMakeRequestsDifferent() {
        ModuleNode module = TreePrinter.module("""
                import a from 'm' with {type: 'json'};
                import defer * as b from 'm';
                import source c from 'm';
                import defer from 'm';
                import source from 'm';
                import source from from 'm';
                """);
        assertEquals("[ModuleRequest('m', [ImportAttribute('type', 'json')], EVALUATION), ModuleRequest('m', [], DEFER), "
                + "ModuleRequest('m', [], SOURCE), ModuleRequest('m', [], EVALUATION)]",
                TreePrinter.print(module.requests()));
        assertEquals("[ImportEntry(0, 'default', 'a'), ImportEntry(1, -, 'b'), ImportEntry(2, -, 'c'), "
                + "ImportEntry(3, 'default', 'defer'), ImportEntry(3, 'default', 'source'), ImportEntry(2, -, 'from')]",
                TreePrinter.print(module.imports()));
    }

    @Test
    void exportsAreLocalIndirectOrStar() {
        ModuleNode module = TreePrinter.module("""
                import {i} from 'm'; import * as n from 'm';
                export {i, n, v as w}; export var v; export function f() {} export const {c} = 1;
                export * from 's'; export * as ns from 's'; export {x as "y z"} from 's';
                export default 1;
                """);
        assertEquals("[LocalExport('n', 'n'), LocalExport('w', 'v'), LocalExport('v', 'v'), LocalExport('f', 'f'), "
                + "LocalExport('c', 'c'), LocalExport('default', '*default*')]", TreePrinter.print(module.localExports()));
        assertEquals("[IndirectExport('ns', 1, -), IndirectExport('y z', 1, 'x'), IndirectExport('i', 0, 'i')]",
                TreePrinter.print(module.indirectExports()));
        assertEquals("[StarExport(1)]", TreePrinter.print(module.starExports()));
        assertEquals("[VariableDeclaration(VAR, [Declarator(v, -)]), FunctionDeclaration('f', NORMAL f[][]), "
                + "VariableDeclaration(CONST, [Declarator(ObjectPattern([PropertyPattern(Named('c'), c)], -), 1)]), "
                + "ExportDefault(1)]", TreePrinter.print(module.body()));
    }

    @Test
    void defaultExportsMayBeAnonymousDeclarations() {
        assertEquals("[FunctionDeclaration('*default*', NORMAL[][])]",
                TreePrinter.print(TreePrinter.module("export default function () {}").body()));
        assertEquals("[ClassDeclaration('*default*', ClassNode(-, -, -, []))]",
                TreePrinter.print(TreePrinter.module("export default class {}").body()));
        ModuleNode named = TreePrinter.module("export default class A {}");
        assertEquals("[LocalExport('default', 'A')]", TreePrinter.print(named.localExports()));
    }

    @Test
    void topLevelAwaitMakesTheModuleAsync() {
        assertTrue(TreePrinter.module("await 1").facts().hasAwait());
        assertTrue(TreePrinter.module("for await (const a of b);").facts().hasAwait());
        assertTrue(TreePrinter.module("await using a = b").facts().hasAwait());
        assertFalse(TreePrinter.module("async () => await 1").facts().hasAwait());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        export {a}                               | Export 'a' is not defined in module
        export var a; export {b as a}; var b     | Duplicate export of 'a'
        export default 1; export default 2       | Duplicate export of 'default'
        import a from 'b'; let a                 | Identifier 'a' has already been declared
        import {a, a} from 'b'                   | Identifier 'a' has already been declared
        import {if} from 'a'                     | Unexpected token '}'
        import {eval} from 'a'                   | Unexpected eval or arguments in strict mode
        export {if}                              | Unexpected token 'if'
        export {'a'}                             | String literal module export names must be followed by a 'from' clause
        export {a as '\\uD800'} from 'b'         | Invalid module export name: contains unpaired surrogate
        import a from 'b' with {c: '', c: ''}    | Import attributes has a duplicate key 'c'
        { import a from 'b' }                    | Unexpected identifier 'a'
        l: export default 1                      | Unexpected token 'export'
        var await                                | Unexpected reserved word
        () => await 1                            | Unexpected reserved word
        <!-- a                                   | HTML comments are not allowed in modules
        with (a) ;                               | Strict mode code may not include a with statement
        a: { function b() {} var b }             | Identifier 'b' has already been declared
        var a; function a() {}                   | Identifier 'a' has already been declared
        """)
    void modulesAreRefusedInTheWordsOfV8(String module, String message) {
        Errors.assertModuleError(message, module);
    }
}
