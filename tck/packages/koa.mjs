// Middleware in cascade, context helpers, errors and streams.
import { Readable } from 'node:stream';
import { request } from 'node:http';
import Koa from 'koa';

const app = new Koa({ proxy: true });
const log = [];
app.on('error', (error) => log.push(`error event: ${error.message}`));
app.use(async (ctx, next) => {
  log.push(`> ${ctx.method} ${ctx.path}`);
  await next();
  log.push(`< ${ctx.status} ${ctx.type}`);
});
app.use(async (ctx, next) => {
  switch (ctx.path) {
    case '/json': ctx.body = { ip: ctx.ip, query: ctx.query, host: ctx.hostname }; break;
    case '/stream': ctx.body = Readable.from(['one ', 'two ', 'three']); break;
    case '/buffer': ctx.type = 'png'; ctx.body = Buffer.from([1, 2, 3]); break;
    case '/throw': ctx.throw(403, 'not you', { expose: true }); break;
    case '/crash': throw new Error('inside');
    case '/empty': ctx.status = 204; break;
    case '/cookie': ctx.cookies.set('k', 'v', { signed: false }); ctx.body = String(ctx.cookies.get('seen')); break;
    case '/redirect': ctx.redirect('/json'); break;
    case '/accepts': ctx.body = String(ctx.accepts('html', 'json')); break;
    default: await next();
  }
});
const server = app.listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
for (const path of ['/json?a=1&a=2', '/stream', '/buffer', '/throw', '/crash', '/empty', '/cookie', '/redirect', '/accepts', '/none']) {
  await new Promise((done) => {
    request({ host: '127.0.0.1', port: server.address().port, path, agent: false, headers: { host: 'koa.example', cookie: 'seen=yes', accept: 'application/json', 'x-forwarded-for': '10.0.0.1' } }, (res) => {
      const parts = [];
      res.on('data', (part) => parts.push(part)).on('end', () => {
        console.log(path, res.statusCode, res.headers['content-type'], res.headers['set-cookie'], Buffer.concat(parts).toString('latin1'));
        done();
      });
    }).end();
  });
}
console.log(log.join('\n'));
server.close();
