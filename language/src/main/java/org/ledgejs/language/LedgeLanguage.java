package org.ledgejs.language;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CallTarget;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.TruffleLogger;
import com.oracle.truffle.api.debug.DebuggerTags;
import com.oracle.truffle.api.instrumentation.ProvidedTags;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.nodes.ExecutableNode;
import com.oracle.truffle.api.source.Source;

import org.graalvm.options.OptionDescriptors;
import org.graalvm.options.OptionValues;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.builtins.Intrinsics;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.interop.GlobalBindings;
import org.ledgejs.language.interop.LanguageView;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageException;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageReader;
import org.ledgejs.language.image.RoundTrip;
import org.ledgejs.language.nodes.function.CodeRootNode;
import org.ledgejs.language.nodes.function.LoadedUnit;
import org.ledgejs.language.nodes.module.GuestModule;
import org.ledgejs.language.runtime.Compiler;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.IntrinsicFactory;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.syntax.SyntaxException;

/** The language as an engine sees it: what all its contexts share. */
@TruffleLanguage.Registration(id = LedgeLanguage.ID, name = "Ledge", implementationName = "Ledge",
        defaultMimeType = LedgeLanguage.SCRIPT_MIME_TYPE,
        characterMimeTypes = {LedgeLanguage.SCRIPT_MIME_TYPE, LedgeLanguage.MODULE_MIME_TYPE, LedgeLanguage.COMMAND_MIME_TYPE, "text/javascript"},
        byteMimeTypes = LedgeLanguage.IMAGE_MIME_TYPE,
        contextPolicy = TruffleLanguage.ContextPolicy.SHARED, dependentLanguages = "regex", website = "https://ledgejs.org")
@ProvidedTags({StandardTags.RootTag.class, StandardTags.RootBodyTag.class, StandardTags.StatementTag.class, StandardTags.CallTag.class,
        StandardTags.ExpressionTag.class, StandardTags.ReadVariableTag.class, StandardTags.WriteVariableTag.class,
        StandardTags.TryBlockTag.class, DebuggerTags.AlwaysHalt.class})
public final class LedgeLanguage extends TruffleLanguage<LedgeContext> {
    public static final String ID = "ledge";
    public static final String SCRIPT_MIME_TYPE = "application/x-ledge";
    public static final String MODULE_MIME_TYPE = "application/x-ledge+module";

    /** A command of the launcher: the source's name is the command, its text the operand. */
    public static final String COMMAND_MIME_TYPE = "application/x-ledge+command";

    /** A program as an image. */
    public static final String IMAGE_MIME_TYPE = "application/wasm";

    private final ConcurrentHashMap<ImageModule, FunctionData> libraryFunctions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Builtin, BuiltinData> builtins = new ConcurrentHashMap<>();
    private final RegExpCode.Cache regExps = new RegExpCode.Cache();
    private final IntrinsicFactory intrinsics = new Intrinsics();
    private final CompilerImpl compiler = new CompilerImpl(this);
    private final Assumption singleRealm = Truffle.getRuntime().createAssumption("one realm a context");
    private final Assumption singleContext = Truffle.getRuntime().createAssumption("one context an engine");
    private final AtomicLong parsed = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean unitRoundtrip;
    private volatile int lazyFrom;

    @Override
    protected LedgeContext createContext(Env env) {
        unitRoundtrip = env.getOptions().get(LedgeOptions.UnitRoundtrip);
        lazyFrom = unitRoundtrip ? -1 : env.getOptions().get(LedgeOptions.LazyFrom);
        return new LedgeContext(this, env);
    }

    @Override
    protected void initializeMultipleContexts() {
        singleContext.invalidate("an engine has a second context");
    }

    @Override
    protected void initializeContext(LedgeContext context) {
        context.initialize();
    }

    @Override
    protected boolean patchContext(LedgeContext context, Env newEnv) {
        context.patch(newEnv);
        return true;
    }

    @Override
    protected void finalizeContext(LedgeContext context) {
        context.endThreads();
    }

    @Override
    protected void disposeContext(LedgeContext context) {
        context.close();
    }

    @Override
    protected boolean isThreadAccessAllowed(Thread thread, boolean singleThreaded) {
        return singleThreaded;
    }

    @Override
    protected OptionDescriptors getOptionDescriptors() {
        return LedgeOptions.descriptors();
    }

    @Override
    protected boolean areOptionsCompatible(OptionValues first, OptionValues second) {
        return first.get(LedgeOptions.UnitRoundtrip).equals(second.get(LedgeOptions.UnitRoundtrip))
                && first.get(LedgeOptions.LazyFrom).equals(second.get(LedgeOptions.LazyFrom));
    }

