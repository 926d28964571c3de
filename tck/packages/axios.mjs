// Requests over loopback: methods, bodies, interceptors, errors, redirects, streams, aborts.
import { createServer } from 'node:http';
import axios, { AxiosError, AxiosHeaders, isCancel } from 'axios';

const server = createServer((req, res) => {
  const url = new URL(req.url, 'http://x');
  if (url.pathname === '/redirect') return res.writeHead(302, { location: '/echo?from=redirect' }).end();
  if (url.pathname === '/slow') return void setTimeout(() => res.end('slow'), 2000).unref();
  if (url.pathname === '/status') return res.writeHead(Number(url.searchParams.get('code')), { 'x-odd': 'yes' }).end('{"why": "asked"}');
  let body = '';
  req.setEncoding('utf8').on('data', (part) => { body += part; }).on('end', () => {
    const { 'content-type': type, 'x-from': from, authorization } = req.headers;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ method: req.method, url: req.url, type: type?.replace(/boundary=.*/, 'boundary'), from, authorization, body: body.replace(/-{2,}[\w-]+/g, '--') }));
  });
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const api = axios.create({ baseURL: `http://127.0.0.1:${server.address().port}`, headers: { 'X-From': 'axios' }, timeout: 5000, proxy: false });
api.interceptors.request.use((config) => ({ ...config, params: { ...config.params, i: 1 } }));
api.interceptors.response.use((response) => { response.data.seen = true; return response; });
console.log((await api.get('/echo', { params: { a: [1, 2], d: new Date(0), n: null, o: { p: 'q r' } }, auth: { username: 'u', password: 'p' } })).data);
console.log((await api.post('/echo', { json: 'ü' })).data, (await api.put('/echo', new URLSearchParams({ a: 'b c' }))).data, (await api.delete('/echo')).data, (await api.postForm('/echo', { field: 'x', nested: { y: 1 } })).data);
console.log((await api.get('/redirect')).data.url, await api.get('/redirect', { maxRedirects: 0 }).catch((e) => e.response.status));
for (const code of [404, 500]) await api.get('/status', { params: { code } }).catch((e) => console.log(e instanceof AxiosError, e.code, e.message, e.response.status, e.response.data, e.response.headers.get('x-odd')));
await api.get('/slow', { timeout: 30 }).catch((e) => console.log(e.code, e.message));
const controller = new AbortController();
setTimeout(() => controller.abort(), 10);
await api.get('/slow', { signal: controller.signal }).catch((e) => console.log(isCancel(e), e.code));
const { data } = await api.get('/echo', { responseType: 'stream' }).then((r) => r, (e) => e);
let streamed = '';
for await (const part of data) streamed += part;
console.log(streamed.length > 50, (await api.get('/echo', { responseType: 'arraybuffer', transformResponse: [(d) => ({ size: d.length > 50 })] })).data, await axios.get('http://127.0.0.1:1/', { proxy: false }).catch((e) => e.code));
console.log(new AxiosHeaders({ 'content-TYPE': 'a' }).set('X', '1').toString(), axios.toFormData({ a: { b: 1 } }) !== undefined, axios.getUri({ url: '/x', params: { y: 'z' } }), (await axios.all([1, 2])).length);
server.closeAllConnections();
server.close();
