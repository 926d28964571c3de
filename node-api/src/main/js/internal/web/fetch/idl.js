// What the interfaces of the Fetch standard share: conversions of arguments (Web IDL §3.2), in the words of undici, which programs know from Node.

const illegal = () => Object.assign(new TypeError('Illegal invocation'), { code: 'ERR_INVALID_THIS' });

function requireArguments(count, min, prefix) {
  if (count < min) {
    throw new TypeError(`${prefix}: ${min} argument${min === 1 ? '' : 's'} required, but${count > 0 ? ' only' : ''} ${count} found.`);
  }
}

/** A string of characters below 256. */
function byteString(value, prefix = '', name = 'argument') {
  if (typeof value === 'symbol') throw new TypeError(`${prefix}: ${name} is a symbol, which cannot be converted to a ByteString.`);
  const text = `${value}`;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 255) {
      throw new TypeError(`Cannot convert argument to a ByteString because the character at index ${i} has a value of ${unit} which is greater than 255.`);
    }
  }
  return text;
}

function usvString(value) {
  return `${value}`.toWellFormed();
}

function dictionary(value, prefix, name) {
  if (value !== undefined && value !== null && typeof value !== 'object' && typeof value !== 'function') {
    throw new TypeError(`${prefix}: Expected ${name} to be one of: Null, Undefined, Object.`);
  }
  return value ?? {};
}

function enumeration(value, allowed, prefix) {
  const text = `${value}`;
  if (!allowed.includes(text)) throw new TypeError(`${prefix}: ${text} is not an accepted type. Expected one of ${allowed.join(', ')}.`);
  return text;
}

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

/** keys, values, entries, forEach and Symbol.iterator over `pairsOf(this)`, which checks `this` (Web IDL §3.7.10). */
function pairIterable(Class, pairsOf) {
  const { name } = Class;
  const states = new WeakMap();
  const prototype = Object.create(iteratorPrototype, {
    [Symbol.toStringTag]: { __proto__: null, configurable: true, value: `${name} Iterator` },
    next: {
      __proto__: null,
      configurable: true,
      enumerable: true,
      writable: true,
      value: function next() {
        const state = states.get(this);
        if (state === undefined) throw new TypeError(`'next' called on an object that does not implement interface ${name} Iterator.`);
        const pair = pairsOf(state.target)[state.index++];
        if (pair === undefined) return { value: undefined, done: true };
        return { value: state.kind === 'entries' ? [pair[0], pair[1]] : pair[state.kind === 'keys' ? 0 : 1], done: false };
      },
    },
  });
  const begin = (target, kind) => {
    pairsOf(target);
    const iterator = Object.create(prototype);
    states.set(iterator, { target, kind, index: 0 });
    return iterator;
  };
  const methods = {
    keys() { return begin(this, 'keys'); },
    values() { return begin(this, 'values'); },
    entries() { return begin(this, 'entries'); },
    forEach(callback, thisArg = undefined) {
      pairsOf(this);
      requireArguments(arguments.length, 1, `${name}.forEach`);
      if (typeof callback !== 'function') {
        throw new TypeError(`Failed to execute 'forEach' on '${name}': parameter 1 is not of type 'Function'.`);
      }
      for (const [key, value] of methods.entries.call(this)) Reflect.apply(callback, thisArg, [value, key, this]);
    },
  };
  for (const [key, value] of Object.entries(methods)) {
    Object.defineProperty(Class.prototype, key, { __proto__: null, configurable: true, enumerable: true, writable: true, value });
  }
  Object.defineProperty(Class.prototype, Symbol.iterator, {
    __proto__: null, configurable: true, enumerable: false, writable: true, value: methods.entries,
  });
}

/** Clones of the class's objects would be empty: there are none. */
function uncloneable(Class) {
  Object.defineProperty(Class.prototype, internalBinding('messaging').cloneSymbol, {
    __proto__: null,
    configurable: true,
    value() {
      throw require('internal/worker/transfer').dataCloneError('Cannot clone object of unsupported type.');
    },
  });
}

module.exports = { byteString, dictionary, enumeration, illegal, pairIterable, requireArguments, uncloneable, usvString };
