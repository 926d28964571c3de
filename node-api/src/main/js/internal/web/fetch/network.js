// One exchange over node:http (and node:https, where it is there): what Fetch calls HTTP-network fetch.

const { codingsOf, decoder } = require('internal/web/fetch/decompress');
const { withoutBody } = require('internal/web/fetch/response');
const { HeaderList } = require('internal/web/fetch/headers');

let agents;

/** Connections of fetch are its own, and stay open for the next request. */
function agentOf(protocol) {
  agents ??= new Map();
  let agent = agents.get(protocol);
  if (agent === undefined) {
    const { Agent } = clientOf(protocol);
    agents.set(protocol, agent = new Agent({ keepAlive: true, timeout: 4000 }));
  }
  return agent;
}

function clientOf(protocol) {
  return require(protocol === 'https:' ? 'https' : 'http');
}

function otherSideClosed() {
  return Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' });
}

function causeOf(error) {
  return error?.code === 'ECONNRESET' && error.syscall === undefined ? otherSideClosed() : error;
}

function headersToSend(list, body, method) {
  const headers = Object.create(null);
  for (const [name, value] of list.raw()) {
    if (name === 'set-cookie') (headers[name] ??= []).push(value);
    else headers[name] = value;
  }
  const add = (name, value) => { if (!list.has(name)) headers[name] = value; };
  add('connection', 'keep-alive');
  add('accept', '*/*');
  add('accept-language', '*');
  headers['sec-fetch-mode'] = 'cors';
  add('user-agent', 'node');
  add('accept-encoding', 'gzip, deflate');
  if (body === null) {
    if (method === 'POST' || method === 'PUT' || method === 'PATCH') add('content-length', '0');
  } else if (body.length !== null) {
    headers['content-length'] = `${body.length}`;
  }
  return headers;
}

async function sendBody(request, body, signal) {
  if (body === null) {
    request.end();
    return;
  }
  if (body.source instanceof Uint8Array) {
    request.end(body.source);
    return;
  }
  const reader = (body.source?.stream() ?? body.stream).getReader();
  const stop = () => reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted || request.destroyed) return;
      if (done) break;
      if (!(value instanceof Uint8Array)) throw new TypeError('Received non-Uint8Array chunk');
      if (!request.write(value)) await new Promise((resolve) => request.once('drain', resolve).once('close', resolve));
    }
    request.end();
  } catch (error) {
    request.destroy(error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The bytes of a message as a stream; `onDone` is called when nothing more comes. */
function streamOf(incoming, codings, onDone) {
  const { ReadableStream } = require('internal/web/streams/readable');
  let controller;
  let over = false;
  const finish = (error) => {
    if (over) return;
    over = true;
    onDone();
    if (error === undefined) {
      controller.close();
      controller.byobRequest?.respond(0);
    } else {
      controller.error(error);
    }
  };
  const fail = (error) => finish(new TypeError('terminated', { cause: causeOf(error) }));
  const { pipeline } = require('stream');
  const source = codings.length === 0 ? incoming
    : pipeline([incoming, ...codings.toReversed().map(decoder)], (error) => { if (error) fail(error); });
  const stream = new ReadableStream({
    type: 'bytes',
    start(given) { controller = given; },
    pull() { source.resume(); },
    cancel() {
      over = true;
      onDone();
      incoming.destroy();
    },
  });
  source.pause();
  source.on('data', (chunk) => {
    if (over || chunk.length === 0) return;
    // What owns all of its memory need not be copied.
    controller.enqueue(chunk.byteLength === chunk.buffer.byteLength ? new Uint8Array(chunk.buffer) : new Uint8Array(chunk));
    if (controller.desiredSize <= 0) source.pause();
  });
  source.on('end', () => (incoming.complete ? finish() : fail(otherSideClosed())));
  source.on('error', fail);
  incoming.on('aborted', () => fail(otherSideClosed()));
  incoming.on('close', () => { if (!incoming.complete) fail(otherSideClosed()); });
  return { stream, error: (reason) => { finish(reason); incoming.destroy(); } };
}

function listOf(incoming) {
  const list = new HeaderList();
  const { rawHeaders } = incoming;
  for (let i = 0; i < rawHeaders.length; i += 2) list.append(rawHeaders[i], rawHeaders[i + 1].trim());
  return list;
}

/**
 * Sends a request once. Resolves to { status, statusText, list, stream, discard }; stream is null where the answer has no body. When the signal aborts
 * before, it rejects, and afterwards the stream fails with its reason.
 */
function exchange({ url, method, list, body, signal }) {
  return new Promise((resolve, reject) => {
    const { protocol } = url;
    const request = clientOf(protocol).request({
      protocol,
      method,
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port || undefined,
      path: `${url.pathname}${url.search}`,
      headers: headersToSend(list, body, method),
      agent: agentOf(protocol),
      insecureHTTPParser: false,
    });
    let failBody;
    const onAbort = () => {
      failBody?.(signal.reason);
      request.destroy();
      reject(signal.reason);
    };
    const done = () => signal.removeEventListener('abort', onAbort);
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    request.on('error', (error) => {
      if (failBody === undefined) done();
      reject(Object.assign(causeOf(error), request.reusedSocket ? { [kReused]: true } : undefined));
    });
    request.on('upgrade', (incoming, socket) => {
      socket.destroy();
      reject(new Error('bad upgrade'));
    });
    request.on('response', (incoming) => {
      const { statusCode: status, statusMessage: statusText } = incoming;
      const headers = listOf(incoming);
      const answer = { status, statusText, list: headers, stream: null, discard: () => incoming.resume() };
      if (method === 'HEAD' || withoutBody.has(status)) {
        incoming.resume();
        done();
      } else {
        const codings = codingsOf(headers.get('content-encoding') ?? '') ?? [];
        const made = streamOf(incoming, codings, done);
        answer.stream = made.stream;
        failBody = made.error;
        answer.discard = () => made.stream.cancel().catch(() => {});
      }
      resolve(answer);
    });
    sendBody(request, body, signal);
  });
}

/** Marks the failure of a connection that had been used before: the server may have closed it just then, and another try is worth it. */
const kReused = Symbol('reused');

module.exports = { exchange, kReused };
