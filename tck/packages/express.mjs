// A server with middleware, routers, parameters, bodies, static files and errors, asked over loopback.
import { createServer, request } from 'node:http';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';

const folder = mkdtempSync(join(tmpdir(), 'express-'));
writeFileSync(join(folder, 'hello.txt'), 'static text\n');
const app = express();
app.disable('x-powered-by');
app.use((req, res, next) => {
  res.set('x-order', 'first');
  next();
});
app.use(express.json(), express.urlencoded({ extended: true }), express.text());
app.use('/files', express.static(folder));
const router = express.Router({ mergeParams: true });
router.param('id', (req, res, next, id) => {
  req.item = { id: Number(id) };
  next();
});
router.route('/items/:id').get((req, res) => res.json({ ...req.item, shop: req.params.shop, query: req.query })).put((req, res) => res.status(201).send(req.body));
app.use('/shops/:shop', router);
app.get('/redirect', (req, res) => res.redirect(302, '/shops/a/items/1'));
app.get('/type', (req, res) => res.format({ text: () => res.send('plain'), html: () => res.send('<p>html</p>'), json: () => res.json({ kind: 'json' }) }));
app.get('/cookie', (req, res) => res.cookie('a', 'b c', { httpOnly: true, path: '/' }).clearCookie('old').append('Vary', 'X').end('ok'));
app.get('/async', async () => {
  await null;
  throw Object.assign(new Error('from a promise'), { status: 418 });
});
app.post('/echo', (req, res) => res.send(typeof req.body === 'string' ? req.body.toUpperCase() : req.body));
app.use((req, res) => res.status(404).type('text').send(`no ${req.method} ${req.originalUrl}`));
app.use((error, req, res, next) => res.headersSent ? next(error) : res.status(error.status ?? 500).json({ error: error.message, type: error.type }));

const server = createServer(app).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));

function ask(method, path, { headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const req = request({ port: server.address().port, host: '127.0.0.1', method, path, headers, agent: false }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => resolve({ status: res.statusCode, headers: res.headers, text }));
    });
    req.on('error', reject).end(body);
  });
}

const json = { 'content-type': 'application/json' };
for (const [method, path, options] of [
  ['GET', '/shops/north/items/7?a=1&b[]=2&b[]=3'],
  ['PUT', '/shops/north/items/7', { headers: json, body: '{"name":"ümlaut","n":[1,2]}' }],
  ['PUT', '/shops/north/items/7', { headers: json, body: '{broken' }],
  ['POST', '/echo', { headers: { 'content-type': 'text/plain' }, body: 'quiet' }],
  ['POST', '/echo', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a[b]=c&d=e+f' }],
  ['POST', '/echo', { headers: { ...json, 'content-length': '200000' }, body: `"${'x'.repeat(199998)}"` }],
  ['GET', '/files/hello.txt'], ['GET', '/files/hello.txt', { headers: { range: 'bytes=0-5' } }], ['GET', '/files/../secret'], ['HEAD', '/files/hello.txt'],
  ['GET', '/redirect'], ['GET', '/type', { headers: { accept: 'text/html' } }], ['GET', '/type', { headers: { accept: 'application/json' } }], ['GET', '/type', { headers: { accept: 'image/png' } }],
  ['GET', '/cookie'], ['GET', '/async'], ['DELETE', '/nowhere'], ['OPTIONS', '/shops/x/items/1'],
]) {
  const { status, headers, text } = await ask(method, path, options);
  const shown = ['content-type', 'content-length', 'location', 'x-order', 'etag', 'set-cookie', 'vary', 'allow', 'content-range', 'accept-ranges'].filter((name) => name in headers);
  console.log(method, path, status, JSON.stringify(text), shown.map((name) => `${name}=${name === 'etag' && path.startsWith('/files') ? 'W' : headers[name]}`).join('; '));
}
server.close(() => console.log('closed'));
