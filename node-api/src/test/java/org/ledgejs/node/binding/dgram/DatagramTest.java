package org.ledgejs.node.binding.dgram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.ledgejs.node.binding.Programs;

/** UDP sockets: each program ends by itself, so nothing is left behind. */
@Timeout(60)
class DatagramTest {

    @Test
    void packetsComeWholeAndSayWhereFrom() {
        assertEquals("""
                hello world IPv4 127.0.0.1 11 true
                answer
                closed""", Programs.run("""
                const dgram = require('dgram');
                const server = dgram.createSocket('udp4', (message, { family, address, size, port }) => {
                    console.log(String(message), family, address, size, port === client.address().port);
                    server.send('answer', port, address);
                });
                const client = dgram.createSocket('udp4', (message) => {
                    console.log(String(message));
                    client.close(() => server.close(() => console.log('closed')));
                });
                server.bind(0, '127.0.0.1', () => client.send(['hello', ' ', 'world'].map(Buffer.from), server.address().port));
                """));
    }

    @Test
    void aConnectedSocketSendsToItsPeerOnly() {
        assertEquals("""
                ERR_SOCKET_DGRAM_IS_CONNECTED
                true
                ping
                ERR_SOCKET_DGRAM_NOT_CONNECTED""", Programs.run("""
                const dgram = require('dgram');
                const server = dgram.createSocket('udp4').bind(0, '127.0.0.1', () => client.connect(server.address().port, '127.0.0.1'));
                const client = dgram.createSocket('udp4').on('connect', () => {
                    try { client.send('x', 0, 1, 1234, '127.0.0.1') } catch (error) { console.log(error.code) }
                    console.log(client.remoteAddress().port === server.address().port);
                    client.send('ping');
                });
                server.on('message', (message) => {
                    console.log(String(message));
                    client.disconnect();
                    try { client.remoteAddress() } catch (error) { console.log(error.code) }
                    client.close();
                    server.close();
                });
                """));
    }

    @Test
    void whatGoesWrongHasNodesCodes() {
        assertEquals("""
                ERR_SOCKET_BAD_TYPE
                ERR_SOCKET_ALREADY_BOUND
                EADDRINUSE bind
                EMSGSIZE send
                ERR_SOCKET_DGRAM_NOT_RUNNING""", Programs.run("""
                const dgram = require('dgram');
                try { dgram.createSocket('tcp') } catch (error) { console.log(error.code) }
                const first = dgram.createSocket('udp4').bind(0, '127.0.0.1', () => {
                    try { first.bind() } catch (error) { console.log(error.code) }
                    const second = dgram.createSocket('udp4').on('error', (error) => {
                        console.log(error.code, error.syscall);
                        second.close();
                        first.send(Buffer.alloc(70_000), first.address().port, '127.0.0.1', (refusal) => {
                            console.log(refusal.code, refusal.syscall);
                            first.close();
                            try { first.send('x', 1) } catch (closed) { console.log(closed.code) }
                        });
                    });
                    second.bind(first.address().port, '127.0.0.1');
                });
                """));
    }
}
