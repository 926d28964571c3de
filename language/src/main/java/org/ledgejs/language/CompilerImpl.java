package org.ledgejs.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;

import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.code.FunctionFlags;
import org.ledgejs.language.code.LazyFunction;
import org.ledgejs.language.code.resolver.Resolver;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageSource;
import org.ledgejs.language.nodes.function.EvalEnvironment;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.nodes.function.StaticScope;
import org.ledgejs.language.nodes.module.GuestModule;
import org.ledgejs.language.runtime.Compiler;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.Scope;
import org.ledgejs.language.source.Position;
import org.ledgejs.language.source.SourceText;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.ParseOptions;
import org.ledgejs.language.syntax.Parser;
import org.ledgejs.language.syntax.Program;
import org.ledgejs.language.syntax.SyntaxException;

/** From text to units: parser and resolver in line. Stateless; shared by the contexts of an engine. */
final class CompilerImpl implements Compiler {
    private static final int CONSTRUCTED_FUNCTION = 1;
    /** Functions of shorter text are compiled with the code around them: most of the work would have to be done twice. */
    private static final int SHORTEST_LAZY_FUNCTION = 200;

    private final LedgeLanguage language;

    CompilerImpl(LedgeLanguage language) {
        this.language = language;
    }

    /** A script or module as a unit. */
    LoadedUnit unit(Source source, boolean module) {
        return load(source, () -> {
            SourceText text = text(source);
            return Resolver.resolve(module ? Parser.parseModule(text, options(text.length())) : Parser.parseScript(text, options(text.length())));
        });
    }

    @Override
    public RootCallTarget script(Source source) {
        return unit(source, false).main().callTarget();
    }

    @Override
    public ModuleRecord module(Source source) {
        return GuestModule.create(Realm.get(null), ModuleLoader.nameOf(source), unit(source, true));
    }

    @Override
    public FunctionData eval(Source source, boolean strict, Scope scope, Object environment) {
        if (!(environment instanceof EvalEnvironment direct)) {
            return load(source, source, () -> {
                SourceText text = text(source);
                return Resolver.indirectEval(Parser.parseEval(text, options(text.length()).withStrict(strict)));
            }).main();
        }
        StaticScope caller = direct.scope();
        return load(source, caller.unit().referrer(), () -> {
            CodeUnit unit = caller.unit().code();
            ParseOptions options = options().withStrict(strict).withEvalContext(Resolver.evalContext(unit, caller.index(), direct.flags()));
            return Resolver.eval(Parser.parseEval(text(source), options), unit, caller.index(), direct.flags());
        }).main();
    }

    @Override
    public FunctionData functionBody(Source source, List<String> parameters) {
        return load(source, () -> {
            SourceText text = text(source);
            return Resolver.resolve(Parser.parseFunctionBody(text, parameters, options(text.length())));
        }).function(CONSTRUCTED_FUNCTION);
    }

    LoadedUnit lazyFunction(LoadedUnit around, FunctionCode function) {
        LazyFunction lazy = function.lazy();
        Source source = around.source();
        SourceText text = new SourceText(source.getName(), source.getCharacters().subSequence(lazy.textStart(), function.sourceEnd()));
        ParseOptions options = options(source.getLength()).withStrict(function.is(FunctionFlags.STRICT)).withEvalContext(anything(lazy));
        FunctionNode node = Parser.parseAgain(text, function.sourceStart() - lazy.textStart(), inModule(function.unit()), kind(function),
                function.is(FunctionFlags.ASYNC), function.is(FunctionFlags.GENERATOR), lazy.ownName(), options);
        return new LoadedUnit(language, Resolver.lazyFunction(node, function), source, around.referrer());
    }

    private static boolean inModule(CodeUnit unit) {
        CodeUnit outermost = unit;
        while (outermost.outer() != null) {
            outermost = outermost.outer();
        }
        return outermost.module() != null;
    }

    /** Allows what the function was allowed when its text was checked. */
    private static ParseOptions.EvalContext anything(LazyFunction lazy) {
        Set<String> privateNames = new HashSet<>();
        for (String name : lazy.initialized()) {
            if (name.charAt(0) == '#') {
                privateNames.add(name.substring(1));
            }
        }
        return new ParseOptions.EvalContext(true, true, true, false, privateNames);
    }

