package org.ledgejs.node.loader;

import java.io.IOException;
import java.util.List;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;
import org.ledgejs.node.NodeRuntime;

import com.oracle.truffle.api.source.Source;

/**
 * Syntax detection: a text without a marker of its format is a module if it is one and no CommonJS function body. To find that out it is
 * compiled as one; the function is kept for who asks for it next.
 */
final class ModuleSyntax {
    private static final List<String> COMMON_JS = List.of("exports", "require", "module", "__filename", "__dirname");

    private final NodeRuntime node;
    private String text;
    private String path;
    private FunctionData function;

    ModuleSyntax(NodeRuntime node) {
        this.node = node;
    }

    boolean isModule(String candidate, String name) {
        if (!candidate.contains("import") && !candidate.contains("export") && !candidate.contains("await") || isKept(candidate, name)) {
            return false;
        }
        try {
            function = compile(candidate, name, COMMON_JS);
            text = candidate;
            path = name;
            return false;
        } catch (JSException e) {
            return parsesAsModule(candidate, name);
        }
    }

    private boolean parsesAsModule(String candidate, String name) {
        node.agent().language().countParse(name);
        try {
            Parser.parseModule(new SourceText(name, candidate), ParseOptions.DEFAULT);
            return true;
        } catch (SyntaxException neither) {
            // CommonJS's message is the one to show.
            return false;
        }
    }

    /** A text as a function. @throws JSException SyntaxError */
    FunctionData function(String wanted, String name, List<String> parameters) {
        return parameters.equals(COMMON_JS) && isKept(wanted, name) ? kept() : compile(wanted, name, parameters);
    }

    /** A file as the function of a CommonJS module; null if it may be something else and is an ES module. @throws JSException SyntaxError */
    FunctionData function(String file, boolean detect) throws IOException {
        if (text != null && path.equals(file)) {
            return kept();
        }
        String content = node.modules().files().readText(file);
        return detect && isModule(content, file) ? null : function(content, file, COMMON_JS);
    }

    private boolean isKept(String candidate, String name) {
        return text != null && path.equals(name) && text.equals(candidate);
    }

    private FunctionData kept() {
        FunctionData result = function;
        text = null;
        function = null;
        return result;
    }

    private FunctionData compile(String candidate, String name, List<String> parameters) {
        return node.agent().compiler().functionBody(Source.newBuilder(LedgeLanguage.ID, candidate, name).build(), parameters);
    }
}
