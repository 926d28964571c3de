// What larger programs load of Node, once each: files, streams, sockets, other programs, URLs, inspection, errors, and the globals.
const assert = require('node:assert');
const { spawn, spawnSync } = require('node:child_process');
const { createHash, randomBytes } = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { PassThrough, pipeline } = require('node:stream');
const { setTimeout: pause } = require('node:timers/promises');
const url = require('node:url');
const util = require('node:util');
const { isMainThread } = require('node:worker_threads');
const zlib = require('node:zlib');

for (const name of Object.getOwnPropertyNames(globalThis)) void globalThis[name];

function failing(compare) {
  try {
    compare();
  } catch (error) {
    return util.inspect(error);
  }
}

async function main() {
  const seen = [isMainThread, process.umask(), os.platform(), process.memoryUsage().rss > 0];
  seen.push(failing(() => assert.deepStrictEqual({ a: [1, 2] }, { a: [1, 3] })), failing(() => fs.readFileSync('no such file')));
  assert.throws(() => Buffer.from(1), { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' });
  await assert.rejects(fs.promises.readFile('no such file'), { code: 'ENOENT' });
  seen.push(util.format('%s %d %j', 'text', 1, { a: 1 }), util.inspect(new Map([[{ a: new Set([1]) }, [null, undefined, 1n]]]), { depth: 4 }));

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'training-'));
  fs.writeFileSync(path.join(folder, 'a.txt'), randomBytes(100_000).toString('hex'));
  await util.promisify(pipeline)(fs.createReadStream(path.join(folder, 'a.txt')), zlib.createGzip(), new PassThrough(), fs.createWriteStream(path.join(folder, 'a.gz')));
  seen.push(fs.readdirSync(folder, { withFileTypes: true }).length, fs.statSync(path.join(folder, 'a.gz')).size);
  fs.rmSync(folder, { recursive: true });

  const server = net.createServer((socket) => socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = net.connect(server.address().port, '127.0.0.1').end('echo');
  seen.push(String((await once(socket, 'data'))[0]));
  await once(socket.resume(), 'close');
  server.close();

  if (process.platform !== 'win32') {
    seen.push(spawnSync('/bin/sh', ['-c', 'echo sync'], { encoding: 'utf8' }).stdout);
    const child = spawn('/bin/sh', ['-c', 'echo async; exit 3']);
    child.stdout.setEncoding('utf8').on('data', (text) => seen.push(text));
    seen.push(...await once(child, 'close'));
  }

  seen.push(new URL('../b?c=d#e', 'https://user@example.org:81/a/').searchParams.get('c'), url.parse('http://example.org/a?b').path);
  seen.push(url.fileURLToPath(url.pathToFileURL(__filename)) === __filename, createHash('sha256').update('text').digest('hex'));
  seen.push(await (await fetch('data:text/plain,text')).text(), structuredClone({ a: new Date(0) }), new AbortController().signal.aborted);
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ hello: 'port' });
  seen.push((await once(port2, 'message'))[0]);
  port1.close();
  await pause(1);
  console.log('%o', seen.length);
  console.table([{ a: 1 }]);
}

main();
