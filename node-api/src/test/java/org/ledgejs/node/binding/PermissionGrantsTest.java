package org.ledgejs.node.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --permission} and its kin grant and keep, beyond what Node's own tests hold. */
class PermissionGrantsTest {
    @TempDir
    private Path folder;
    private Path inside;

    @BeforeEach
    void makeFiles() throws IOException {
        folder = folder.toRealPath();
        inside = Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("secret"), "secret");
        Files.writeString(inside.resolve("file"), "text");
        Files.createSymbolicLink(inside.resolve("out"), folder.resolve("secret"));
    }

    /** @param code an expression over {@code fs} and {@code dir} */
    private String with(String grants, String code) {
        UnaryOperator<Context.Builder> rights = builder -> builder.allowAllAccess(true).option("ledge.permissions", "permission\n" + grants.replace("$", folder.toString()));
        return Programs.run(rights, "", """
                const fs = require('fs'), dir = '%s';
                try { console.log(%s) } catch (e) { console.log(e.code, e.permission, e.resource.replace(dir, '$'), e.message.match(/--allow[-a-z]+/)?.[0]) }
                """.formatted(folder, code));
    }

    @Test
    void aFolderIsGrantedWithWhatIsInIt() {
        assertEquals("text", with("allow-fs-read=$/in", "fs.readFileSync(dir + '/in/file', 'utf8')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemRead $/secret --allow-fs-read", with("allow-fs-read=$/in", "fs.readFileSync(dir + '/secret')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemRead $/in/../secret --allow-fs-read", with("allow-fs-read=$/in", "fs.readFileSync(dir + '/in/../secret')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemWrite $/in/file --allow-fs-write", with("allow-fs-read=$/in", "fs.writeFileSync(dir + '/in/file', '')"));
    }

    @Test
    void aLinkThatLeadsOutOfAFolderIsNotFollowed() {
        assertEquals("ERR_ACCESS_DENIED FileSystemRead $/secret --allow-fs-read", with("allow-fs-read=$/in", "fs.readFileSync(dir + '/in/out')"));
        assertEquals("true", with("allow-fs-read=$/in", "fs.lstatSync(dir + '/in/out').isSymbolicLink()"));
        assertEquals("secret", with("allow-fs-read=$/in/out", "fs.readFileSync(dir + '/in/out', 'utf8')"));
    }

    @Test
    void whatWasGrantedCanBeGivenUp() {
        assertEquals("true false", with("allow-fs-read=*", "process.permission.has('fs.read') + ' ' + (process.permission.drop('fs.read'), process.permission.has('fs.read'))"));
    }

    @Test
    void theNetworkIsGrantedByHost() {
        assertEquals("false true true false", with("allow-net=localhost:80,example.org",
                "['localhost:81', 'localhost:80', 'example.org:443'].map((each) => process.permission.has('net', each)).join(' ') + ' ' + process.permission.has('net')"));
    }

    @Test
    void theEnvironmentIsOpenUntilItIsNarrowed() {
        assertEquals("true", with("", "Object.keys(process.env).length > 0"));
        assertEquals("[]", with("allow-env=LEDGE_NOT_SET", "Object.keys(process.env)"));
    }

    @Test
    void modulesAreReadOnlyWhereGranted() throws IOException {
        Files.writeString(inside.resolve("a.js"), "module.exports = 1");
        Files.writeString(folder.resolve("b.js"), "module.exports = 2");
        assertEquals("1", with("allow-fs-read=$/in", "require(dir + '/in/a.js')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemRead $/b.js --allow-fs-read", with("allow-fs-read=$/in", "require(dir + '/b.js')"));
    }
}
