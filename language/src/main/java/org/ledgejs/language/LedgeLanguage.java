package org.ledgejs.language;

import java.util.concurrent.ConcurrentHashMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleLanguage;

import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.RegExpCode;

/** The language as an engine sees it: what all its contexts share. */
@TruffleLanguage.Registration(id = LedgeLanguage.ID, name = "Ledge", implementationName = "Ledge",
        defaultMimeType = LedgeLanguage.SCRIPT_MIME_TYPE,
        characterMimeTypes = {LedgeLanguage.SCRIPT_MIME_TYPE, LedgeLanguage.MODULE_MIME_TYPE, "text/javascript"},
        contextPolicy = TruffleLanguage.ContextPolicy.SHARED, dependentLanguages = "regex", website = "https://ledgejs.org")
public final class LedgeLanguage extends TruffleLanguage<LedgeContext> {
    public static final String ID = "ledge";
    public static final String SCRIPT_MIME_TYPE = "application/x-ledge";
    public static final String MODULE_MIME_TYPE = "application/x-ledge+module";

    private final ConcurrentHashMap<Builtin, BuiltinData> builtins = new ConcurrentHashMap<>();
    private final RegExpCode.Cache regExps = new RegExpCode.Cache();

    @Override
    protected LedgeContext createContext(Env env) {
        return new LedgeContext(this, env);
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
}
