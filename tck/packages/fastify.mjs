// Schemas, hooks, plugins, serialization, injection and a real socket.
import { request } from 'node:http';
import Fastify from 'fastify';

const app = Fastify({ logger: false });
const order = [];
app.addHook('onRequest', async (req) => { order.push(`onRequest ${req.url}`); });
app.addHook('preHandler', (req, reply, done) => { order.push('preHandler'); done(); });
app.addHook('onSend', async (req, reply, payload) => { order.push('onSend'); return payload; });
app.decorate('answer', 42);
app.setErrorHandler((error, req, reply) => { reply.status(error.statusCode ?? 500).send({ failed: error.message, code: error.code }); });
app.post('/user', {
  schema: {
    body: { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 2 }, age: { type: 'integer', minimum: 0 } }, additionalProperties: false },
    response: { 200: { type: 'object', properties: { hello: { type: 'string' }, next: { type: 'integer' } } } },
  },
}, async (req) => ({ hello: req.body.name, next: (req.body.age ?? 0) + 1, hidden: 'not in the schema' }));
app.register(async (child, options) => {
  child.decorate('inner', true);
  child.get('/info/:id', async (req) => ({ id: req.params.id, q: req.query, prefix: options.prefix, answer: child.answer, inner: child.inner }));
}, { prefix: '/v1' });
app.get('/fail', async () => { throw new Error('thrown'); });
app.get('/wild/*', (req, reply) => reply.header('x-rest', req.params['*']).code(202).send('text'));

for (const options of [
  { method: 'POST', url: '/user', payload: { name: 'Ann', age: '41' } }, { method: 'POST', url: '/user', payload: { name: 'A' } }, { method: 'POST', url: '/user', payload: '{', headers: { 'content-type': 'application/json' } },
  { url: '/v1/info/9?x=1' }, { url: '/fail' }, { url: '/wild/a/b' }, { url: '/none' }, { method: 'POST', url: '/user', payload: 'a', headers: { 'content-type': 'text/strange' } },
]) {
  const response = await app.inject(options);
  console.log(options.url, response.statusCode, response.headers['content-type'], response.payload);
}
console.log(app.printRoutes({ commonPrefix: false }), app.hasRoute({ url: '/fail', method: 'GET' }));
await app.listen({ port: 0, host: '127.0.0.1' });
await new Promise((done) => request({ port: app.server.address().port, path: '/v1/info/socket', agent: false }, (res) => res.setEncoding('utf8').on('data', (text) => console.log(text)).on('end', done)).end());
await app.close();
console.log(order.length, order.slice(0, 3).join(', '));
