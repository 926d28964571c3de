package org.ledgejs.node.binding.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.ledgejs.node.binding.Programs;

/** Web globals where several of them meet, which Node's own tests leave out. */
class WebGlobalsTest {

    @Test
    void portsStreamsAndExceptionsArriveInAMessage() {
        assertEquals("""
                2 true AbortError
                { n: 1 }
                Map(1) { 'k' => 2 }
                back
                closed""", Programs.run("""
                const { port1, port2 } = new MessageChannel();
                const inner = new MessageChannel();
                const stream = new ReadableStream({ start(c) { c.enqueue({ n: 1 }); c.enqueue(new Map([['k', 2]])); c.close(); } });
                port2.onmessage = async ({ data, ports }) => {
                    console.log(ports.length, data.port === ports[0], data.error.name);
                    for await (const chunk of data.stream) console.log(chunk);
                    data.port.postMessage('back');
                    data.port.close();
                    port2.close();
                };
                inner.port2.on('message', (text) => console.log(text)).on('close', () => console.log('closed'));
                port1.postMessage({ port: inner.port1, stream, error: new DOMException('no', 'AbortError') }, [inner.port1, stream]);
                """));
    }

    @Test
    void aFormSurvivesARedirectAndComesBack() {
        assertEquals("""
                200 true "a\\r\\nb" ü".html text/html <p>
                fetch failed | bad port""", Programs.run("""
                const server = require('http').createServer(async (request, response) => {
                    if (request.url === '/old') return response.writeHead(307, { location: '/form' }).end();
                    response.setHeader('content-type', request.headers['content-type']);
                    for await (const chunk of request) response.write(chunk);
                    response.end();
                }).listen(0, async () => {
                    const form = new FormData();
                    form.append('text', 'a\\nb');
                    form.append('file', new Blob(['<p>'], { type: 'text/html' }), 'ü".html');
                    const response = await fetch(`http://localhost:${server.address().port}/old`, { method: 'POST', body: form });
                    const answer = await response.formData();
                    const file = answer.get('file');
                    console.log(response.status, response.redirected, JSON.stringify(answer.get('text')), file.name, file.type, await file.text());
                    server.close();
                    await fetch('http://localhost:1').catch((error) => console.log(error.message, '|', error.cause.message));
                });
                """));
    }

    @Test
    void branchesOfAByteStreamReadIntoTheirOwnBuffers() {
        assertEquals("Uint16Array(1) [ 1799 ] Uint8Array(3) [ 7, 7, 7 ]", Programs.run("""
                const source = new ReadableStream({ type: 'bytes', pull(controller) {
                    const { byobRequest } = controller;
                    byobRequest.view.fill(7, 0, 3);
                    byobRequest.respond(3);
                } });
                const [one, two] = source.tee();
                (async () => {
                    const { value } = await one.getReader({ mode: 'byob' }).read(new Uint16Array(2));
                    const other = await two.getReader().read();
                    console.log(value, other.value);
                })();
                """));
    }
}
