// The settings of an HTTP/2 connection as bytes (RFC 9113 §6.5): a number of two bytes and a value of four for each.

const { Buffer } = require('buffer');
const {
  codes: { ERR_HTTP2_INVALID_PACKED_SETTINGS_LENGTH, ERR_HTTP2_INVALID_SETTING_VALUE, ERR_HTTP2_TOO_MANY_CUSTOM_SETTINGS, ERR_INVALID_ARG_TYPE },
} = require('internal/errors');
const { validateObject } = require('internal/validators');

const MAX_32 = 2 ** 32 - 1;
const MAX_CUSTOM = 10;
/** Each with its number and its least and greatest value. */
const table = [
  ['headerTableSize', 1, 0, MAX_32], ['enablePush', 2], ['maxConcurrentStreams', 3, 0, MAX_32], ['initialWindowSize', 4, 0, 2 ** 31 - 1],
  ['maxFrameSize', 5, 16384, 2 ** 24 - 1], ['maxHeaderListSize', 6, 0, MAX_32], ['enableConnectProtocol', 8],
];

function getDefaultSettings() {
  return {
    __proto__: null, headerTableSize: 4096, enablePush: true, initialWindowSize: 65535, maxFrameSize: 16384, maxConcurrentStreams: MAX_32,
    maxHeaderSize: 65535, maxHeaderListSize: 65535, enableConnectProtocol: false,
  };
}

function checkNumber(name, value, min, max) {
  if (value !== undefined && (typeof value !== 'number' || !(value >= min && value <= max))) {
    throw new ERR_HTTP2_INVALID_SETTING_VALUE.RangeError(name, value, min, max);
  }
}

function check(settings) {
  for (const [name, , min, max] of table) {
    const value = settings[name];
    if (min !== undefined) checkNumber(name, value, min, max);
    else if (value !== undefined && typeof value !== 'boolean') throw new ERR_HTTP2_INVALID_SETTING_VALUE(name, value);
  }
  checkNumber('maxHeaderSize', settings.maxHeaderSize, 0, MAX_32);
  const { customSettings } = settings;
  if (customSettings === undefined) return;
  const entries = Object.entries(customSettings);
  if (entries.length > MAX_CUSTOM) throw new ERR_HTTP2_TOO_MANY_CUSTOM_SETTINGS();
  for (const [key, value] of entries) {
    checkNumber('customSettings:id', Number(key) || NaN, 0, 0xffff);
    checkNumber('customSettings:value', value, 0, MAX_32);
  }
}

function getPackedSettings(settings = {}) {
  validateObject(settings, 'settings');
  check(settings);
  const pairs = [];
  for (const [name, id] of table) {
    const value = name === 'maxHeaderListSize' ? settings.maxHeaderSize ?? settings.maxHeaderListSize : settings[name];
    if (value !== undefined) pairs.push([id, Number(value)]);
  }
  for (const [key, value] of Object.entries(settings.customSettings ?? {})) {
    if (!pairs.some(([id]) => id === Number(key))) pairs.push([Number(key), value]);
  }
  const packed = Buffer.alloc(6 * pairs.length);
  pairs.forEach(([id, value], i) => {
    packed.writeUInt16BE(id, 6 * i);
    packed.writeUInt32BE(value, 6 * i + 2);
  });
  return packed;
}

function getUnpackedSettings(packed, options = {}) {
  if (!(packed instanceof Uint8Array)) throw new ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray'], packed);
  if (packed.length % 6 !== 0) throw new ERR_HTTP2_INVALID_PACKED_SETTINGS_LENGTH();
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const settings = {};
  for (let at = 0; at < packed.length; at += 6) {
    const id = view.getUint16(at);
    const value = view.getUint32(at + 2);
    const known = table.find((each) => each[1] === id);
    if (known === undefined) (settings.customSettings ??= {})[id] = value;
    else settings[known[0]] = known[2] === undefined ? Boolean(value) : value;
    if (id === 6) settings.maxHeaderSize = value;
  }
  if (options?.validate) check(settings);
  return settings;
}

module.exports = { getDefaultSettings, getPackedSettings, getUnpackedSettings };
