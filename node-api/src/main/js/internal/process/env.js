// process.env: an object whose properties are the environment's variables.

const {
  codes: { ERR_INVALID_OBJECT_DEFINE_PROPERTY },
} = require('internal/errors');

const { envDelete, envGet, envKeys, envSet } = internalBinding('process');

let warned = false;
function warnOfType() {
  warned = true;
  const { optionFlag } = require('internal/options');
  if (!optionFlag('pending-deprecation')) return;
  process.emitWarning('Assigning any value other than a string, number, or boolean to a process.env property is deprecated. ' +
    'Please make sure to convert the value to a string before setting process.env with it.', 'DeprecationWarning', 'DEP0104');
}

function toText(value) {
  if (!warned && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') warnOfType();
  if (typeof value === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
  return `${value}`;
}

const env = new Proxy({}, {
  get(target, key, receiver) {
    if (typeof key === 'symbol') return Reflect.get(target, key, receiver);
    return envGet(key) ?? Reflect.get(target, key, receiver);
  },
  set(target, key, value) {
    if (typeof key === 'symbol') throw new TypeError('Cannot convert a Symbol value to a string');
    envSet(key, toText(value));
    return true;
  },
  has(target, key) {
    return typeof key === 'string' ? envGet(key) !== undefined || key in target : false;
  },
  deleteProperty(target, key) {
    if (typeof key === 'string') envDelete(key);
    return true;
  },
  ownKeys() {
    return envKeys();
  },
  getOwnPropertyDescriptor(target, key) {
    const value = typeof key === 'string' ? envGet(key) : undefined;
    return value === undefined ? undefined : { value, writable: true, enumerable: true, configurable: true };
  },
  defineProperty(target, key, descriptor) {
    if ('value' in descriptor) {
      if (!descriptor.configurable || !descriptor.writable || !descriptor.enumerable) {
        throw new ERR_INVALID_OBJECT_DEFINE_PROPERTY(
          "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
      }
      envSet(key, toText(descriptor.value));
      return true;
    }
    if ('get' in descriptor || 'set' in descriptor) {
      throw new ERR_INVALID_OBJECT_DEFINE_PROPERTY("'process.env' does not accept an accessor(getter/setter) descriptor");
    }
    throw new ERR_INVALID_OBJECT_DEFINE_PROPERTY(
      "'process.env' only accepts a configurable, writable, and enumerable data descriptor");
  },
});

module.exports = { env };
