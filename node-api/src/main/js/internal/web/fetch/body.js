// Bodies of requests and responses (Fetch §2.2.4, §5.2, §5.3).

const { ObjectKeys } = require('internal/primordials');
const { exposeMethods } = require('internal/util');
const { illegal } = require('internal/web/fetch/idl');

/** What is sent or was received: bytes, a blob or a stream. A stream is made of the others when somebody wants one. */
class Body {
  #stream;
  #used = false;

  /** @param source a Uint8Array or a Blob, undefined if there is only a stream */
  constructor(source, stream) {
    this.source = source;
    this.#stream = stream;
  }

  get length() { return this.source?.byteLength ?? this.source?.size ?? null; }

  get stream() {
    if (this.#stream === undefined) {
      const { source } = this;
      this.#stream = source instanceof Uint8Array ? streamOf(source) : source.stream();
      if (this.#used) this.#stream.cancel();
    }
    return this.#stream;
  }

  get isUsed() {
    return this.#used || (this.#stream !== undefined && recordOf(this.#stream).disturbed);
  }

  get isUnusable() { return this.isUsed || (this.#stream !== undefined && this.#stream.locked); }

  async bytes() {
    const { source } = this;
    if (source !== undefined && this.#stream === undefined) {
      this.#used = true;
      return source instanceof Uint8Array ? source.slice() : source.bytes();
    }
    return readAll(this.stream);
  }

  clone() {
    const { source } = this;
    if (source !== undefined && this.#stream === undefined) return new Body(source);
    const [first, second] = require('internal/web/streams/readable_tee').tee(recordOf(this.stream), true).map(objectOf);
    this.#stream = first;
    return new Body(source, second);
  }
}

function recordOf(stream) { return require('internal/web/streams/readable').recordOf(stream); }

function objectOf(record) { return require('internal/web/streams/readable').objectOf(record); }

function streamOf(bytes) {
  const { ReadableStream } = require('internal/web/streams/readable');
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (bytes.byteLength > 0) controller.enqueue(bytes.slice());
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

async function readAll(stream) {
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!(value instanceof Uint8Array)) {
      const error = new TypeError('Received non-Uint8Array chunk');
      await reader.cancel(error);
      throw error;
    }
    chunks.push(value);
    length += value.byteLength;
  }
  if (chunks.length === 1) return chunks[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function encode(text) {
  return new Uint8Array(internalBinding('buffer').encodeUtf8(text));
}

/** BodyInit → { body, type }; type is the Content-Type it brings, or null. */
function extractBody(value, keepalive = false) {
  if (ArrayBuffer.isView(value)) {
    return { body: new Body(new Uint8Array(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength))), type: null };
  }
  if (typeof value === 'object' && value !== null) {
    if (require('util/types').isAnyArrayBuffer(value)) return { body: new Body(new Uint8Array(value.slice())), type: null };
    const { isBlob } = require('internal/web/blob');
    if (isBlob(value)) return { body: new Body(value), type: value.type || null };
    const { URLSearchParams } = require('internal/web/url_search_params');
    if (value instanceof URLSearchParams) {
      return { body: new Body(encode(value.toString())), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
    }
    if (require('internal/web/fetch/form_data').isFormData(value)) {
      const { blob, type } = require('internal/web/fetch/multipart').serialize(value);
      return { body: new Body(blob), type };
    }
    const record = recordOf(value);
    if (record !== undefined || typeof value[Symbol.asyncIterator] === 'function') {
      if (keepalive) throw new TypeError('keepalive');
      const stream = record === undefined ? require('internal/web/streams/readable_from').readableFrom(value) : value;
      const { disturbed, isLocked } = recordOf(stream);
      if (disturbed || isLocked) throw new TypeError('Response body object should not be disturbed or locked');
      return { body: new Body(undefined, stream), type: null };
    }
  }
  return { body: new Body(encode(`${value}`.toWellFormed())), type: 'text/plain;charset=UTF-8' };
}

function decode(bytes) {
  const { TextDecoder } = require('internal/web/encoding');
  return new TextDecoder().decode(bytes);
}

function formDataOf(bytes, type) {
  const essence = (type ?? '').split(';', 1)[0].trim().toLowerCase();
  if (essence === 'multipart/form-data') return require('internal/web/fetch/multipart').parse(bytes, type);
  if (essence === 'application/x-www-form-urlencoded') {
    const { FormData } = require('internal/web/fetch/form_data');
    const { URLSearchParams } = require('internal/web/url_search_params');
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(decode(bytes))) form.append(name, value);
    return form;
  }
  throw new TypeError('Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
}

/** Gives a class the Body mixin. @param stateOf the record { body, headers } of an instance, undefined if it is none */
function mixin(Class, stateOf) {
  const consume = (name, convert) => ({
    async [name]() {
      const state = stateOf(this);
      if (state === undefined) throw illegal();
      const { body } = state;
      if (body !== null && body.isUnusable) throw new TypeError('Body is unusable: Body has already been read');
      return convert(body === null ? new Uint8Array(0) : await body.bytes(), state);
    },
  }[name]);
  const type = (state) => state.headers.get('content-type');
  const methods = {
    blob: consume('blob', (bytes, state) => {
      const { Blob } = require('internal/web/blob');
      return new Blob([bytes], { type: type(state) ?? '' });
    }),
    arrayBuffer: consume('arrayBuffer', (bytes) => (bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer)),
    text: consume('text', decode),
    json: consume('json', (bytes) => JSON.parse(decode(bytes))),
    formData: consume('formData', (bytes, state) => formDataOf(bytes, type(state))),
    bytes: consume('bytes', (bytes) => bytes),
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(Class.prototype, name, { __proto__: null, configurable: true, writable: true, value });
  }
  const getters = {
    get body() {
      const state = stateOf(this);
      if (state === undefined) throw illegal();
      return state.body === null ? null : state.body.stream;
    },
    get bodyUsed() {
      const state = stateOf(this);
      if (state === undefined) throw illegal();
      return state.body !== null && state.body.isUsed;
    },
  };
  for (const name of ['body', 'bodyUsed']) {
    Object.defineProperty(Class.prototype, name, { __proto__: null, ...Object.getOwnPropertyDescriptor(getters, name) });
  }
  exposeMethods(Class.prototype, [...ObjectKeys(methods), 'body', 'bodyUsed']);
}

module.exports = { Body, extractBody, mixin, readAll };
