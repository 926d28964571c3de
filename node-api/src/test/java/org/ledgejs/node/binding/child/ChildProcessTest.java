package org.ledgejs.node.binding.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.ledgejs.node.binding.Programs;

/** Other programs as a context may start them. */
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
    private static final UnaryOperator<Context.Builder> ALL = builder -> builder.allowAllAccess(true);

    private static String run(UnaryOperator<Context.Builder> rights, String code) {
        return Programs.run(rights, "", "const cp = require('child_process');\n" + code);
    }

    @Test
    void aContextThatMayNotStartProgramsStartsNone() {
        UnaryOperator<Context.Builder> rights = builder -> builder.allowAllAccess(true).allowCreateProcess(false);
        assertEquals("ERR_ACCESS_DENIED ChildProcess echo", run(rights, """
                try { cp.spawnSync('echo') } catch (e) { console.log(e.code, e.permission, e.resource) }
                """));
    }

    @Test
    void aChildBeginsInTheFolderAndTheEnvironmentOfItsContext() {
        assertEquals("/ here", run(ALL, """
                process.chdir('/');
                process.env.WHERE = 'here';
                console.log(cp.execSync('echo $PWD $WHERE', { encoding: 'utf8' }).trim());
                """));
    }

    @Test
    void aChildKeepsNoneOfOurDescriptors() {
        assertEquals("0", run(ALL, """
                require('fs').openSync('/dev/zero');
                console.log(cp.spawnSync('sh', ['-c', 'ls -l /proc/self/fd | grep -c /dev/zero'], { encoding: 'utf8' }).stdout.trim());
                """));
    }

    @Test
    void aDescriptorGoesOnInTheChildWhereItIsHere() {
        assertEquals("two", run(ALL, """
                const fs = require('fs'), path = require('path'), os = require('os');
                const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'child-'));
                fs.writeFileSync(folder + '/file', 'onetwo');
                const fd = fs.openSync(folder + '/file');
                fs.readSync(fd, Buffer.alloc(3));
                console.log(cp.spawnSync('cat', { stdio: [fd, 'pipe', 'inherit'], encoding: 'utf8' }).stdout);
                fs.rmSync(folder, { recursive: true });
                """));
    }

    @Test
    void aScriptThatDoesNotSayWhatReadsItIsReadByTheShell() {
        assertEquals("script 1", run(ALL, """
                const fs = require('fs'), path = require('path'), os = require('os');
                const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'child-'));
                fs.writeFileSync(folder + '/script', 'echo script $#', { mode: 0o755 });
                console.log(cp.execFileSync(folder + '/script', ['a'], { encoding: 'utf8' }).trim());
                fs.rmSync(folder, { recursive: true });
                """));
    }
}
