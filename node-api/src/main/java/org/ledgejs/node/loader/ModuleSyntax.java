package org.ledgejs.node.loader;

import java.util.List;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;

/** Syntax detection: a text without a marker of its format is a module if it is one and no CommonJS function body. */
final class ModuleSyntax {
    private static final List<String> COMMON_JS = List.of("exports", "require", "module", "__filename", "__dirname");

    private ModuleSyntax() { }

    static boolean isModule(LedgeLanguage language, String text, String path) {
        if (!text.contains("import") && !text.contains("export") && !text.contains("await")) {
            return false;
        }
        SourceText source = new SourceText(path, text);
        language.countParse(path);
        try {
            Parser.parseFunctionBody(source, COMMON_JS, ParseOptions.DEFAULT);
            return false;
        } catch (SyntaxException e) {
            try {
                Parser.parseModule(source, ParseOptions.DEFAULT);
                return true;
            } catch (SyntaxException neither) {
                // CommonJS's message is the one to show.
                return false;
            }
        }
    }
}
