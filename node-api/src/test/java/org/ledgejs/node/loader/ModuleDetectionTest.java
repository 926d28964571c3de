package org.ledgejs.node.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.node.binding.Programs;

/** A file whose format nothing tells is what its text says. */
class ModuleDetectionTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aTextThatOnlyMentionsTheWordsIsCommonJs() throws IOException {
        String path = file("a.js", "// import and export\nmodule.exports = [typeof require, this === exports, __filename.endsWith('a.js')].join()");
        assertEquals("function,true,true", Programs.run("console.log(require('" + path + "'))"));
    }

    @Test
    void aModuleIsOne() throws IOException {
        String path = file("a.js", "export const x = typeof import.meta");
        assertEquals("object", Programs.run("console.log(require('" + path + "').x)"));
    }

    @Test
    void whatIsNeitherIsTheErrorOfCommonJs() throws IOException {
        String path = file("a.js", "export const x = ;");
        assertEquals("SyntaxError Unexpected token 'export'",
                Programs.run("try { require('" + path + "') } catch (e) { console.log(e.name, e.message) }"));
    }

    @Test
    void aFileThatChangedIsReadAgain() throws IOException {
        String path = file("a.js", "module.exports = 'import 1'");
        assertEquals("import 1 import 2", Programs.run("const p = '" + path + "'; const first = require(p); delete require.cache[p];"
                + "require('fs').writeFileSync(p, \"module.exports = 'import 2'\"); console.log(first, require(p))"));
    }

    @Test
    void whoeverReplacesCompileGetsTheText() throws IOException {
        String path = file("a.js", "module.exports = 'import this'");
        assertEquals("import that", Programs.run("const { Module } = require('module'); const compile = Module.prototype._compile;"
                + "Module.prototype._compile = function (text, name) { return compile.call(this, text.replace('this', 'that'), name) };"
                + "console.log(require('" + path + "'))"));
    }
}
