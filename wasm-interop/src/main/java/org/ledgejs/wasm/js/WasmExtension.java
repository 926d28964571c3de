package org.ledgejs.wasm.js;

import java.util.Map;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.host.HostModuleLoader;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;

/** WebAssembly's part of a context: the global of that name, and imports of {@code .wasm} files. Nothing of it loads before it is touched. */
public final class WasmExtension implements HostExtension {

    @Override
    public void globals(Realm realm, PropertyTable globals) {
        globals.lazy("WebAssembly", r -> WebAssemblyObject.create(r), PropertyFlags.METHOD);
    }

    @Override
    public Map<String, HostModuleLoader> loaders() {
        return Map.of("wasm", (realm, url, bytes) -> WasmModuleRecord.load(realm, url, bytes));
    }
}
