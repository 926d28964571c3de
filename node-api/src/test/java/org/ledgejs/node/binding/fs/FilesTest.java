package org.ledgejs.node.binding.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.node.binding.Programs;

class FilesTest {
    @TempDir
    private Path folder;

    /** The program finds the folder as its working folder; its name is left out of what it prints. */
    private String run(String code) {
        return Programs.run("const fs = require('fs'); process.chdir(" + quoted(folder.toString()) + ");\n"
                + "const fails = (f) => { try { f(); return 'nothing'; } catch (e) { return e.message + ' ' + e.errno + ' ' + Object.keys(e); } };\n" + code)
                .replace(folder.toString(), "DIR");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals("héllo€ 9 true", run("""
                fs.writeFileSync('a', 'héllo€');
                console.log(fs.readFileSync('a', 'utf8'), fs.statSync('a').size, fs.existsSync('a'));
                """));
    }

    @Test
    void errorsAreAsLibuvsAre() {
        assertEquals("""
                ENOENT: no such file or directory, open 'no' -2 errno,code,syscall,path
                EISDIR: illegal operation on a directory, read -21 errno,code,syscall
                EBADF: bad file descriptor, close -9 errno,code,syscall
                ENOENT: no such file or directory, rename 'no' -> 'x' -2 errno,code,syscall,path,dest
                ENOTDIR: not a directory, scandir 'f' -20 errno,code,syscall,path
                EEXIST: file already exists, mkdir 'd' -17 errno,code,syscall,path
                EISDIR: illegal operation on a directory, unlink 'd' -21 errno,code,syscall,path
                ENOTDIR: not a directory, rmdir 'f' -20 errno,code,syscall,path
                EINVAL: invalid argument, readlink 'f' -22 errno,code,syscall,path
                EEXIST: file already exists, open 'f' -17 errno,code,syscall,path""", run("""
                fs.writeFileSync('f', ''); fs.mkdirSync('d');
                console.log(fails(() => fs.readFileSync('no')));
                console.log(fails(() => fs.readFileSync('d')));
                console.log(fails(() => fs.closeSync(987)));
                console.log(fails(() => fs.renameSync('no', 'x')));
                console.log(fails(() => fs.readdirSync('f')));
                console.log(fails(() => fs.mkdirSync('d')));
                console.log(fails(() => fs.unlinkSync('d')));
                console.log(fails(() => fs.rmdirSync('f')));
                console.log(fails(() => fs.readlinkSync('f')));
                console.log(fails(() => fs.openSync('f', 'wx')));
                """));
    }

    @Test
    void descriptorsReadAndWriteAtPositions() {
        assertEquals("4 ZZlo ABZZlo!! 3 AB\0", run("""
                fs.writeFileSync('a', 'hello');
                const fd = fs.openSync('a', 'r+');
                fs.writeSync(fd, Buffer.from('ZZ'), 0, 2, 1);
                const b = Buffer.alloc(4);
                const n = fs.readSync(fd, b, 0, 4, 1);
                fs.writeSync(fd, 'AB');
                fs.closeSync(fd);
                fs.appendFileSync('a', '!!');
                fs.writeFileSync('b', 'ABCDEF');
                const g = fs.openSync('b', 'r+');
                fs.ftruncateSync(g, 2); fs.ftruncateSync(g, 3); fs.fsyncSync(g);
                console.log(n, b.toString(), fs.readFileSync('a', 'latin1').replace('Z', 'ZZ').slice(0, 8), fs.fstatSync(g).size, fs.readFileSync('b', 'latin1'));
                fs.closeSync(g);
                """));
    }

    @Test
    void appendingDescriptorsMayRead() {
        assertEquals("ab abXY", run("""
                fs.writeFileSync('a', 'ab');
                const fd = fs.openSync('a', 'a+');
                const b = Buffer.alloc(2);
                fs.readSync(fd, b, 0, 2, 0);
                fs.writeSync(fd, 'X'); fs.writeSync(fd, 'Y');
                fs.closeSync(fd);
                console.log(b.toString(), fs.readFileSync('a', 'utf8'));
                """));
    }

    @Test
    void foldersAreMadeAndRemovedWhole() {
        assertEquals("DIR/x undefined [ 'y', 'y/z' ] false", run("""
                const first = fs.mkdirSync('x/y/z', { recursive: true });
                const again = fs.mkdirSync('x/y/z', { recursive: true });
                const names = fs.readdirSync('x', { recursive: true });
                fs.rmSync('x', { recursive: true });
                console.log(first, again, names, fs.existsSync('x'));
                """));
    }

