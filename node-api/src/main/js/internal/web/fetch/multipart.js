// multipart/form-data (RFC 7578; HTML §4.10.21.8): a form as bytes and back.

const { Blob, File } = require('internal/web/blob');
const { FormData, entriesOf } = require('internal/web/fetch/form_data');

function escapeName(name) {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replaceAll('"', '%22');
}

function unescapeName(name) {
  return name.replace(/%0D%0A/gi, '\r\n').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%22/g, '"');
}

/** The form as a blob, whose parts stay where they are, and its media type. */
function serialize(form) {
  const boundary = `----formdata-undici-0${`${Math.trunc(Math.random() * 1e11)}`.padStart(11, '0')}`;
  const parts = [];
  for (const [name, value] of entriesOf(form)) {
    parts.push(`--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(name.replace(/\r\n|\r|\n/g, '\r\n'))}"`);
    if (typeof value === 'string') {
      parts.push(`\r\n\r\n${value.replace(/\r\n|\r|\n/g, '\r\n')}\r\n`);
    } else {
      const filename = value.name ? `; filename="${escapeName(value.name)}"` : '';
      parts.push(`${filename}\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`, value, '\r\n');
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return { blob: new Blob(parts), type: `multipart/form-data; boundary=${boundary}` };
}

function failure(reason) {
  return new TypeError('Failed to parse body as FormData.', { cause: new TypeError(reason) });
}

/** Parameters like `name="a"` of a header's value. */
function parameters(value) {
  const result = new Map();
  for (const [, key, quoted, plain] of value.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g)) {
    result.set(key.toLowerCase(), quoted ?? plain);
  }
  return result;
}

/** The headers of a part as a map, and where its body begins. */
function partHeaders(buffer, start) {
  const headers = new Map();
  for (let at = start; ;) {
    const end = buffer.indexOf('\r\n', at, 'latin1');
    if (end === -1) throw failure('expected CRLF');
    if (end === at) return { headers, body: end + 2 };
    const line = buffer.toString('utf8', at, end);
    const colon = line.indexOf(':');
    if (colon <= 0) throw failure('expected a header');
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
    at = end + 2;
  }
}

function addPart(form, headers, bytes) {
  const disposition = headers.get('content-disposition');
  if (disposition === undefined || !/^form-data\s*(?:;|$)/i.test(disposition)) throw failure('invalid content-disposition');
  const values = parameters(disposition);
  if (!values.has('name')) throw failure('missing name');
  const name = unescapeName(values.get('name'));
  if (values.has('filename')) {
    const type = headers.get('content-type') ?? 'text/plain';
    form.append(name, new File([bytes], unescapeName(values.get('filename')), { type }));
  } else {
    form.append(name, bytes.toString('utf8'));
  }
}

/** @param type the whole Content-Type */
function parse(bytes, type) {
  const { Buffer } = require('buffer');
  const boundary = parameters(type).get('boundary');
  if (boundary === undefined) throw failure('missing boundary in content-type header');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const delimiter = Buffer.from(`--${boundary}`);
  const form = new FormData();
  let at = buffer.indexOf(delimiter);
  if (at === -1) throw failure('expected boundary');
  for (;;) {
    at += delimiter.length;
    const next = buffer.toString('latin1', at, at + 2);
    if (next === '--') return form;
    if (next !== '\r\n') throw failure('expected CRLF after boundary');
    const { headers, body } = partHeaders(buffer, at + 2);
    const end = buffer.indexOf(`\r\n--${boundary}`, body, 'latin1');
    if (end === -1) throw failure('expected boundary after body');
    addPart(form, headers, buffer.subarray(body, end));
    at = end + 2;
  }
}

module.exports = { parse, serialize };