    private static FunctionNode.Kind kind(FunctionCode function) {
        return function.is(FunctionFlags.ARROW) ? FunctionNode.Kind.ARROW
                : function.is(FunctionFlags.GETTER) ? FunctionNode.Kind.GETTER
                : function.is(FunctionFlags.SETTER) ? FunctionNode.Kind.SETTER
                : function.is(FunctionFlags.METHOD) ? FunctionNode.Kind.METHOD
                : FunctionNode.Kind.NORMAL;
    }

    /** The function of an image's module whose code is a function body. */
    FunctionData function(ImageModule module) {
        LoadedUnit unit = unit(module);
        if (unit.code().functionCount() <= CONSTRUCTED_FUNCTION) {
            throw Errors.typeError("Module '" + module.specifier() + "' of the image has no function");
        }
        return unit.function(CONSTRUCTED_FUNCTION);
    }

    /** An ECMAScript module of an image. */
    LoadedUnit unit(ImageModule module) {
        CodeUnit unit = language.prepare(module.unit());
        ImageSource source = module.source();
        if (source.hasText()) {
            // Not to be parsed, but for excerpts and Function.prototype.toString.
            Source text = Source.newBuilder(LedgeLanguage.ID, source.text(), source.name()).build();
            return new LoadedUnit(language, unit, text, text);
        }
        Source name = Source.newBuilder(LedgeLanguage.ID, "", source.name()).content(Source.CONTENT_NONE).internal(true).build();
        return new LoadedUnit(language, unit, name, (start, length) -> section(name, source, start, length));
    }

    private static SourceSection section(Source name, ImageSource source, int start, int length) {
        Position first = source.position(start);
        Position last = source.position(start + Math.max(length - 1, 0));
        return name.createSection(first.line(), first.column(), last.line(), last.column());
    }

    @Override
    public FunctionData function(FunctionData.Kind kind, String parameters, String body) {
        Parser.FunctionGoal goal = switch (kind) {
            case GENERATOR -> Parser.FunctionGoal.GENERATOR;
            case ASYNC -> Parser.FunctionGoal.ASYNC;
            case ASYNC_GENERATOR -> Parser.FunctionGoal.ASYNC_GENERATOR;
            default -> Parser.FunctionGoal.NORMAL;
        };
        Program.FunctionProgram program;
        CodeUnit unit;
        try {
            language.countParse("<anonymous>");
            program = Parser.parseFunctionParts("<anonymous>", goal, parameters, body, options(body.length()));
            unit = Resolver.resolve(program);
        } catch (SyntaxException e) {
            throw SyntaxErrors.of(e, Source.newBuilder(LedgeLanguage.ID, e.source().content(), e.source().name()).build());
        }
        Source source = Source.newBuilder(LedgeLanguage.ID, program.source().content(), "<anonymous>").build();
        return new LoadedUnit(language, language.prepare(unit), source, source).function(CONSTRUCTED_FUNCTION);
    }

    @FunctionalInterface
    private interface Compilation {
        CodeUnit run();
    }

    private LoadedUnit load(Source source, Compilation compilation) {
        return load(source, source, compilation);
    }

    private LoadedUnit load(Source source, Source referrer, Compilation compilation) {
        language.countParse(source.getName());
        try {
            return new LoadedUnit(language, language.prepare(compilation.run()), source, referrer);
        } catch (SyntaxException e) {
            throw SyntaxErrors.of(e, source);
        }
    }

    private static SourceText text(Source source) {
        return new SourceText(source.getName(), source.getCharacters());
    }

    private ParseOptions options() {
        return ParseOptions.DEFAULT.withRegExpValidator(RegExpSyntax::errorIn);
    }

    private ParseOptions options(int length) {
        int from = language.lazyFrom();
        return from < 0 || length < from ? options() : options().withOutliner(Resolver.outliner(from == 0 ? 0 : SHORTEST_LAZY_FUNCTION));
    }
}
