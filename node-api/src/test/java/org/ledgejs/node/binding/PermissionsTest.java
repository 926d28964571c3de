package org.ledgejs.node.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.io.IOAccess;
import org.junit.jupiter.api.Test;

/** What an embedding does not allow is an error of Node's kind to the program, for every way there. */
class PermissionsTest {
    private static final UnaryOperator<Context.Builder> NOTHING = builder -> builder;

    private static String denied(String code) {
        return Programs.run(NOTHING, "", "try { " + code + "; console.log('allowed') } catch (e) { console.log(e.code, e.permission, e.resource) }");
    }

    @Test
    void filesAreClosed() {
        assertEquals("ERR_ACCESS_DENIED FileSystemRead /etc/passwd", denied("require('fs').readFileSync('/etc/passwd')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemRead /etc", denied("require('fs').readdirSync('/etc')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemWrite /tmp/x", denied("require('fs').writeFileSync('/tmp/x', '')"));
        assertEquals("ERR_ACCESS_DENIED FileSystemRead /tmp/x", denied("require('fs').rmSync('/tmp/x')"));
        assertEquals("false", Programs.run(NOTHING, "", "console.log(require('fs').existsSync('/etc/passwd'))"));
    }

    @Test
    void aDeniedCallWithACallbackCallsBack() {
        assertEquals("later ERR_ACCESS_DENIED", Programs.run(NOTHING, "", """
                let when = 'at once';
                require('fs').stat('/etc/passwd', (e) => console.log(when, e.code));
                when = 'later';
                """));
    }

    @Test
    void theNetworkIsClosed() {
        assertEquals("ERR_ACCESS_DENIED NetConnect localhost:0", denied("process.binding; require('dns').lookup('localhost', () => {})"));
    }

    @Test
    void theProcessIsTheHosts() {
        assertEquals("ERR_ACCESS_DENIED Process kill", denied("process.kill(process.pid, 'SIGTERM')"));
        assertEquals("ERR_ACCESS_DENIED Process signal", denied("process.on('SIGTERM', () => {})"));
        assertEquals("ERR_ACCESS_DENIED Process umask", denied("process.umask(0)"));
        assertEquals("false", Programs.run(NOTHING, "", "console.log(require('tty').isatty(0))"));
    }

    @Test
    void onlyTheEmbeddingsVariablesAreSeen() {
        UnaryOperator<Context.Builder> own = builder -> builder.allowEnvironmentAccess(EnvironmentAccess.NONE).environment("SHOWN", "yes");
        assertEquals("yes undefined [ 'SHOWN' ]", Programs.run(own, "", "console.log(process.env.SHOWN, process.env.PATH, Object.keys(process.env))"));
    }

    @Test
    void variablesOfOneContextAreNotAnothers() {
        assertEquals("1", Programs.run("process.env.LEDGE_TEST = 1; console.log(process.env.LEDGE_TEST)"));
        assertEquals("undefined", Programs.run("console.log(process.env.LEDGE_TEST)"));
    }

    @Test
    void filesMayBeAllowedAlone() {
        UnaryOperator<Context.Builder> files = builder -> builder.allowIO(IOAccess.newBuilder().allowHostFileAccess(true).build());
        assertEquals("true", Programs.run(files, "", "console.log(require('fs').statSync('/').isDirectory())"));
    }
}
