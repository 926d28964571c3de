package org.ledgejs.language.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.Expression.ImportPhase;
import org.ledgejs.language.syntax.Pattern.Binding;
import org.ledgejs.language.syntax.Program.ImportAttribute;
import org.ledgejs.language.syntax.Program.ImportEntry;
import org.ledgejs.language.syntax.Program.IndirectExport;
import org.ledgejs.language.syntax.Program.LocalExport;
import org.ledgejs.language.syntax.Program.ModuleNode;
import org.ledgejs.language.syntax.Program.ModuleRequest;
import org.ledgejs.language.syntax.Program.StarExport;

/** Import and export declarations (ECMA-262 §16.2). */
abstract class ModuleParser extends LoopParser {

    private final List<ModuleRequest> requests = new ArrayList<>(0);
    private final List<ImportEntry> imports = new ArrayList<>(0);
    private final List<LocalExport> locals = new ArrayList<>(0);
    private final List<IndirectExport> indirects = new ArrayList<>(0);
    private final List<StarExport> stars = new ArrayList<>(0);
    private final Set<String> exportedNames = new HashSet<>(0);

    ModuleParser(SourceText source, ParseOptions options, boolean module) {
        super(source, options, module);
    }

    @Override
    final Statement parseModuleItem() {
        int start = lexer.start;
        if (at(TokenType.IMPORT)) {
            parseImportDeclaration(start);
            return null;
        }
        return parseExport(start);
    }

    /** The module, when all its statements are read. */
    final ModuleNode finishModule(List<Statement> body, VarScope variables, Facts facts) {
        Map<String, ImportEntry> imported = new HashMap<>();
        for (ImportEntry entry : imports) {
            imported.put(entry.localName(), entry);
        }
        List<LocalExport> localExports = new ArrayList<>(locals.size());
        List<IndirectExport> indirectExports = new ArrayList<>(indirects);
        for (LocalExport export : locals) {
            ImportEntry entry = imported.get(export.localName());
            if (entry != null && entry.importName() != null) {
                indirectExports.add(new IndirectExport(export.start(), export.end(), export.exportName(),
                        entry.request(), entry.importName()));
                continue;
            }
            if (scope.get(export.localName()) == 0) {
                throw error("Export '" + export.localName() + "' is not defined in module", export.start(),
                        export.end() - export.start());
            }
            localExports.add(export);
        }
        return new ModuleNode(0, source.length(), source, body, variables, facts, List.copyOf(requests),
                List.copyOf(imports), List.copyOf(localExports), List.copyOf(indirectExports), List.copyOf(stars));
    }

    // Imports

    private void parseImportDeclaration(int start) {
        next();
        if (at(TokenType.STRING)) {
            parseRequest(lexer.start, ImportPhase.EVALUATION);
            expectSemicolon();
            return;
        }
        List<ImportEntry> entries = new ArrayList<>();
        ImportPhase phase = parsePhase();
        boolean more = true;
        if (phase != ImportPhase.DEFER && lexer.type.isIdentifier()) {
            addImport(entries, lexer.start, phase == ImportPhase.SOURCE ? null : "default");
            more = phase != ImportPhase.SOURCE && eat(TokenType.COMMA);
        }
        if (more) {
            if (at(TokenType.MULTIPLY)) {
                int entryStart = lexer.start;
                next();
                expectWord("as");
                addImport(entries, entryStart, null);
            } else if (at(TokenType.LEFT_BRACE) && phase == ImportPhase.EVALUATION) {
                parseNamedImports(entries);
            } else {
                throw unexpected();
            }
        }
        expectWord("from");
        int request = parseRequest(start, phase);
        expectSemicolon();
        for (ImportEntry entry : entries) {
            imports.add(new ImportEntry(entry.start(), entry.end(), request, entry.importName(), entry.localName()));
        }
    }

    /** Reads {@code defer} before a star, {@code source} before a name and {@code from}; both are names otherwise. */
    private ImportPhase parsePhase() {
        boolean defer = atWord("defer");
        if (!defer && !atWord("source")) {
            return ImportPhase.EVALUATION;
        }
        Lexer.Mark mark = lexer.mark();
        next();
        if (defer && at(TokenType.MULTIPLY)) {
            return ImportPhase.DEFER;
        }
        if (!defer && lexer.type.isIdentifier()) {
            boolean from = atWord("from");
            Lexer.Mark name = lexer.mark();
            next();
            boolean phase = !from || atWord("from");
            lexer.reset(name);
            if (phase) {
                return ImportPhase.SOURCE;
            }
        }
        lexer.reset(mark);
        return ImportPhase.EVALUATION;
    }

