package org.ledgejs.language;

import com.oracle.truffle.api.TruffleLanguage.Env;

import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Compiler;
import org.ledgejs.language.runtime.IntrinsicFactory;

/** A polyglot context of the language: an agent with its environment. */
public final class LedgeContext extends Agent {
    private final LedgeLanguage language;
    private final Env env;

    LedgeContext(LedgeLanguage language, Env env) {
        this.language = language;
        this.env = env;
    }

    @Override
    public Env env() {
        return env;
    }

    @Override
    public LedgeLanguage language() {
        return language;
    }

    @Override
    public IntrinsicFactory intrinsics() {
        throw new IllegalStateException("the library is not wired yet");
    }

    @Override
    public Compiler compiler() {
        throw new IllegalStateException("the compiler is not wired yet");
    }
}
