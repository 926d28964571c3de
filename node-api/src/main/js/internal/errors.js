// Node's coded errors: every error the built-ins throw is made here, so that `code`, `name`, message and `stack` have
// Node's forms. The texts live in internal/errors/messages.

const kIsNodeError = Symbol('kIsNodeError');
const { captureStackTrace } = Error;
const { defineProperty } = Object;

/** Gives an error the heading `Name [CODE]: message` in its stack, while its name stays that of its class. */
function sealStack(error, code, factory) {
  const name = error.name;
  defineProperty(error, 'name', { __proto__: null, value: `${name} [${code}]`, configurable: true, writable: true });
  if (captureStackTrace) captureStackTrace(error, factory);
  else void error.stack;
  delete error.name;
}

function describeCoded() {
  return `${this.name} [${this.code}]: ${this.message}`;
}

function hidden(target, key, value) {
  defineProperty(target, key, { __proto__: null, value, enumerable: false, writable: true, configurable: true });
}

function makeCoded(Base, code, format, args, factory) {
  const error = new Base();
  const message = typeof format === 'function'
    ? Reflect.apply(format, error, args)
    : substitute(format, args);
  hidden(error, 'message', message);
  hidden(error, 'toString', describeCoded);
  hidden(error, kIsNodeError, true);
  sealStack(error, code, factory);
  error.code = code;
  return error;
}

/** `%s`, `%d` and `%j` of the message templates. */
function substitute(template, args) {
  if (args.length === 0) return template;
  let next = 0;
  return template.replace(/%([sdj])/g, (whole, kind) => {
    if (next >= args.length) return whole;
    const arg = args[next++];
    if (kind === 'j') return JSON.stringify(arg);
    return kind === 's' && typeof arg === 'object' && arg !== null
      ? require('internal/inspect').inspect(arg, { depth: 0, colors: false, compact: 3 })
      : String(arg);
  });
}

/** Carries the context libuv gave: { errno, code, message, syscall, path?, dest? }. */
class SystemError extends Error {
  constructor(code, prefix, context) {
    let text = `${prefix}: ${context.syscall} returned ${context.code} (${context.message})`;
    if (context.path !== undefined) text += ` ${context.path}`;
    if (context.dest !== undefined) text += ` => ${context.dest}`;
    super(text);
    hidden(this, 'name', 'SystemError');
    hidden(this, 'message', text);
    sealSystem(this, code, context);
  }
  toString() { return describeCoded.call(this); }
}

function sealSystem(error, code, context) {
  if (captureStackTrace) {
    hidden(error, 'name', `SystemError [${code}]`);
    captureStackTrace(error);
    hidden(error, 'name', 'SystemError');
  }
  error.code = code;
  const expose = (key, get, set) =>
    defineProperty(error, key, { __proto__: null, get, set, enumerable: true, configurable: true });
  defineProperty(error, 'info', { __proto__: null, value: context, enumerable: true, configurable: true, writable: false });
  expose('errno', () => context.errno, (value) => { context.errno = value; });
  expose('syscall', () => context.syscall, (value) => { context.syscall = value; });
  if (context.path !== undefined) expose('path', () => context.path?.toString(), (value) => { context.path = value; });
  if (context.dest !== undefined) expose('dest', () => context.dest?.toString(), (value) => { context.dest = value; });
}

/** Errors Node makes natively: the code is a property only, and stands neither in the stack nor in `toString`. */
function makePlain(code, Base, message, keys, values, factory) {
  const error = new Base(message);
  captureStackTrace?.(error, factory);
  error.code = code;
  keys.forEach((key, i) => { if (values[i] != null) error[key] = values[i]; });
  return error;
}

/** The error of a code. `Other` is a base class instead of the first in the table, which need not be loaded before there is an error. */
function make(code, Other, args, factory) {
  const entry = require('internal/errors/messages').table[code];
  if (entry === undefined) throw new TypeError(`No such error code: ${code}`);
  const [Base, format, ...others] = entry;
  if (Base === 'system') return new SystemError(code, format, ...args);
  if (Base === 'plain') return makePlain(code, format, ...others, args, factory);
  return makeCoded(Other ?? Base, code, format, args, factory);
}

function constructorOf(code, Other) {
  return function NodeError(...args) { return make(code, Other, args, NodeError); };
}

// Codes that come with more than one base class: `new ERR_INVALID_STATE.TypeError(…)`.
const alternatives = {
  __proto__: null,
  ERR_HTTP2_INVALID_SETTING_VALUE: [RangeError],
  ERR_INVALID_ARG_VALUE: [RangeError],
  ERR_INVALID_RETURN_VALUE: [RangeError],
  ERR_INVALID_STATE: [TypeError, RangeError],
  ERR_OPERATION_FAILED: [TypeError],
};