    @Override
    protected Object getScope(LedgeContext context) {
        return new GlobalBindings(context.currentRealm());
    }

    @Override
    protected Object getLanguageView(LedgeContext context, Object value) {
        return new LanguageView(value);
    }

    @Override
    protected CallTarget parse(ParsingRequest request) {
        Source source = request.getSource();
        if (COMMAND_MIME_TYPE.equals(source.getMimeType())) {
            return new CommandRootNode(this, source.getName(), source.getCharacters().toString()).getCallTarget();
        }
        if (source.hasBytes()) {
            return new EntryRootNode.OfImage(this, image(source)).getCallTarget();
        }
        boolean module = isModule(source);
        LoadedUnit unit = compiler.unit(source, module);
        return (module ? new EntryRootNode.OfModule(this, unit, source) : new EntryRootNode.OfScript(this, unit)).getCallTarget();
    }

    @Override
    protected ExecutableNode parse(InlineParsingRequest request) {
        return request.getLocation().getRootNode() instanceof CodeRootNode
                ? new InlineNode(this, request.getLocation(), request.getSource().getCharacters().toString()) : null;
    }

    private static Image image(Source source) {
        try {
            return ImageReader.read(ByteBuffer.wrap(source.getBytes().toByteArray()));
        } catch (ImageException e) {
            throw Errors.typeError(source.getName() + ": " + e.getMessage());
        }
    }

    private static boolean isModule(Source source) {
        return MODULE_MIME_TYPE.equals(source.getMimeType()) || source.getMimeType() == null && source.getName().endsWith(".mjs");
    }

    /** A builtin's code in this engine. */
    @TruffleBoundary
    public BuiltinData builtin(Builtin builtin) {
        return builtins.computeIfAbsent(builtin, b -> new BuiltinData(this, b));
    }

    /** Patterns parsed and compiled in this engine. */
    public RegExpCode.Cache regExps() {
        return regExps;
    }

    /** The function that is the code of a CommonJS module in a program's image. */
    public FunctionData imageFunction(ImageModule module) {
        return compiler.function(module);
    }

    /** As {@link #imageFunction}, for the runtime's own modules: made once for all contexts of this engine. */
    @TruffleBoundary
    public FunctionData libraryFunction(ImageModule module) {
        return libraryFunctions.computeIfAbsent(module, compiler::function);
    }

    /** An ECMAScript module of an image as a module of the realm. @param name what stacks and import.meta call it */
    public ModuleRecord imageModule(Realm realm, String name, ImageModule module) {
        return GuestModule.create(realm, name, compiler.unit(module));
    }

    /** An early error as the program sees it. */
    public JSException syntaxError(SyntaxException error, Source source) {
        return SyntaxErrors.of(error, source);
    }

    IntrinsicFactory intrinsics() {
        return intrinsics;
    }

    Compiler compiler() {
        return compiler;
    }

    /** The code of a function that was left uncompiled when its unit was made. */
    @TruffleBoundary
    public LoadedUnit compile(LoadedUnit around, FunctionCode function) {
        return compiler.lazyFunction(around, function);
    }

    /** How many code units a text has at least whose functions are compiled when they are first called; negative for never. */
    int lazyFrom() {
        return lazyFrom;
    }

    /** What happens to every unit before it runs. */
    CodeUnit prepare(CodeUnit unit) {
        return unitRoundtrip ? RoundTrip.of(unit) : unit;
    }

    /** No context has more than one realm: functions need not switch. */
    public boolean isSingleRealm() {
        return singleRealm.isValid();
    }

    public Assumption singleRealm() {
        return singleRealm;
    }

    /** Valid while the engine has one context: only then may nodes remember objects. */
    public Assumption singleContext() {
        return singleContext;
    }

    void severalRealms() {
        singleRealm.invalidate("a context has a second realm");
    }

    /** To be called by whoever hands a text to the parser; {@code --log.ledge.level=FINE} shows each. */
    public void countParse(String name) {
        parsed.incrementAndGet();
        TruffleLogger log = TruffleLogger.getLogger(ID);
        if (log.isLoggable(Level.FINE)) {
            log.fine("parsed " + name);
        }
    }

    /** How many texts were parsed in this engine: a program that came as an image parses none. */
    public long parsedTexts() {
        return parsed.get();
    }

    public void countFailure() {
        failures.incrementAndGet();
    }

    /** How many Java exceptions that are none of the language's reached a guest function: each is a bug of the engine. */
    public long engineFailures() {
        return failures.get();
    }
}
