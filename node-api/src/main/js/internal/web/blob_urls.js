// blob: URLs (File API §8): blobs by name, until revoked.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_MISSING_ARGS },
} = require('internal/errors');
const { isBlob } = require('internal/web/blob');

const prefix = 'blob:nodedata:';
const registry = new Map();

/** A name nobody guesses (RFC 9562 §5.4). */
function randomId() {
  const digits = Array.from({ length: 32 }, () => Math.trunc(Math.random() * 16).toString(16));
  digits[12] = '4';
  digits[16] = '89ab'[Math.trunc(Math.random() * 4)];
  const text = digits.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

function createObjectURL(blob) {
  if (!isBlob(blob)) throw new ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  const id = randomId();
  registry.set(id, blob);
  return prefix + id;
}

function idOf(url) {
  const text = `${url}`;
  return text.startsWith(prefix) ? text.slice(prefix.length).split(/[?#]/, 1)[0] : undefined;
}

function resolveObjectURL(url) {
  const blob = registry.get(idOf(url));
  return blob?.slice(0, blob.size, blob.type);
}

function revokeObjectURL(url) {
  if (arguments.length === 0) throw new ERR_MISSING_ARGS('url');
  registry.delete(idOf(url));
}

module.exports = { createObjectURL, resolveObjectURL, revokeObjectURL };
