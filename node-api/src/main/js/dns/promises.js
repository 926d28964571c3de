// node:dns/promises.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
  dnsException,
} = require('internal/errors');
const { isIP } = require('internal/net/address');
const { validatePort, validateString } = require('internal/validators');
const {
  checkHostname, errorCodes, getDefaultResultOrder, lookupAll, lookupOptions, lookupService: systemService, setDefaultResultOrder,
} = require('internal/dns/lookup');
const { ask, bindDefaultResolver, createResolverClass, setDefaultResolver } = require('internal/dns/resolver');

function lookup(hostname, options) {
  checkHostname(hostname);
  const settings = lookupOptions(options, false);
  return new Promise((resolve, reject) => {
    lookupAll(hostname, settings, (error, addresses) => {
      if (error) reject(error);
      else if (settings.all) resolve(addresses);
      else resolve(addresses[0] ?? { address: null, family: settings.family === 6 ? 6 : 4 });
    });
  });
}

function lookupService(address, port) {
  if (arguments.length !== 2) throw new ERR_MISSING_ARGS('address', 'port');
  if (isIP(address) === 0) throw new ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  return new Promise((resolve, reject) => {
    systemService(address, +port, (error, hostname, service) => (error ? reject(error) : resolve({ hostname, service })));
  });
}

const { Resolver, byType } = createResolverClass((query) => function(name, options) {
  validateString(name, 'name');
  return new Promise((resolve, reject) => {
    if (query === 'getHostByAddr' && isIP(name) === 0) {
      reject(dnsException(-22, query, name));
      return;
    }
    ask(this._handle, query, name, Boolean(options?.ttl), (code, result) => {
      if (code === undefined) resolve(result);
      else reject(dnsException(code, query, name));
    });
  });
});

Resolver.prototype.resolve = function resolve(hostname, rrtype = 'A') {
  validateString(rrtype, 'rrtype');
  if (byType[rrtype] === undefined) throw new ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  return Reflect.apply(byType[rrtype], this, [hostname]);
};

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
  },
  ...errorCodes,
};
bindDefaultResolver(module.exports, Resolver.prototype);
