// DOMException (Web IDL §2.8.1).

const { codes: { ERR_INVALID_THIS } } = require('internal/errors');

const names = [
  ['INDEX_SIZE_ERR', 'IndexSizeError', 1],
  ['DOMSTRING_SIZE_ERR', '', 2],
  ['HIERARCHY_REQUEST_ERR', 'HierarchyRequestError', 3],
  ['WRONG_DOCUMENT_ERR', 'WrongDocumentError', 4],
  ['INVALID_CHARACTER_ERR', 'InvalidCharacterError', 5],
  ['NO_DATA_ALLOWED_ERR', '', 6],
  ['NO_MODIFICATION_ALLOWED_ERR', 'NoModificationAllowedError', 7],
  ['NOT_FOUND_ERR', 'NotFoundError', 8],
  ['NOT_SUPPORTED_ERR', 'NotSupportedError', 9],
  ['INUSE_ATTRIBUTE_ERR', 'InUseAttributeError', 10],
  ['INVALID_STATE_ERR', 'InvalidStateError', 11],
  ['SYNTAX_ERR', 'SyntaxError', 12],
  ['INVALID_MODIFICATION_ERR', 'InvalidModificationError', 13],
  ['NAMESPACE_ERR', 'NamespaceError', 14],
  ['INVALID_ACCESS_ERR', 'InvalidAccessError', 15],
  ['VALIDATION_ERR', '', 16],
  ['TYPE_MISMATCH_ERR', 'TypeMismatchError', 17],
  ['SECURITY_ERR', 'SecurityError', 18],
  ['NETWORK_ERR', 'NetworkError', 19],
  ['ABORT_ERR', 'AbortError', 20],
  ['URL_MISMATCH_ERR', 'URLMismatchError', 21],
  ['QUOTA_EXCEEDED_ERR', 'QuotaExceededError', 22],
  ['TIMEOUT_ERR', 'TimeoutError', 23],
  ['INVALID_NODE_TYPE_ERR', 'InvalidNodeTypeError', 24],
  ['DATA_CLONE_ERR', 'DataCloneError', 25],
];
const codeOf = new Map(names.filter(([, name]) => name !== '').map(([, name, code]) => [name, code]));

class DOMException {
  #message;
  #name;
  #code;

  constructor(message = '', options = 'Error') {
    Error.captureStackTrace?.(this, new.target);
    if (options && typeof options === 'object') {
      this.#name = `${options.name ?? 'Error'}`;
      if ('cause' in options) {
        Object.defineProperty(this, 'cause', {
          __proto__: null, value: options.cause, configurable: true, writable: true, enumerable: false,
        });
      }
    } else {
      this.#name = `${options}`;
    }
    this.#message = `${message}`;
    this.#code = codeOf.get(this.#name) ?? 0;
    // The heading of the stack is that of the finished object.
    if (typeof this.stack === 'string') {
      const frames = this.stack.indexOf('\n    at');
      Object.defineProperty(this, 'stack', {
        __proto__: null,
        value: `${this.#name}: ${this.#message}${frames === -1 ? '' : this.stack.slice(frames)}`,
        configurable: true,
        writable: true,
        enumerable: false,
      });
    }
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#name in value)) throw new ERR_INVALID_THIS('DOMException');
    return value;
  }

  [internalBinding('messaging').cloneSymbol]() {
    if (typeof this !== 'object' || !(#name in this)) return { data: {}, receiver: 'internal/web/dom_exception:receiveObject' };
    const { name, message, stack } = this;
    return { data: { name, message, stack }, receiver: 'internal/web/dom_exception:receiveException' };
  }

  get name() { return DOMException.#check(this).#name; }
  get message() { return DOMException.#check(this).#message; }
  get code() { return DOMException.#check(this).#code; }
}

Object.setPrototypeOf(DOMException.prototype, Error.prototype);
Object.defineProperties(DOMException.prototype, {
  [Symbol.toStringTag]: { __proto__: null, configurable: true, value: 'DOMException' },
  name: { __proto__: null, enumerable: true },
  message: { __proto__: null, enumerable: true },
  code: { __proto__: null, enumerable: true },
});
for (const [constant, , value] of names) {
  const descriptor = { __proto__: null, enumerable: true, value };
  Object.defineProperty(DOMException, constant, descriptor);
  Object.defineProperty(DOMException.prototype, constant, descriptor);
}

function receiveException({ name, message, stack }) {
  const exception = new DOMException(message, name);
  Object.defineProperty(exception, 'stack', { __proto__: null, value: stack, configurable: true, writable: true });
  return exception;
}

module.exports = { DOMException, receiveException, receiveObject: (object) => object };
