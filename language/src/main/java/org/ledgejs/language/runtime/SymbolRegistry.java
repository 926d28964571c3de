package org.ledgejs.language.runtime;

import java.util.HashMap;
import java.util.Map;

import com.oracle.truffle.api.strings.TruffleString;

/** The GlobalSymbolRegistry (ECMA-262 §20.4.2.2), one for all realms of an agent. */
public final class SymbolRegistry {
    private final Map<TruffleString, Symbol> symbols = new HashMap<>();

    /** The symbol of a key, made when first asked for. */
    public Symbol get(TruffleString key) {
        return symbols.computeIfAbsent(key, Symbol::new);
    }

    /** The key of a registered symbol, else Undefined. */
    public Object keyFor(Symbol symbol) {
        return isRegistered(symbol) ? symbol.description() : Undefined.INSTANCE;
    }

    public boolean isRegistered(Symbol symbol) {
        return symbol.description() instanceof TruffleString key && symbols.get(key) == symbol;
    }
}
