// What lookups of the system have in common, with callbacks or promises.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE },
  dnsException,
} = require('internal/errors');
const { work } = require('internal/async_context');
const { isIP } = require('internal/net/address');
const { begin } = require('internal/perf/watch');
const { validateBoolean, validateNumber, validateOneOf, validateString } = require('internal/validators');

const binding = internalBinding('dns');
const ADDRCONFIG = 32;
const V4MAPPED = 8;
const ALL = 16;
const orders = ['verbatim', 'ipv4first', 'ipv6first'];

const errorCodes = {};
for (const name of ['NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP',
  'CONNREFUSED', 'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS',
  'NOTINITIALIZED', 'LOADIPHLPAPI', 'ADDRGETNETWORKPARAMS', 'CANCELLED']) errorCodes[name] = name === 'EOF' ? 'EOF' : `E${name}`;

let defaultOrder;

function getDefaultResultOrder() {
  if (defaultOrder === undefined) {
    const given = require('internal/options').optionValue('--dns-result-order');
    if (given !== undefined) validateOneOf(given, '--dns-result-order', orders);
    defaultOrder = given ?? 'verbatim';
  }
  return defaultOrder;
}

function setDefaultResultOrder(value) {
  validateOneOf(value, 'dnsOrder', orders);
  defaultOrder = value;
}

/** { family, hints, all, order } from the forms lookups take their options in. @param names families may be named, too */
function lookupOptions(options, names) {
  const result = { all: false, family: 0, hints: 0, order: getDefaultResultOrder() };
  if (typeof options === 'number') {
    validateOneOf(options, 'family', [0, 4, 6]);
    result.family = options;
    return result;
  }
  if (options !== undefined && typeof options !== 'object') throw new ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  const { all, family, hints, order, verbatim } = options ?? {};
  if (hints !== undefined && hints !== null) {
    validateNumber(hints, 'options.hints');
    result.hints = hints >>> 0;
    if ((result.hints & ~(ADDRCONFIG | ALL | V4MAPPED)) !== 0) throw new ERR_INVALID_ARG_VALUE('hints', result.hints);
  }
  if (family !== undefined && family !== null) {
    if (names && (family === 'IPv4' || family === 'IPv6')) {
      result.family = family === 'IPv4' ? 4 : 6;
    } else {
      validateOneOf(family, 'options.family', [0, 4, 6]);
      result.family = family;
    }
  }
  if (all !== undefined && all !== null) {
    validateBoolean(all, 'options.all');
    result.all = all;
  }
  if (verbatim !== undefined && verbatim !== null) {
    validateBoolean(verbatim, 'options.verbatim');
    result.order = verbatim ? 'verbatim' : 'ipv4first';
  }
  if (order !== undefined && order !== null) {
    validateOneOf(order, 'options.order', orders);
    result.order = order;
  }
  return result;
}

let warned = false;

/** `done(error, addresses)`, where the addresses are [{ address, family }], in the next tick or later. */
function lookupAll(hostname, { family, hints, order }, done) {
  if (!hostname) {
    if (!warned) {
      warned = true;
      process.emitWarning(`The provided hostname "${hostname}" is not a valid hostname, and is supported in the dns module solely for compatibility.`,
        'DeprecationWarning', 'DEP0118');
    }
    process.nextTick(done, null, []);
    return;
  }
  const literal = isIP(hostname);
  if (literal !== 0) {
    process.nextTick(done, null, [{ address: hostname, family: literal }]);
    return;
  }
  const entry = begin('dns', 'lookup');
  binding.lookup(hostname, family, order, hints, work.request('GETADDRINFOREQWRAP', (status, addresses) => {
    if (status !== 0) {
      done(dnsException(status, 'getaddrinfo', hostname));
      return;
    }
    entry?.({ hostname, family, hints, verbatim: order === 'verbatim', order, addresses });
    done(null, addresses.map((address) => ({ address, family: family || isIP(address) })));
  }));
}

function lookupService(address, port, done) {
  const entry = begin('dns', 'lookupService');
  binding.lookupService(address, port, work.request('GETNAMEINFOREQWRAP', (status, hostname, service) => {
    if (status !== 0) {
      done(dnsException(status, 'getnameinfo', address));
      return;
    }
    entry?.({ host: address, port, hostname, service });
    done(null, hostname, service);
  }));
}

function checkHostname(hostname) {
  if (hostname) validateString(hostname, 'hostname');
}

module.exports = {
  ADDRCONFIG, ALL, V4MAPPED, checkHostname, errorCodes, getDefaultResultOrder, lookupAll, lookupOptions, lookupService, setDefaultResultOrder,
};
