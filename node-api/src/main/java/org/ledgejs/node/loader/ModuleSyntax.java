package org.ledgejs.node.loader;

import java.util.List;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;

/** Syntax detection: a text without a marker of its format is a module if it is one and no CommonJS function body. */
final class ModuleSyntax {
    static final List<String> COMMON_JS = List.of("exports", "require", "module", "__filename", "__dirname");

    private ModuleSyntax() { }

    static boolean isModule(LedgeLanguage language, String text, String path) {
        if (!mayBeModule(text)) {
            return false;
        }
        language.countParse(path);
        try {
            Parser.parseFunctionBody(new SourceText(path, text), COMMON_JS, ParseOptions.DEFAULT);
            return false;
        } catch (SyntaxException e) {
            return parsesAsModule(language, text, path);
        }
    }

    /** Whether one of the words is in the text that make a module of it. */
    static boolean mayBeModule(String text) {
        return text.contains("import") || text.contains("export") || text.contains("await");
    }

    /** For a text that is no function body. Where this is false CommonJS's message is the one to show. */
    static boolean parsesAsModule(LedgeLanguage language, String text, String path) {
        language.countParse(path);
        try {
            Parser.parseModule(new SourceText(path, text), ParseOptions.DEFAULT);
            return true;
        } catch (SyntaxException neither) {
            return false;
        }
    }
}
