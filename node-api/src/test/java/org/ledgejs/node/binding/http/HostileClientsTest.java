package org.ledgejs.node.binding.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.ledgejs.node.binding.Programs;

/** A server and those who send it what is no HTTP, too slowly, or not to the end: each program ends by itself, so nothing is left behind. */
@Timeout(60)
class HostileClientsTest {
    private static final String SEND = """
            const http = require('http'), net = require('net');
            /** Sends a text, gives the first line of the answer. */
            function send(text, half = true) {
                return new Promise((resolve) => {
                    let answer = '';
                    net.connect(server.address().port, function() { half ? this.end(text, 'latin1') : this.write(text); }).setEncoding('latin1')
                        .on('data', (piece) => answer += piece).on('close', () => resolve(answer.split('\\r\\n')[0]));
                });
            }
            """;

    @Test
    void whatIsWrongIsSaidAndTheServerGoesOn() {
        assertEquals("""
                HTTP/1.1 400 Bad Request
                HTTP/1.1 400 Bad Request
                HTTP/1.1 400 Bad Request
                HTTP/1.1 431 Request Header Fields Too Large
                request: ECONNRESET
                HTTP/1.1 413 Payload Too Large
                request: ECONNRESET
                HTTP/1.1 400 Bad Request
                request: ECONNRESET
                HTTP/1.1 431 Request Header Fields Too Large
                request: ECONNRESET
                HTTP/1.1 400 Bad Request
                HTTP/1.1 400 Bad Request
                HTTP/1.1 200 OK
                closed""", Programs.run(SEND + """
                const server = http.createServer((request, response) => {
                    request.on('error', (error) => console.log('request:', error.code)).on('end', () => response.end('ok')).resume();
                });
                server.listen(0, async () => {
                    const post = 'POST / HTTP/1.1\\r\\nHost: x\\r\\n', chunked = post + 'Transfer-Encoding: chunked\\r\\n\\r\\n', long = 'x'.repeat(20_000);
                    console.log(await send(post + 'Content-Length: 4\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n'));
                    console.log(await send(post + 'Content-Length: 4, 4\\r\\n\\r\\nabcd'));
                    console.log(await send('GET / HTTP/1.1\\r\\nHost: x\\rA: b\\r\\n\\r\\n'));
                    console.log(await send(`GET / HTTP/1.1\\r\\nHost: ${long}\\r\\n\\r\\n`));
                    console.log(await send(`${chunked}1;${long}\\r\\na\\r\\n0\\r\\n\\r\\n`));
                    console.log(await send(chunked + '1\\r\\nab\\r\\n0\\r\\n\\r\\n'));
                    console.log(await send(`${chunked}0\\r\\nA: ${long}\\r\\n\\r\\n`));
                    console.log(await send(post + 'Content-Length: 5\\r\\n\\r\\nab'));
                    console.log(await send('GET / HTTP/1.1\\r\\nHo'));
                    console.log(await send('GET / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'));
                    server.close(() => console.log('closed'));
                });
                """));
    }

    @Test
    void whoTakesTooLongIsToldSo() {
        assertEquals("""
                HTTP/1.1 408 Request Timeout
                HTTP/1.1 408 Request Timeout
                request: ECONNRESET
                HTTP/1.1 408 Request Timeout
                closed""", Programs.run(SEND + """
                const server = http.createServer({ headersTimeout: 400, requestTimeout: 400, connectionsCheckingInterval: 20 }, (request) => {
                    request.on('error', (error) => console.log('request:', error.code)).resume();
                });
                server.listen(0, async () => {
                    console.log(await send('', false));
                    console.log(await send('GET / HTTP/1.1\\r\\nHos', false));
                    console.log(await send('POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 5\\r\\n\\r\\nab', false));
                    server.close(() => console.log('closed'));
                });
                """));
    }

    @Test
    void connectionsThatAreResetEndBothSides() {
        assertEquals("""
                client: ECONNRESET
                response closed false
                closed
                server: ECONNRESET aborted""", Programs.run("""
                const http = require('http'), net = require('net');
                const server = http.createServer((request, response) => {
                    if (request.url === '/reset') return request.socket.resetAndDestroy();
                    request.on('error', (error) => console.log('server:', error.code, error.message)).resume();
                    request.once('data', () => client.resetAndDestroy());
                    response.on('close', () => {
                        console.log('response closed', response.writableFinished);
                        server.close(() => console.log('closed'));
                    });
                });
                let client;
                server.listen(0, async () => {
                    const { port } = server.address();
                    await new Promise((done) => {
                        http.get({ port, path: '/reset' }).on('error', (error) => console.log('client:', error.code)).on('close', done);
                    });
                    client = net.connect(port, () => client.write('POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 5\\r\\n\\r\\nab'));
                });
                """));
    }
}
