// The server bench/http measures: a short text, JSON of about 1 KB made for each request, and bodies sent back. Prints its port.
import { createServer } from 'node:http';

const items = Array.from({ length: 20 }, (_, i) => ({ id: i, name: `sensor ${i}`, value: i * 1.5, ok: i % 3 !== 0 }));

const server = createServer((req, res) => {
  switch (req.url) {
    case '/text':
      res.setHeader('Content-Type', 'text/plain');
      res.end('Hello, edge!');
      break;
    case '/json': {
      const body = JSON.stringify({ time: 0, items });
      res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
      res.end(body);
      break;
    }
    case '/echo':
      req.pipe(res);
      break;
    default:
      res.writeHead(404).end();
  }
});
// Connections that are held on purpose are not to be closed for being idle.
server.keepAliveTimeout = 0;
server.requestTimeout = 0;
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => console.log(server.address().port));
