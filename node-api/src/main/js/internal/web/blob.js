// Blob and File (File API).

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_INVALID_STATE, ERR_INVALID_THIS, ERR_MISSING_ARGS },
} = require('internal/errors');
const { customInspectSymbol, exposeMethods, kEmptyObject, toStringTag } = require('internal/util');
const { validateDictionary } = require('internal/validators');
const { FilePart, MemoryPart, gather, sizeOf, sliceParts, streamOf } = require('internal/web/blob_parts');

const { cloneSymbol } = internalBinding('messaging');
const kCreate = Symbol('create');
const badType = /[^\u{0020}-\u{007E}]/u;

/** Parts for one element of the sequence a blob is made of. */
function partsOf(source, endings) {
  if (isBlob(source)) return innerParts(source);
  const isView = ArrayBuffer.isView(source);
  if (isView || require('util/types').isAnyArrayBuffer(source)) {
    const bytes = isView ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
    return [new MemoryPart(bytes.slice())];
  }
  let text = `${source}`;
  if (endings === 'native') text = text.replace(/\r\n|\r|\n/g, process.platform === 'win32' ? '\r\n' : '\n');
  return [new MemoryPart(new Uint8Array(internalBinding('buffer').encodeUtf8(text)))];
}

function isBlob(value) {
  return typeof value === 'object' && value !== null && hasParts(value);
}

/** `[Clamp] long long`, relative to the end if negative. */
function position(value, size, fallback) {
  if (value === undefined) return fallback;
  const whole = Math.trunc(Number(value)) || 0;
  return whole < 0 ? Math.max(size + whole, 0) : Math.min(whole, size);
}

class Blob {
  #parts;
  #size;
  #type;

  constructor(sources = [], options = kEmptyObject) {
    if (sources === kCreate) {
      this.#parts = options.parts;
      this.#size = sizeOf(options.parts);
      this.#type = options.type;
      return;
    }
    if (sources === null || (typeof sources !== 'object' && typeof sources !== 'function') || typeof sources[Symbol.iterator] !== 'function') {
      throw new ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
    }
    validateDictionary(options, 'options');
    const { endings = 'transparent', type = '' } = options ?? kEmptyObject;
    if (`${endings}` !== 'transparent' && `${endings}` !== 'native') throw new ERR_INVALID_ARG_VALUE('options.endings', endings);
    this.#parts = Array.from(sources, (source) => partsOf(source, `${endings}`)).flat();
    this.#size = sizeOf(this.#parts);
    this.#type = cleanType(type);
  }

  static #of(blob) {
    if (!isBlob(blob)) throw new ERR_INVALID_THIS('Blob');
    return blob;
  }

  static has = (value) => #parts in value;

  static partsOf = (blob) => blob.#parts;

  get type() { return Blob.#of(this).#type; }

  get size() { return Blob.#of(this).#size; }

  slice(start = 0, end = undefined, contentType = '') {
    const { size } = Blob.#of(this);
    const from = position(start, size, 0);
    const to = position(end, size, size);
    return new Blob(kCreate, { parts: sliceParts(this.#parts, from, Math.max(from, to)), type: cleanType(contentType) });
  }

  async arrayBuffer() { return (await gather(Blob.#of(this).#parts)).buffer; }

  async bytes() { return gather(Blob.#of(this).#parts); }

  async text() {
    const { TextDecoder } = require('internal/web/encoding');
    return new TextDecoder().decode(await gather(Blob.#of(this).#parts));
  }

  stream() { return streamOf(Blob.#of(this).#parts); }

  textStream() {
    const { TextDecoderStream } = require('internal/web/streams/encoding');
    return this.stream().pipeThrough(new TextDecoderStream());
  }

  [cloneSymbol]() {
    const parts = Blob.#of(this).#parts;
    if (parts.some((part) => part.isFile)) throw new ERR_INVALID_STATE.TypeError('File-backed Blobs are not cloneable');
    return { data: { bytes: parts.map(({ bytes }) => bytes.slice()), type: this.#type }, receiver: 'internal/web/blob:receiveBlob' };
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Blob ${require('internal/inspect').inspect({ size: this.size, type: this.type }, shown)}`;
  }
}
const { has: hasParts, partsOf: innerParts } = Blob;
delete Blob.has;
delete Blob.partsOf;
exposeMethods(Blob.prototype, ['size', 'type', 'slice', 'stream', 'textStream', 'text', 'arrayBuffer', 'bytes']);
toStringTag(Blob.prototype, 'Blob');

function cleanType(type) {
  const text = `${type}`;
  return badType.test(text) ? '' : text.toLowerCase();
}

function receiveBlob({ bytes, type }) {
  return new Blob(kCreate, { parts: bytes.map((each) => new MemoryPart(each)), type });
}

/** A blob that reads a file when it is read itself. */
function blobOfFile(path, type = '') {
  return new Blob(kCreate, { parts: [FilePart.open(path)], type: cleanType(type) });
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = kEmptyObject) {
    if (arguments.length < 2) throw new ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    const { lastModified } = options ?? kEmptyObject;
    this.#lastModified = lastModified === undefined ? Date.now() : Math.trunc(+lastModified) || 0;
    this.#name = `${fileName}`.toWellFormed();
  }

  static #of(file) {
    if (typeof file !== 'object' || file === null || !(#name in file)) throw new ERR_INVALID_THIS('File');
    return file;
  }

  get name() { return File.#of(this).#name; }

  get lastModified() { return File.#of(this).#lastModified; }

  [cloneSymbol]() {
    const { data } = Blob.prototype[cloneSymbol].call(this);
    return { data: { ...data, name: this.#name, lastModified: this.#lastModified }, receiver: 'internal/web/blob:receiveFile' };
  }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return this;
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `File ${require('internal/inspect').inspect(
      { size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified }, shown)}`;
  }
}
exposeMethods(File.prototype, ['name', 'lastModified']);
toStringTag(File.prototype, 'File');

function receiveFile({ bytes, type, name, lastModified }) {
  return new File(bytes, name, { type, lastModified });
}

module.exports = {
  Blob,
  File,
  blobOfFile,
  isBlob,
  partsOf: innerParts,
  receiveBlob,
  receiveFile,
  createObjectURL: (blob) => require('internal/web/blob_urls').createObjectURL(blob),
  resolveObjectURL: (url) => require('internal/web/blob_urls').resolveObjectURL(url),
  revokeObjectURL: (url) => require('internal/web/blob_urls').revokeObjectURL(url),
};
