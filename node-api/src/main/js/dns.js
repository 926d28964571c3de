// node:dns: lookups by the system; records are asked for where the host can.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
  dnsException,
} = require('internal/errors');
const { isIP } = require('internal/net/address');
const { defineLazy, kCustomPromisifyArgs } = require('internal/util');
const {
  validateBoolean, validateFunction, validateNumber, validateOneOf, validatePort, validateString,
} = require('internal/validators');

const binding = internalBinding('dns');
const ADDRCONFIG = 32;
const V4MAPPED = 8;
const ALL = 16;
const errorNames = ['NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP',
  'CONNREFUSED', 'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS',
  'NOTINITIALIZED', 'LOADIPHLPAPI', 'ADDRGETNETWORKPARAMS', 'CANCELLED'];
const errors = Object.fromEntries(errorNames.map((name) =>
  [name, `E${name === 'NOTFOUND' ? 'NOTFOUND' : name === 'NODATA' ? 'NODATA' : name}`]));

let defaultOrder = 'verbatim';

/** { family, hints, all, order } from the forms `lookup` takes its options in. */
function lookupOptions(options) {
  const result = { all: false, family: 0, hints: 0, order: defaultOrder };
  if (options === null || typeof options === 'number') {
    validateOneOf(options, 'family', [0, 4, 6]);
    result.family = options;
    return result;
  }
  if (options !== undefined && typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  }
  if (options?.hints != null) {
    validateNumber(options.hints, 'options.hints');
    result.hints = options.hints >>> 0;
    if ((result.hints & ~(ADDRCONFIG | ALL | V4MAPPED)) !== 0) throw new ERR_INVALID_ARG_VALUE('hints', result.hints);
  }
  if (options?.family != null) {
    if (options.family === 'IPv4') result.family = 4;
    else if (options.family === 'IPv6') result.family = 6;
    else {
      validateOneOf(options.family, 'options.family', [0, 4, 6]);
      result.family = options.family;
    }
  }
  if (options?.all != null) {
    validateBoolean(options.all, 'options.all');
    result.all = options.all;
  }
  if (options?.verbatim != null) {
    validateBoolean(options.verbatim, 'options.verbatim');
    result.order = options.verbatim ? 'verbatim' : 'ipv4first';
  }
  if (options?.order != null) {
    validateOneOf(options.order, 'options.order', ['ipv4first', 'ipv6first', 'verbatim']);
    result.order = options.order;
  }
  return result;
}

function lookup(hostname, options, callback) {
  if (hostname) validateString(hostname, 'hostname');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'callback');
  const { all, family, order } = lookupOptions(options);
  const answer = (addresses) => (all
    ? process.nextTick(callback, null, addresses)
    : process.nextTick(callback, null, addresses[0].address, addresses[0].family));
  if (!hostname) {
    if (all) process.nextTick(callback, null, []);
    else process.nextTick(callback, null, null, family === 6 ? 6 : 4);
    return {};
  }
  const literal = isIP(hostname);
  if (literal) {
    answer([{ address: hostname, family: literal }]);
    return {};
  }
  binding.lookup(hostname, family, order, (status, addresses) => {
    if (status !== 0) {
      callback(dnsException(status, 'getaddrinfo', hostname));
      return;
    }
    const found = addresses.map((address) => ({ address, family: family || isIP(address) }));
    if (all) callback(null, found);
    else callback(null, found[0].address, found[0].family);
  });
  return {};
}
Object.defineProperty(lookup, kCustomPromisifyArgs, { __proto__: null, value: ['address', 'family'], enumerable: false });

function lookupService(address, port, callback) {
  if (arguments.length !== 3) throw new ERR_MISSING_ARGS('address', 'port', 'callback');
  if (isIP(address) === 0) throw new ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  validateFunction(callback, 'callback');
  binding.lookupService(address, +port, (status, hostname, service) => {
    if (status !== 0) callback(dnsException(status, 'getnameinfo', address));
    else callback(null, hostname, service);
  });
}
Object.defineProperty(lookupService, kCustomPromisifyArgs, { __proto__: null, value: ['hostname', 'service'], enumerable: false });

/** Asks for records; a host without a resolver answers ENOTIMP. */
function query(type, syscall) {
  return (name, ...rest) => {
    const callback = rest.at(-1);
    validateString(name, 'name');
    validateFunction(callback, 'callback');
    if (typeof binding.resolve !== 'function') {
      process.nextTick(callback, dnsException('ENOTIMP', syscall, name));
      return;
    }
    binding.resolve(name, type, (status, records) => {
      if (status !== 0) callback(dnsException(status, syscall, name));
      else callback(null, records);
    });
  };
}

const resolvers = {};
for (const [name, type] of [['resolve4', 'A'], ['resolve6', 'AAAA'], ['resolveAny', 'ANY'], ['resolveCaa', 'CAA'], ['resolveCname', 'CNAME'],
  ['resolveMx', 'MX'], ['resolveNaptr', 'NAPTR'], ['resolveNs', 'NS'], ['resolvePtr', 'PTR'], ['resolveSoa', 'SOA'],
  ['resolveSrv', 'SRV'], ['resolveTlsa', 'TLSA'], ['resolveTxt', 'TXT']]) {
  resolvers[name] = query(type, `query${name.slice(7)}`);
  Object.defineProperty(resolvers[name], 'name', { value: name, configurable: true });
}
const byType = {
  A: 'resolve4', AAAA: 'resolve6', ANY: 'resolveAny', CAA: 'resolveCaa', CNAME: 'resolveCname', MX: 'resolveMx', NAPTR: 'resolveNaptr',
  NS: 'resolveNs', PTR: 'resolvePtr', SOA: 'resolveSoa', SRV: 'resolveSrv', TLSA: 'resolveTlsa', TXT: 'resolveTxt',
};

function resolve(hostname, rrtype, callback) {
  if (typeof rrtype === 'function') {
    callback = rrtype;
    rrtype = 'A';
  }
  if (typeof rrtype !== 'string') throw new ERR_INVALID_ARG_TYPE('rrtype', 'string', rrtype);
  if (byType[rrtype] === undefined) throw new ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  return resolvers[byType[rrtype]](hostname, callback);
}

function reverse(ip, callback) {
  validateString(ip, 'name');
  const family = isIP(ip);
  if (family === 0) throw dnsException('EINVAL', 'getHostByAddr', ip);
  lookupService(ip, 0, (error, hostname) => (error ? callback(error) : callback(null, [hostname])));
}

class Resolver {
  #servers;
  cancel() {}
  getServers() { return this.#servers ?? binding.getServers(); }
  setServers(servers) { this.#servers = [...servers]; }
  setLocalAddress() {}
}
Object.assign(Resolver.prototype, resolvers, { resolve, reverse });

module.exports = {
  lookup,
  lookupService,
  Resolver,
  getDefaultResultOrder: () => defaultOrder,
  setDefaultResultOrder(order) {
    validateOneOf(order, 'dnsOrder', ['ipv4first', 'ipv6first', 'verbatim']);
    defaultOrder = order;
  },
  getServers: () => binding.getServers(),
  setServers() {},
  resolve,
  ...resolvers,
  reverse,
  ADDRCONFIG,
  ALL,
  V4MAPPED,
  ...errors,
};
defineLazy(module.exports, 'promises', () => require('dns/promises'));