    @Test
    void namesComeSortedAndWithKinds() throws IOException {
        Files.createFile(folder.resolve("b"));
        Files.createDirectory(folder.resolve("a"));
        Files.createSymbolicLink(folder.resolve("c"), Path.of("b"));
        assertEquals("a:dir b:file c:link", run("""
                console.log(fs.readdirSync('.', { withFileTypes: true }).map((e) => e.name + ':' +
                    (e.isDirectory() ? 'dir' : e.isFile() ? 'file' : e.isSymbolicLink() ? 'link' : '?')).join(' '));
                """));
    }

    @Test
    void rightsTimesAndLinks() {
        assertEquals("640 1500 1234567890500 2 a true DIR/a", run("""
                fs.writeFileSync('a', 'x', { mode: 0o600 });
                fs.chmodSync('a', 0o640);
                fs.utimesSync('a', 1.5, 1234567890.5);
                fs.linkSync('a', 'h'); fs.symlinkSync('a', 'l');
                const s = fs.statSync('a');
                console.log((s.mode & 0o777).toString(8), s.atimeMs, s.mtimeMs, s.nlink, fs.readlinkSync('l'), fs.lstatSync('l').isSymbolicLink(), fs.realpathSync('l'));
                """));
    }

    @Test
    void copiesKeepLinksAndRights() {
        assertEquals("abc abc 600 EEXIST: file already exists, copyfile 'a' -> 'c' -17 errno,code,syscall,path,dest", run("""
                fs.writeFileSync('a', 'abc', { mode: 0o600 });
                fs.writeFileSync('c', 'longer'); fs.linkSync('c', 'hard');
                fs.copyFileSync('a', 'c');
                console.log(fs.readFileSync('c', 'utf8'), fs.readFileSync('hard', 'utf8'), (fs.statSync('c').mode & 0o777).toString(8),
                    fails(() => fs.copyFileSync('a', 'c', fs.constants.COPYFILE_EXCL)));
                """));
    }

    @Test
    void promisesAndCallbacksComeLater() {
        assertEquals("first\ncallback ENOENT\nx 3 true", run("""
                fs.readFile('no', (e) => console.log('callback', e.code));
                (async () => {
                    await fs.promises.writeFile('a', 'xyz');
                    await new Promise((done) => setTimeout(done, 1));
                    const h = await fs.promises.open('a');
                    const { bytesRead, buffer } = await h.read(Buffer.alloc(5), 0, 5, 0);
                    await h.close();
                    console.log(buffer.toString('utf8', 0, 1), bytesRead, (await fs.promises.stat('a')).isFile());
                })();
                console.log('first');
                """));
    }

    @Test
    void filesWithoutALengthAreReadToTheirEnd() {
        assertEquals("true", run("console.log(fs.readFileSync('/proc/self/status', 'utf8').includes('VmRSS'))"));
    }

    @Test
    void aFolderIsWatched() {
        assertEquals("rename made", run("""
                const watcher = fs.watch('.', (type, name) => { console.log(type, name); watcher.close(); });
                fs.writeFileSync('made', '');
                """));
    }

    @Test
    void standardInputIsADescriptor() {
        assertEquals("5 true", Programs.runWithInput("abcde", "const fs = require('fs'); console.log(fs.readFileSync(0).length, fs.readFileSync(0).length === 0)"));
    }

    @Test
    void aFileWithoutANameIsStillOpen() {
        assertEquals("abc 3", run("""
                fs.writeFileSync('a', 'abc');
                const fd = fs.openSync('a');
                fs.unlinkSync('a');
                console.log(fs.readFileSync(fd, 'utf8'), fs.fstatSync(fd).size);
                """));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAnErrorOfEveryWayToWrite() {
        assertEquals("""
                ENOSPC write ENOSPC: no space left on device, write
                ENOSPC write
                ENOSPC write
                promise ENOSPC write
                stream ENOSPC write true
                closed null""", Programs.run("""
                const fs = require('fs');
                try { fs.writeFileSync('/dev/full', 'x'); } catch (e) { console.log(e.code, e.syscall, e.message); }
                const fd = fs.openSync('/dev/full', 'w');
                for (const write of [() => fs.writeSync(fd, 'x'), () => fs.writevSync(fd, [Buffer.from('x')])]) {
                    try { write(); } catch (e) { console.log(e.code, e.syscall); }
                }
                fs.closeSync(fd);
                (async () => {
                    await fs.promises.writeFile('/dev/full', 'x').catch((e) => console.log('promise', e.code, e.syscall));
                    const stream = fs.createWriteStream('/dev/full');
                    stream.on('error', (e) => console.log('stream', e.code, e.syscall, stream.destroyed)).on('close', () => console.log('closed', stream.fd));
                    stream.end('x'.repeat(100_000));
                })();
                """));
    }
}