    /** Adds a binding, whose name is the current token; its request is not known yet. */
    private void addImport(List<ImportEntry> entries, int start, String importName) {
        int nameStart = lexer.start;
        String localName = bindingName();
        if (scope.get(localName) != 0) {
            throw redeclared(localName, nameStart);
        }
        scope.put(localName, Scope.LEXICAL);
        entries.add(new ImportEntry(start, lexer.previousEnd, -1, importName, localName));
    }

    private void parseNamedImports(List<ImportEntry> entries) {
        next();
        while (!at(TokenType.RIGHT_BRACE)) {
            int start = lexer.start;
            boolean nameOnly = lexer.type.isIdentifier() && !asFollows();
            if (nameOnly) {
                addImport(entries, start, lexer.value);
            } else {
                String importName = parseExportName();
                expectWord("as");
                addImport(entries, start, importName);
            }
            if (!at(TokenType.RIGHT_BRACE)) {
                expect(TokenType.COMMA);
            }
        }
        next();
    }

    private boolean asFollows() {
        Lexer.Mark mark = lexer.mark();
        next();
        boolean result = atWord("as");
        lexer.reset(mark);
        return result;
    }

    /** ModuleExportName: a name or a well-formed string. */
    private String parseExportName() {
        if (at(TokenType.STRING)) {
            String name = lexer.value;
            if (!isWellFormed(name)) {
                throw error("Invalid module export name: contains unpaired surrogate");
            }
            next();
            return names.intern(name);
        }
        if (!lexer.type.isName()) {
            throw unexpected();
        }
        String name = lexer.value;
        next();
        return name;
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** A specifier with its attributes. Returns the index of the request. */
    private int parseRequest(int start, ImportPhase phase) {
        if (!at(TokenType.STRING)) {
            throw unexpected();
        }
        String specifier = lexer.value;
        next();
        List<ImportAttribute> attributes = at(TokenType.WITH) ? parseAttributes() : List.of();
        for (int i = 0; i < requests.size(); i++) {
            if (isSame(requests.get(i), specifier, attributes, phase)) {
                return i;
            }
        }
        requests.add(new ModuleRequest(start, lexer.previousEnd, specifier, attributes, phase));
        return requests.size() - 1;
    }

    /** ModuleRequestsEqual (ECMA-262 §16.2.1.4): the order of attributes does not count. */
    private static boolean isSame(ModuleRequest request, String specifier, List<ImportAttribute> attributes,
            ImportPhase phase) {
        return request.specifier().equals(specifier) && request.phase() == phase
                && request.attributes().size() == attributes.size()
                && (attributes.isEmpty() || request.attributes().containsAll(attributes));
    }

    private List<ImportAttribute> parseAttributes() {
        next();
        expect(TokenType.LEFT_BRACE);
        List<ImportAttribute> attributes = new ArrayList<>(2);
        while (!at(TokenType.RIGHT_BRACE)) {
            int start = lexer.start;
            if (!at(TokenType.STRING) && !lexer.type.isName()) {
                throw unexpected();
            }
            String key = lexer.value;
            next();
            expect(TokenType.COLON);
            if (!at(TokenType.STRING)) {
                throw unexpected();
            }
            if (attributes.stream().anyMatch(attribute -> attribute.key().equals(key))) {
                throw error("Import attributes has a duplicate key '" + key + "'", start, key.length());
            }
            attributes.add(new ImportAttribute(key, lexer.value));
            next();
            if (!at(TokenType.RIGHT_BRACE)) {
                expect(TokenType.COMMA);
            }
        }
        next();
        return List.copyOf(attributes);
    }

    // Exports

    private Statement parseExport(int start) {
        next();
        return switch (lexer.type) {
            case DEFAULT -> parseExportDefault(start);
            case MULTIPLY -> {
                parseExportStar(start);
                yield null;
            }
            case LEFT_BRACE -> {
                parseExportClause();
                yield null;
            }
            case VAR, CONST, LET, FUNCTION, CLASS, AT -> parseExportedDeclaration();
            case ASYNC -> {
                if (!atAsyncFunction()) {
                    throw unexpected();
                }
                yield parseExportedDeclaration();
            }
            default -> throw unexpected();
        };
    }

    @Override
    final Statement parseDecoratedExport(List<Expression> decorators) {
        next();
        if (!at(TokenType.DEFAULT)) {
            return exported(parseClassDeclaration(lexer.start, decorators, false));
        }
        int defaultStart = openDefaultExport();
        Statement.ClassDeclaration declaration = parseClassDeclaration(lexer.start, decorators, true);
        exportDefault(defaultStart, declaration.bindingName());
        return declaration;
    }

    private Statement parseExportedDeclaration() {
        if (at(TokenType.AT)) {
            int start = lexer.start;
            List<Expression> decorators = parseDecorators();
            return exported(parseClassDeclaration(start, decorators, false));
        }
        return exported(parseStatementListItem());
    }

    private Statement exported(Statement statement) {
        if (statement instanceof Statement.VariableDeclaration declaration) {
            for (Statement.Declarator declarator : declaration.declarators()) {
                declarator.target().forEachBinding(this::exportBinding);
            }
        } else {
            String name = declaredName(statement);
            if (name == null) {
                throw error("Unexpected token 'export'", statement);
            }
            exportLocal(statement.start(), name.length(), name);
        }
        return statement;
    }

    /** The name that a function or class declaration declares, else null. */
    private static String declaredName(Statement statement) {
        if (statement instanceof Statement.FunctionDeclaration declaration) {
            return declaration.bindingName();
        }
        return statement instanceof Statement.ClassDeclaration declaration ? declaration.bindingName() : null;
    }

    private void exportBinding(Binding binding) {
        exportLocal(binding.start(), binding.end() - binding.start(), binding.name());
    }

    private void exportLocal(int start, int length, String name) {
        addExportedName(name, start, length);
        locals.add(new LocalExport(start, start + length, name, name));
    }

    private void addExportedName(String name, int start, int length) {
        if (!exportedNames.add(name)) {
            throw error("Duplicate export of '" + name + "'", start, length);
        }
    }

    private Statement parseExportDefault(int start) {
        int defaultStart = openDefaultExport();
        Statement statement = switch (lexer.type) {
            case FUNCTION -> parseFunctionDeclaration(false, true);
            case CLASS, AT -> {
                int classStart = lexer.start;
                List<Expression> decorators = parseDecorators();
                yield parseClassDeclaration(classStart, decorators, true);
            }
            case ASYNC -> atAsyncFunction() ? parseFunctionDeclaration(false, true) : parseDefaultExpression(start);
            default -> parseDefaultExpression(start);
        };
        String declared = declaredName(statement);
        exportDefault(defaultStart, declared == null ? "*default*" : declared);
        return statement;
    }

    /** Skips {@code default}. Returns where it begins. */
    private int openDefaultExport() {
        int start = lexer.start;
        next();
        addExportedName("default", start, lexer.previousEnd - start);
        return start;
    }

    private void exportDefault(int start, String localName) {
        locals.add(new LocalExport(start, start + "default".length(), "default", localName));
    }

    private Statement parseDefaultExpression(int start) {
        declareLexical(names.intern("*default*"), lexer.start, BlockScope.Kind.LET);
        Expression expression = parseAssignment(true);
        expectSemicolon();
        return new Statement.ExportDefault(start, lexer.previousEnd, expression);
    }

    private void parseExportStar(int start) {
        next();
        String exportName = null;
        int nameStart = lexer.start;
        if (eatWord("as")) {
            nameStart = lexer.start;
            exportName = parseExportName();
            addExportedName(exportName, nameStart, lexer.previousEnd - nameStart);
        }
        int end = lexer.previousEnd;
        expectWord("from");
        int request = parseRequest(lexer.start, ImportPhase.EVALUATION);
        expectSemicolon();
        if (exportName == null) {
            stars.add(new StarExport(start, end, request));
        } else {
            indirects.add(new IndirectExport(nameStart, end, exportName, request, null));
        }
    }

    /** One name in braces. */
    private record Specifier(int start, int end, String name, String exportName, SyntaxException localError) {
    }

    private void parseExportClause() {
        next();
        List<Specifier> specifiers = new ArrayList<>();
        while (!at(TokenType.RIGHT_BRACE)) {
            int start = lexer.start;
            SyntaxException localError = isLocalName() ? null : at(TokenType.STRING)
                    ? error("String literal module export names must be followed by a 'from' clause") : unexpected();
            String name = parseExportName();
            int end = lexer.previousEnd;
            int exportStart = start;
            String exportName = name;
            if (eatWord("as")) {
                exportStart = lexer.start;
                exportName = parseExportName();
            }
            addExportedName(exportName, exportStart, lexer.previousEnd - exportStart);
            specifiers.add(new Specifier(start, end, name, exportName, localError));
            if (!at(TokenType.RIGHT_BRACE)) {
                expect(TokenType.COMMA);
            }
        }
        next();
        int request = eatWord("from") ? parseRequest(lexer.start, ImportPhase.EVALUATION) : -1;
        expectSemicolon();
        for (Specifier specifier : specifiers) {
            if (request >= 0) {
                indirects.add(new IndirectExport(specifier.start, specifier.end, specifier.exportName, request,
                        specifier.name));
            } else if (specifier.localError != null) {
                throw specifier.localError;
            } else {
                locals.add(new LocalExport(specifier.start, specifier.end, specifier.exportName, specifier.name));
            }
        }
    }

    /** Whether the current token can name a variable of this module. */
    private boolean isLocalName() {
        TokenType type = lexer.escaped && lexer.type == TokenType.IDENTIFIER
                ? names.type(names.slot(lexer.value)) : lexer.type;
        return type == TokenType.IDENTIFIER || type == TokenType.ASYNC;
    }
}
