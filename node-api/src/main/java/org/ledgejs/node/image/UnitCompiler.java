package org.ledgejs.node.image;

import java.util.List;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.SyntaxException;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.loader.ModuleFormat;

import com.oracle.truffle.api.source.Source;

/** Compiles files of a program ahead of time, as its loaders would when it runs. */
public final class UnitCompiler {
    private static final List<String> COMMON_JS = List.of("exports", "require", "module", "__filename", "__dirname");

    private final NodeRuntime node;

    public UnitCompiler(NodeRuntime node) {
        this.node = node;
    }

    /** @param kind ESM or CJS */
    public record Compiled(ImageModule.Kind kind, CodeUnit unit, SourceText source) { }

    /** @throws org.ledgejs.language.runtime.JSException SyntaxError with the place */
    public Compiled compile(String path, String text) {
        ModuleFormat format = ModuleFormat.of(path, node.modules().packages());
        boolean module = format == ModuleFormat.MODULE || format == ModuleFormat.UNKNOWN && node.modules().isModuleSyntax(text, path);
        SourceText source = new SourceText(path, text);
        node.agent().language().countParse(path);
        try {
            CodeUnit unit = Resolver.resolve(module ? Parser.parseModule(source, ParseOptions.DEFAULT)
                    : Parser.parseFunctionBody(source, COMMON_JS, ParseOptions.DEFAULT));
            return new Compiled(module ? ImageModule.Kind.ESM : ImageModule.Kind.CJS, unit, source);
        } catch (SyntaxException e) {
            throw node.agent().language().syntaxError(e, Source.newBuilder(LedgeLanguage.ID, text, path).build());
        }
    }
}
