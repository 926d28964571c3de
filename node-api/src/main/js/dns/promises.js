// node:dns/promises.

const dns = require('dns');

const promised = (fn, pick) => (...args) => new Promise((resolve, reject) => {
  fn(...args, (error, ...values) => (error ? reject(error) : resolve(pick === undefined ? values[0] : pick(values, args))));
});

module.exports = {
  lookup: promised(dns.lookup, ([address, family], [, options]) => (options?.all ? address : { address, family })),
  lookupService: promised(dns.lookupService, ([hostname, service]) => ({ hostname, service })),
  Resolver: dns.Resolver,
  getDefaultResultOrder: dns.getDefaultResultOrder,
  setDefaultResultOrder: dns.setDefaultResultOrder,
  getServers: dns.getServers,
  setServers: dns.setServers,
};
for (const name of Object.keys(dns)) {
  if (name === 'resolve' || name.startsWith('resolve') || name === 'reverse') module.exports[name] = promised(dns[name]);
  else if (typeof dns[name] === 'string') module.exports[name] = dns[name];
}