// The constructors by code, each made when first asked for.
const codes = new Proxy({ __proto__: null }, {
  __proto__: null,
  get(made, code) {
    if (typeof code !== 'string') return undefined;
    if (made[code] === undefined) {
      made[code] = constructorOf(code);
      // By index: programs may have changed the iterator of arrays.
      const others = alternatives[code] ?? [];
      for (let i = 0; i < others.length; i++) made[code][others[i].name] = constructorOf(code, others[i]);
    }
    return made[code];
  },
});

class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    if (options !== undefined && typeof options !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

let errorNames;
function uvEntry(errno) {
  errorNames ??= new Map(internalBinding('uv').entries().map(([number, name, text]) => [number, [name, text]]));
  return errorNames.get(errno) ?? ['UNKNOWN', 'unknown error'];
}

function uvErrname(errno) {
  return internalBinding('uv').errname(errno);
}

/** An error as libuv's calls give them, from a context { errno, code?, syscall, message?, path?, dest? }. */
function uvException(context) {
  const [code, text] = uvEntry(context.errno);
  let message = `${code}: ${context.message || text}, ${context.syscall}`;
  if (context.path !== undefined) message += ` '${context.path}'`;
  if (context.dest !== undefined) message += ` -> '${context.dest}'`;
  const error = new Error(message);
  for (const key of Object.keys(context)) {
    if (key !== 'message' && context[key] !== undefined) error[key] = context[key];
  }
  error.code = code;
  return error;
}

/** The failure of a call on a socket: `connect ECONNREFUSED 127.0.0.1:1`. */
function exceptionWithHostPort(errno, syscall, address, port, additional) {
  const [code] = uvEntry(errno);
  let details = '';
  if (port && port > 0) details = ` ${address}:${port}`;
  else if (address) details = ` ${address}`;
  if (additional) details += ` - Local (${additional})`;
  const error = new Error(`${syscall} ${code}${details}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

/** The failure of a listen or bind call, with libuv's text. */
function uvExceptionWithHostPort(errno, syscall, address, port) {
  const [code, text] = uvEntry(errno);
  let details = '';
  if (port && port > 0) details = ` ${address}:${port}`;
  else if (address) details = ` ${address}`;
  const error = new Error(`${syscall} ${code}: ${text}${details}`);
  error.code = code;
  error.errno = errno;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

/** The failure of another call: `write EPIPE`. */
function errnoException(errno, syscall, original) {
  const code = typeof errno === 'number' ? uvErrname(errno) : errno;
  const error = new Error(original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  return error;
}

/** The failure of a name lookup: `getaddrinfo ENOTFOUND host`. */
function dnsException(status, syscall, hostname) {
  let code = status;
  let errno;
  if (typeof status === 'number') {
    errno = status;
    const name = uvErrname(status);
    code = name === 'EAI_NODATA' || name === 'EAI_NONAME' || status === -3008 || status === -3007 ? 'ENOTFOUND' : name;
  }
  const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}

/** Joins an error met while another was being handled. */
function aggregateTwoErrors(inner, outer) {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const error = new AggregateError([outer, inner], outer.message);
  error.code = outer.code;
  return error;
}

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'message');
}

let overflowMessage;
let overflowName;
/** Whether an error is the engine's complaint about too deep recursion. */
function isStackOverflowError(error) {
  if (overflowMessage === undefined) {
    const recurse = () => recurse();
    try { recurse(); } catch (thrown) {
      overflowMessage = thrown.message;
      overflowName = thrown.name;
    }
  }
  return error && error.name === overflowName && error.message === overflowMessage;
}

function connResetException(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

class DNSException extends Error {}

/** Marks a validator; kept for symmetry with Node's API where `fn.withoutStackTrace` is called. */
function hideStackFrames(fn) {
  fn.withoutStackTrace = fn;
  return fn;
}

module.exports = {
  AbortError,
  DNSException,
  aggregateTwoErrors,
  codes,
  connResetException,
  dnsException,
  errnoException,
  exceptionWithHostPort,
  genericNodeError(message, properties) {
    return Object.assign(new Error(message), properties);
  },
  hideStackFrames,
  isErrorLike,
  isStackOverflowError,
  kIsNodeError,
  sealStack,
  uvErrname,
  uvErrmessage: (errno) => uvEntry(errno)[1],
  uvException,
  uvExceptionWithHostPort,
};
