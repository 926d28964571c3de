package org.ledgejs.node.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.node.binding.Programs;

/** require() of ES modules, and what hooks change of it. */
class RequireModuleTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aDefaultExportIsMarkedForCompiledCode() throws IOException {
        String path = file("a.mjs", "export default 1; export let b = 2");
        assertEquals("true 1 2", Programs.run("const m = require('" + path + "'); console.log(m.__esModule, m.default, m.b)"));
    }

    @Test
    void theExportNamedModuleExportsIsWhatRequireGives() throws IOException {
        String path = file("a.mjs", "export default 1; const whole = 'whole'; export { whole as 'module.exports' }");
        assertEquals("whole", Programs.run("console.log(require('" + path + "'))"));
    }

    @Test
    void awaitAtTopLevelIsRefusedBeforeAnythingRuns() throws IOException {
        String path = file("a.mjs", "globalThis.ran = true; await 1");
        assertEquals("ERR_REQUIRE_ASYNC_MODULE undefined", Programs.run("try { require('" + path + "') } catch (e) { console.log(e.code, globalThis.ran) }"));
    }

    @Test
    void hooksChangeWhatIsRequiredUntilTheyAreGone() throws IOException {
        String path = file("a.cjs", "module.exports = 'file'");
        assertEquals("hooked file", Programs.run("const hooks = require('module').registerHooks({ load: (url, context, next) => "
                + "({ format: 'commonjs', source: \"module.exports = 'hooked'\", shortCircuit: true }) });"
                + "const first = require('" + path + "'); hooks.deregister(); delete require.cache['" + path + "']; console.log(first, require('" + path + "'))"));
    }
}
