// A value in the text of an error, found without running anything of the program: what was rejected may be anything.

const { getProxyDetails, getConstructorName, classOf } = internalBinding('util');

const errorToString = Error.prototype.toString;
const functionToString = Function.prototype.toString;
const objectToString = Object.prototype.toString;

/** The data property of that name on the object or what it inherits from, or undefined. */
function peek(object, key) {
  for (let owner = object; owner !== null && getProxyDetails(owner) === undefined; owner = Object.getPrototypeOf(owner)) {
    const descriptor = Object.getOwnPropertyDescriptor(owner, key);
    if (descriptor !== undefined) return descriptor.value;
  }
  return undefined;
}

function nameOfConstructor(object) {
  const constructor = peek(object, 'constructor');
  const name = typeof constructor === 'function' ? peek(constructor, 'name') : undefined;
  return typeof name === 'string' && name !== '' ? name : getConstructorName(object);
}

/** What a proxy stands for in the end; undefined for a revoked one. */
function behindProxies(value) {
  for (let details = getProxyDetails(value); details !== undefined; details = getProxyDetails(value)) {
    if (details[0] === null) return undefined;
    [value] = details;
  }
  return value;
}

/** As V8 shows a thrown value in messages. */
function describeReason(value) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value);
  value = behindProxies(value);
  if (value === undefined) return '[object Object]';
  if (typeof value === 'function') return functionToString.call(value);
  const toString = peek(value, 'toString');
  if (toString === errorToString) {
    const [name, message] = [peek(value, 'name') ?? 'Error', peek(value, 'message') ?? ''].map(String);
    return name && message ? `${name}: ${message}` : name || message;
  }
  if (toString === objectToString) return `#<${nameOfConstructor(value)}>`;
  const tag = peek(value, Symbol.toStringTag);
  return `[object ${typeof tag === 'string' ? tag : classOf(value)}]`;
}

module.exports = { describeReason };
