package org.ledgejs.node.binding.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.ledgejs.node.binding.Programs;

/** What TLS keeps from whom: each program ends by itself, so nothing is left behind. */
@Timeout(60)
class SecureConnectionsTest {
    @TempDir
    static Path folder;
    private static TestKey local;
    private static TestKey other;
    private static TestKey stranger;

    @BeforeAll
    static void makeKeys() throws Exception {
        local = TestKey.make(folder, "EC", "dns:localhost");
        stranger = TestKey.make(folder, "EC", "dns:stranger.example");
        other = TestKey.make(folder, "RSA", "dns:other.example");
    }

    @Test
    void aRequestGoesToAServerThatIsTrustedAndToNoOther() {
        assertEquals("""
                200 you said hello true
                DEPTH_ZERO_SELF_SIGNED_CERT
                requests: 1""", Programs.run(local.declarations() + """
                const https = require('https');
                let requests = 0;
                const server = https.createServer({ key, cert }, (request, response) => {
                    requests++;
                    request.setEncoding('utf8').on('data', (text) => response.end(`you said ${text}`));
                });
                const post = (options) => new Promise((resolve) => {
                    const request = https.request({ port: server.address().port, method: 'POST', ...options }, (response) => {
                        const { authorized } = response.socket;
                        response.setEncoding('utf8').on('data', (text) => resolve(`${response.statusCode} ${text} ${authorized}`));
                    });
                    request.on('error', (error) => resolve(error.code)).end('hello');
                });
                server.listen(0, async () => {
                    console.log(await post({ ca: cert, agent: false }));
                    console.log(await post({ agent: false }));
                    server.close(() => console.log('requests:', requests));
                });
                """));
    }

    @Test
    void anotherNameIsRefusedUnlessTheProgramLooksAway() {
        assertEquals("""
                ERR_TLS_CERT_ALTNAME_INVALID Host: localhost. is not in the cert's altnames: DNS:other.example
                false ERR_TLS_CERT_ALTNAME_INVALID test
                true null test""", Programs.run(other.declarations() + """
                const tls = require('tls');
                const server = tls.createServer({ pfx, passphrase: 'secret' }, (socket) => socket.on('error', () => {}).end());
                const connect = (options) => new Promise((resolve) => {
                    const socket = tls.connect({ port: server.address().port, ca: cert, ...options }, () => {
                        resolve(`${socket.authorized} ${socket.authorizationError} ${socket.getPeerCertificate().subject.CN}`);
                        socket.end().resume();
                    });
                    socket.on('error', (error) => resolve(`${error.code} ${error.reason}`));
                });
                server.on('tlsClientError', () => {}).listen(0, async () => {
                    console.log(await connect({}));
                    console.log(await connect({ rejectUnauthorized: false }));
                    console.log(await connect({ servername: 'other.example' }));
                    server.close();
                });
                """));
    }

    @Test
    void tlsStandsOnAnyStreamEvenOnTls() {
        assertEquals("TLSv1.3 inside TLSv1.2 inside a pair of streams", Programs.run(local.declarations() + """
                const tls = require('tls'), { duplexPair } = require('stream');
                const [near, far] = duplexPair(), secureContext = tls.createSecureContext({ key, cert, maxVersion: 'TLSv1.2' });
                const outerServer = new tls.TLSSocket(far, { isServer: true, secureContext });
                const innerServer = new tls.TLSSocket(outerServer, { isServer: true, secureContext: tls.createSecureContext({ key, cert }) });
                innerServer.on('data', (text) => innerServer.end(`${innerServer.getProtocol()} inside ${text}`));
                const outer = tls.connect({ socket: near, ca: cert, host: 'localhost' }, () => {
                    const inner = tls.connect({ socket: outer, ca: cert, host: 'localhost' }, () => inner.write(`${outer.getProtocol()} inside a pair of streams`));
                    inner.setEncoding('utf8').on('data', (text) => console.log(text)).on('end', () => outer.destroy());
                });
                """));
    }

    @Test
    void whatIsNoTlsAndWhatIsNoKeyIsSaid() {
        assertEquals("""
                ERR_OSSL_PEM_NO_START_LINE
                ERR_OSSL_X509_KEY_VALUES_MISMATCH
                ERR_SSL_NO_CIPHER_MATCH
                tlsClientError ERR_SSL_HTTP_REQUEST
                closed""", Programs.run(local.declarations() + "const wrong = `" + stranger.key() + "`;" + """
                const tls = require('tls');
                for (const options of [{ cert: 'none' }, { cert, key: wrong }, { ciphers: 'NOTHING' }]) {
                    try { tls.createSecureContext(options); } catch (error) { console.log(error.code); }
                }
                const server = tls.createServer({ key, cert }).on('tlsClientError', (error) => console.log('tlsClientError', error.code));
                server.listen(0, () => require('net').connect(server.address().port).on('error', () => {}).on('close', () => server.close(() => console.log('closed')))
                    .resume().end('GET / HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n'));
                """));
    }
}
