// Blob and File (File API), held in memory.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, kEmptyObject } = require('internal/util');
const { validateObject } = require('internal/validators');

const binding = internalBinding('buffer');
const badType = /[^\u{0020}-\u{007E}]/u;
const registry = new Map();
let nextUrl = 1;

function bytesOf(source, endings) {
  if (source instanceof Blob) return blobBytes(source);
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
  }
  if (require('util/types').isAnyArrayBuffer(source)) return new Uint8Array(source).slice();
  let text = `${source}`;
  if (endings === 'native') text = text.replace(/\r\n|\r|\n/g, process.platform === 'win32' ? '\r\n' : '\n');
  return new Uint8Array(binding.encodeUtf8(text));
}

function join(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

class Blob {
  #bytes;
  #type;

  constructor(sources = [], options = kEmptyObject) {
    if (sources === null || typeof sources !== 'object' || typeof sources[Symbol.iterator] !== 'function') {
      throw new ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
    }
    validateObject(options, 'options', 1 | 2 | 4);
    const { endings = 'transparent' } = options ?? kEmptyObject;
    if (`${endings}` !== 'transparent' && `${endings}` !== 'native') {
      const { codes: { ERR_INVALID_ARG_VALUE } } = require('internal/errors');
      throw new ERR_INVALID_ARG_VALUE('options.endings', endings);
    }
    this.#bytes = join([...sources].map((source) => bytesOf(source, `${endings}`)));
    const type = `${options?.type ?? ''}`;
    this.#type = badType.test(type) ? '' : type.toLowerCase();
  }

  static #check(blob) {
    if (typeof blob !== 'object' || blob === null || !(#bytes in blob)) throw new ERR_INVALID_THIS('Blob');
    return blob;
  }

  static bytes(blob) { return Blob.#check(blob).#bytes; }

  get type() { return Blob.#check(this).#type; }

  get size() { return Blob.#check(this).#bytes.length; }

  slice(start = 0, end = this.size, contentType = '') {
    Blob.#check(this);
    const result = new Blob([], { type: contentType });
    result.#bytes = this.#bytes.slice(start, end);
    return result;
  }

  async arrayBuffer() { return Blob.#check(this).#bytes.slice().buffer; }

  async bytes() { return Blob.#check(this).#bytes.slice(); }

  async text() {
    const { TextDecoder } = require('internal/web/encoding');
    return new TextDecoder().decode(Blob.#check(this).#bytes);
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Blob ${require('internal/inspect').inspect({ size: this.size, type: this.type }, shown)}`;
  }
}
const blobBytes = Blob.bytes;
delete Blob.bytes;
exposeMethods(Blob.prototype, ['size', 'type', 'slice', 'text', 'arrayBuffer', 'bytes']);
Object.defineProperty(Blob.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'Blob' });

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = kEmptyObject) {
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    this.#lastModified = options?.lastModified !== undefined ? Math.trunc(Number(options.lastModified)) || 0 : Date.now();
    this.#name = `${fileName}`.toWellFormed();
  }

  get name() {
    if (!(#name in this)) throw new ERR_INVALID_THIS('File');
    return this.#name;
  }

  get lastModified() {
    if (!(#name in this)) throw new ERR_INVALID_THIS('File');
    return this.#lastModified;
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `File ${require('internal/inspect').inspect(
      { size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified }, shown)}`;
  }
}
exposeMethods(File.prototype, ['name', 'lastModified']);
Object.defineProperty(File.prototype, Symbol.toStringTag, { __proto__: null, configurable: true, value: 'File' });

function createObjectURL(blob) {
  if (!(blob instanceof Blob)) throw new ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  const url = `blob:nodedata:${(nextUrl++).toString(16).padStart(32, '0')}`;
  registry.set(url, blob);
  return url;
}

function revokeObjectURL(url) {
  registry.delete(`${url}`);
}

function resolveObjectURL(url) {
  return registry.get(`${url}`);
}

module.exports = { Blob, File, createObjectURL, resolveObjectURL, revokeObjectURL };
