package org.ledgejs.language.host;

import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.Realm;

/** Makes a module of a file's bytes: a .wasm file, for one. */
@FunctionalInterface
public interface HostModuleLoader {
    /**
     * @param url where it came from, for messages and import.meta
     * @throws org.ledgejs.language.runtime.JSException if the bytes are no such module
     */
    ModuleRecord load(Realm realm, String url, byte[] bytes);
}
