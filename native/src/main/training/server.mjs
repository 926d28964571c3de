// Answers requests as a gateway does, its own: small texts, JSON, bodies sent back.
import { createServer } from 'node:http';
import { connect } from 'node:net';

const CONNECTIONS = 8;
const REQUESTS = 300;
const items = Array.from({ length: 20 }, (_, id) => ({ id, name: `sensor ${id}`, value: id * 1.5 }));

const server = createServer((request, response) => {
  if (request.url === '/text') {
    response.setHeader('Content-Type', 'text/plain');
    response.end('Hello, edge!');
  } else if (request.url === '/json') {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ items }));
  } else {
    request.pipe(response);
  }
});

const paths = ['GET /text', 'GET /json', 'GET /text', 'POST /echo'];

function client(port) {
  return new Promise((resolve, reject) => {
    let sent = 0;
    const socket = connect(port, '127.0.0.1');
    const next = () => {
      const path = paths[sent++ % paths.length];
      const body = path.startsWith('POST') ? 'Content-Length: 5\r\n\r\nhello' : '\r\n';
      socket.write(`${path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n${body}`);
    };
    socket.on('connect', next).on('error', reject).on('close', resolve);
    // Answers come in one piece here, or their end does.
    socket.on('data', () => (sent < REQUESTS ? next() : socket.end()));
  });
}

server.listen(0, '127.0.0.1', async () => {
  await Promise.all(Array.from({ length: CONNECTIONS }, () => client(server.address().port)));
  server.close(() => console.log('served'));
});
