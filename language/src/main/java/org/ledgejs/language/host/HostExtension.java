package org.ledgejs.language.host;

import java.util.Map;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Agent;
import org.ledgejs.language.runtime.Realm;

/**
 * What a part of the runtime outside the language adds: found by {@link java.util.ServiceLoader}, one instance per
 * context. Nothing of a feature may load before the feature is touched, so globals are lazy and modules are named
 * before they exist.
 */
public interface HostExtension {
    /** Called once, when the context is created: keep the agent; start nothing. */
    default void initialize(@SuppressWarnings("unused") Agent agent) { }

    /** Global properties of every realm: a constant. Values should be lazy. */
    default PropertyTable globals() {
        return PropertyTable.EMPTY;
    }

    /** Properties of the main realm's Error: a constant. Values should be lazy. */
    default PropertyTable errorStatics() {
        return PropertyTable.EMPTY;
    }

    /** Built-in modules by specifier ("embedded:io/i2c", "node:fs"), made when first imported. */
    default Map<String, HostModule> modules() {
        return Map.of();
    }

    /** Reads source modules of kinds the language does not know, by file extension without the dot ("wasm"). */
    default Map<String, HostModuleLoader> loaders() {
        return Map.of();
    }

    /**
     * Carries out a command of the {@code ledge} launcher: a source of type {@link org.ledgejs.language.LedgeLanguage#COMMAND_MIME_TYPE}.
     *
     * @param command "run", "eval" and others; see the launcher
     * @return the exit code, or null if the command is another extension's
     */
    default Integer run(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") String command, @SuppressWarnings("unused") String text) {
        return null;
    }

    /** Called when the context closes: release what the operating system knows of. Must not run guest code. */
    default void close() { }
}
