package org.ledgejs.wasm.js;

import java.util.Map;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.host.HostModuleLoader;
import org.ledgejs.language.runtime.PropertyFlags;

/** WebAssembly's part of a context: the global of that name, and imports of {@code .wasm} files. Nothing of it loads before it is touched. */
public final class WasmExtension implements HostExtension {

    private static final PropertyTable GLOBALS = new PropertyTable()
            .lazy("WebAssembly", realm -> WebAssemblyObject.create(realm), PropertyFlags.METHOD);

    @Override
    public PropertyTable globals() {
        return GLOBALS;
    }

    @Override
    public Map<String, HostModuleLoader> loaders() {
        return Map.of("wasm", (realm, url, bytes) -> WasmModuleRecord.load(realm, url, bytes));
    }
}
