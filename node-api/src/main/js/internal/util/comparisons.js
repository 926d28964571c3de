// Deep equality in its three kinds: loose (==), strict (Object.is, prototypes, symbols) and partial (strict, but what is
// expected need only be contained).

const types = require('util/types');
const { classOf, getOwnNonIndexProperties } = internalBinding('util');
const { compareSets, compareMaps } = require('internal/util/comparisons_collections');

const LOOSE = 0;
const STRICT = 1;
const PARTIAL = 2;

const { hasOwn } = Object;
const enumerable = Object.prototype.propertyIsEnumerable;
const tagOf = (value) => Object.prototype.toString.call(value);

function enumerableSymbols(value) {
  return Object.getOwnPropertySymbols(value).filter((symbol) => enumerable.call(value, symbol));
}

function sameBytes(a, b, mode) {
  if (mode === PARTIAL) {
    if (b.byteLength > a.byteLength) return false;
  } else if (a.byteLength !== b.byteLength) {
    return false;
  }
  const left = new Uint8Array(a.buffer ?? a, a.byteOffset ?? 0, b.byteLength);
  const right = new Uint8Array(b.buffer ?? b, b.byteOffset ?? 0, b.byteLength);
  for (let i = 0; i < right.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function sameFloats(a, b, mode) {
  const length = b.length;
  if (mode === PARTIAL ? a.length < length : a.length !== length) return false;
  for (let i = 0; i < length; i++) {
    if (mode === LOOSE ? a[i] !== b[i] && !(a[i] !== a[i] && b[i] !== b[i]) : !Object.is(a[i], b[i])) return false;
  }
  return true;
}

const boxedOf = {
  isNumberObject: (value) => Number.prototype.valueOf.call(value),
  isStringObject: (value) => String.prototype.valueOf.call(value),
  isBooleanObject: (value) => Boolean.prototype.valueOf.call(value),
  isBigIntObject: (value) => BigInt.prototype.valueOf.call(value),
  isSymbolObject: (value) => Symbol.prototype.valueOf.call(value),
};

function sameBoxed(a, b) {
  for (const [is, valueOf] of Object.entries(boxedOf)) {
    if (types[is](a)) return types[is](b) && Object.is(valueOf(a), valueOf(b));
  }
  return false;
}

/** One comparison: its mode, and the pairs being compared further up. */
class Comparison {
  constructor(mode, skipPrototype = false) {
    this.mode = mode;
    this.skipPrototype = skipPrototype;
    this.left = [];
    this.right = [];
  }

  equal(a, b) {
    if (a === b) return a !== 0 || Object.is(a, b) || this.mode === LOOSE;
    if (this.mode !== LOOSE) {
      if (typeof a !== 'object') return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b) && typeof b === 'number';
      if (typeof b !== 'object' || a === null || b === null) return false;
      if (!this.skipPrototype && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
    } else {
      if (a === null || typeof a !== 'object') {
        // eslint-disable-next-line eqeqeq
        return (b === null || typeof b !== 'object') && (a == b || (a !== a && b !== b));
      }
      if (b === null || typeof b !== 'object') return false;
    }
    return this.objects(a, b);
  }

  objects(a, b) {
    const tag = tagOf(a);
    if (tag !== tagOf(b)) return false;
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || (this.mode === PARTIAL ? a.length < b.length : a.length !== b.length)) return false;
      const onlyEnumerable = true;
      const keysA = getOwnNonIndexProperties(a, onlyEnumerable).filter((key) => this.counts(key));
      const keysB = getOwnNonIndexProperties(b, onlyEnumerable).filter((key) => this.counts(key));
      if (this.mode !== PARTIAL && keysA.length !== keysB.length) return false;
      return this.keys(a, b, 'array', keysB);
    }
    if (tag === '[object Object]') return this.keys(a, b, 'none');
    if (types.isDate(a)) {
      if (!types.isDate(b)) return false;
      const [left, right] = [Date.prototype.getTime.call(a), Date.prototype.getTime.call(b)];
      if (left !== right && !(Number.isNaN(left) && Number.isNaN(right))) return false;
    } else if (types.isRegExp(a)) {
      if (!types.isRegExp(b) || a.source !== b.source || a.flags !== b.flags || a.lastIndex !== b.lastIndex) return false;
    } else if (types.isNativeError(a) || a instanceof Error) {
      if ((!types.isNativeError(b) && !(b instanceof Error)) || !this.errors(a, b)) return false;
    } else if (ArrayBuffer.isView(a)) {
      if (classOf(a) !== classOf(b)) return false;
      if (!this.views(a, b)) return false;
      const keysA = getOwnNonIndexProperties(a, true).filter((key) => this.counts(key));
      const keysB = getOwnNonIndexProperties(b, true).filter((key) => this.counts(key));
      if (this.mode !== PARTIAL && keysA.length !== keysB.length) return false;
      return this.keys(a, b, 'none', keysB);
    } else if (types.isSet(a)) {
      if (!types.isSet(b) || (this.mode === PARTIAL ? a.size < b.size : a.size !== b.size)) return false;
      return this.keys(a, b, 'set');
    } else if (types.isMap(a)) {
      if (!types.isMap(b) || (this.mode === PARTIAL ? a.size < b.size : a.size !== b.size)) return false;
      return this.keys(a, b, 'map');
    } else if (types.isAnyArrayBuffer(a)) {
      if (!types.isAnyArrayBuffer(b) || !sameBytes(a, b, this.mode)) return false;
    } else if (types.isBoxedPrimitive(a)) {
      if (!sameBoxed(a, b)) return false;
    } else if (this.isOpaque(b) || this.isOpaque(a)) {
      return false;
    } else if (a instanceof require('internal/web/url').URL) {
      if (!(b instanceof require('internal/web/url').URL) || a.href !== b.href) return false;
    } else if (Array.isArray(b) || ArrayBuffer.isView(b) || types.isSet(b) || types.isMap(b) || types.isDate(b) ||
               types.isRegExp(b) || types.isAnyArrayBuffer(b) || types.isBoxedPrimitive(b) || types.isNativeError(b) ||
               b instanceof Error) {
      return false;
    }
    return this.keys(a, b, 'none');
  }

  /** Things whose inside cannot be looked at are equal to themselves only. */
  isOpaque(value) {
    return types.isWeakMap(value) || types.isWeakSet(value) || types.isPromise(value);
  }

  views(a, b) {
    if (!types.isTypedArray(a) || types.isFloat32Array(a) || types.isFloat64Array(a) || types.isFloat16Array(a)) {
      if (types.isTypedArray(a)) return sameFloats(a, b, this.mode);
    }
    return sameBytes(a, b, this.mode);
  }

  errors(a, b) {
    for (const key of ['message', 'name']) {
      if (this.mode === PARTIAL && !hasOwn(b, key)) {
        if (a[key] !== b[key]) return false;
      } else if (a[key] !== b[key] || enumerable.call(a, key) !== enumerable.call(b, key)) {
        return false;
      }
    }
    for (const key of ['cause', 'errors']) {
      const present = hasOwn(b, key);
      if (this.mode === PARTIAL && !present) continue;
      if (hasOwn(a, key) !== present) return false;
      if (present && !enumerable.call(b, key) && !this.equal(a[key], b[key])) return false;
    }
    return true;
  }

  counts(key) { return typeof key !== 'symbol' || this.mode !== LOOSE; }

  /** Compares own enumerable properties, then what the kind of container holds. */
  keys(a, b, kind, keysB = undefined) {
    if (keysB === undefined) {
      keysB = Object.keys(b);
      const keysA = Object.keys(a);
      if (this.mode !== PARTIAL && keysA.length !== keysB.length) return false;
      if (this.mode !== LOOSE) {
        const symbols = enumerableSymbols(b);
        if (this.mode !== PARTIAL && enumerableSymbols(a).length !== symbols.length) return false;
        keysB = keysB.concat(symbols);
      }
    }
    for (const key of keysB) if (!hasOwn(a, key) || !enumerable.call(a, key)) return false;
    if (keysB.length === 0 && (kind === 'none' || (kind === 'array' && b.length === 0) || b.size === 0)) return true;
    return this.guarded(a, b, () => this.content(a, b, kind, keysB));
  }

  /** Runs a comparison of two objects; meeting the same pair again inside is a matching cycle. */
  guarded(a, b, compare) {
    const at = this.left.indexOf(a);
    if (at !== -1) {
      if (this.right[at] === b) return true;
      // A cycle on one side only cannot match, except by a longer way round.
      if (this.right.indexOf(b) === at) return true;
    }
    for (let i = 0; i < this.left.length; i++) if (this.left[i] === a && this.right[i] === b) return true;
    this.left.push(a);
    this.right.push(b);
    const result = compare();
    this.left.pop();
    this.right.pop();
    return result;
  }

  content(a, b, kind, keysB) {
    if (kind === 'set' && !compareSets(this, a, b)) return false;
    if (kind === 'map' && !compareMaps(this, a, b)) return false;
    if (kind === 'array') {
      if (this.mode === PARTIAL ? !this.contains(a, b) : !this.elements(a, b)) return false;
    }
    for (const key of keysB) if (!this.equal(a[key], b[key])) return false;
    return true;
  }

  elements(a, b) {
    for (let i = 0; i < a.length; i++) {
      const own = hasOwn(a, i);
      if (own !== hasOwn(b, i)) return false;
      if (own && !this.equal(a[i], b[i])) return false;
      if (!own) {
        // Holes: what is left are the few keys there are.
        const keysA = Object.keys(a);
        return keysA.length === Object.keys(b).length && keysA.every((key) => hasOwn(b, key) && this.equal(a[key], b[key]));
      }
    }
    return true;
  }

  /** Whether the elements of `b` are in `a` in the same order. */
  contains(a, b) {
    let at = 0;
    for (let i = 0; i < b.length; i++) {
      if (!hasOwn(b, i)) continue;
      while (at < a.length && !(hasOwn(a, at) && this.equal(a[at], b[i]))) at++;
      if (at++ >= a.length) return false;
    }
    return true;
  }
}

module.exports = {
  isDeepEqual: (a, b) => new Comparison(LOOSE).equal(a, b),
  isDeepStrictEqual: (a, b, skipPrototype) => new Comparison(STRICT, skipPrototype === true).equal(a, b),
  isPartialStrictEqual: (a, b) => new Comparison(PARTIAL).equal(a, b),
};
