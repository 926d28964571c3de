// node:dns: lookups by the system, and records from name servers.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
  dnsException,
} = require('internal/errors');
const { isIP } = require('internal/net/address');
const { kCustomPromisifyArgs } = require('internal/util');
const { validateFunction, validatePort, validateString } = require('internal/validators');
const {
  ADDRCONFIG, ALL, V4MAPPED, checkHostname, errorCodes, getDefaultResultOrder, lookupAll, lookupOptions, lookupService: systemService,
  setDefaultResultOrder,
} = require('internal/dns/lookup');
const { ask, bindDefaultResolver, createResolverClass, setDefaultResolver } = require('internal/dns/resolver');

function lookup(hostname, options, callback) {
  checkHostname(hostname);
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else if (options !== undefined && typeof options !== 'object' && typeof options !== 'number') {
    validateFunction(arguments.length === 2 ? options : callback, 'callback');
  } else {
    validateFunction(callback, 'callback');
  }
  const settings = lookupOptions(options, true);
  lookupAll(hostname, settings, (error, addresses) => {
    if (error) callback(error);
    else if (settings.all) callback(null, addresses);
    else if (addresses.length === 0) callback(null, null, settings.family === 6 ? 6 : 4);
    else callback(null, addresses[0].address, addresses[0].family);
  });
  return {};
}
Object.defineProperty(lookup, kCustomPromisifyArgs, { __proto__: null, value: ['address', 'family'], enumerable: false });

function lookupService(address, port, callback) {
  if (arguments.length !== 3) throw new ERR_MISSING_ARGS('address', 'port', 'callback');
  if (isIP(address) === 0) throw new ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  validateFunction(callback, 'callback');
  systemService(address, +port, callback);
  return {};
}
Object.defineProperty(lookupService, kCustomPromisifyArgs, { __proto__: null, value: ['hostname', 'service'], enumerable: false });

const { Resolver, byType } = createResolverClass((query) => function(name, options, callback) {
  if (arguments.length <= 2) {
    callback = options;
    options = undefined;
  }
  validateString(name, 'name');
  validateFunction(callback, 'callback');
  if (query === 'getHostByAddr' && isIP(name) === 0) throw dnsException(-22, query, name);
  const request = { callback, hostname: name, ttl: Boolean(options?.ttl) };
  ask(this._handle, query, name, request.ttl, (code, result) => {
    if (code === undefined) callback(null, result);
    else callback(dnsException(code, query, name));
  });
  return request;
});

Resolver.prototype.resolve = function resolve(hostname, rrtype, callback) {
  if (typeof rrtype === 'function') {
    callback = rrtype;
    rrtype = 'A';
  } else if (typeof rrtype !== 'string') {
    throw new ERR_INVALID_ARG_TYPE('rrtype', 'string', rrtype);
  }
  if (byType[rrtype] === undefined) throw new ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  return Reflect.apply(byType[rrtype], this, [hostname, callback]);
};

let promises;

module.exports = {
  lookup,
  lookupService,
  Resolver,
  getDefaultResultOrder,
  setDefaultResultOrder,
  setServers(servers) {
    const resolver = new Resolver();
    resolver.setServers(servers);
    setDefaultResolver(resolver);
    bindDefaultResolver(module.exports, Resolver.prototype);
    if (promises !== undefined) bindDefaultResolver(promises, promises.Resolver.prototype);
  },
  ADDRCONFIG,
  ALL,
  V4MAPPED,
  ...errorCodes,
};
bindDefaultResolver(module.exports, Resolver.prototype);
Object.defineProperty(module.exports, 'promises', {
  __proto__: null,
  configurable: true,
  enumerable: true,
  get() { return promises ??= require('dns/promises'); },
});
