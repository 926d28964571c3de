package org.ledgejs.node.binding.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Programs;

class ProcessTest {

    @Test
    void theWorkingFolderIsTheContexts() {
        String folder = System.getProperty("user.dir");
        assertEquals("true / / true", Programs.run("""
                const fs = require('fs');
                const before = process.cwd();
                process.chdir('/');
                console.log(before === '%s', process.cwd(), fs.realpathSync('.'), fs.existsSync('etc'));
                """.formatted(folder)));
        assertEquals("true", Programs.run("console.log(process.cwd() === '" + folder + "')"));
    }

    @Test
    void aMissingFolderIsNoWorkingFolder() {
        assertEquals("ENOENT chdir /no/such", Programs.run("try { process.chdir('/no/such') } catch (e) { console.log(e.code, e.syscall, e.dest) }"));
    }

    @Test
    void clocksGoForward() {
        assertEquals("true true bigint", Programs.run("""
                const a = process.hrtime(), b = process.hrtime(a);
                const x = process.hrtime.bigint(), y = process.hrtime.bigint();
                console.log(b[0] >= 0 && b[1] >= 0, y >= x, typeof x);
                """));
    }

    @Test
    void signalsReachTheirListeners() {
        assertEquals("SIGUSR2 12", Programs.run("""
                const timer = setTimeout(() => console.log('lost'), 20000);
                process.once('SIGUSR2', (name, number) => { console.log(name, number); clearTimeout(timer); });
                process.kill(process.pid, 'SIGUSR2');
                """));
    }

    @Test
    void killingAsksTheSystem() {
        assertEquals("true ESRCH EINVAL", Programs.run("""
                const code = (f) => { try { return f() } catch (e) { return e.code } };
                console.log(process.kill(process.pid, 0), code(() => process.kill(99999999, 0)), code(() => process.kill(process.pid, 4711)));
                """));
    }

    @Test
    void usageIsPositive() {
        assertEquals("true true true 16", Programs.run("""
                const m = process.memoryUsage();
                console.log(m.rss > 1e6, m.heapTotal >= m.heapUsed, process.cpuUsage().user >= 0, Object.keys(process.resourceUsage()).length);
                """));
    }

    @Test
    void factsAboutTheMachine() {
        assertEquals("true true string true true LE", Programs.run("""
                const os = require('os');
                console.log(os.totalmem() > 1e6, os.cpus().length > 0, typeof os.hostname(), os.uptime() > 0,
                    Object.values(os.networkInterfaces()).flat().some((a) => a.address === '127.0.0.1' && a.cidr === '127.0.0.1/8' && a.internal), os.endianness());
                """));
    }

    @Test
    void theUmaskIsTold() {
        assertEquals("true", Programs.run("const m = process.umask(); console.log(m >= 0 && m <= 0o777 && process.umask(m) === m && process.umask() === m)"));
    }
}
