// Asks name servers for records. A channel has servers and the questions under way; the two Resolver classes share it.

const {
  codes: { ERR_DNS_SET_SERVERS_FAILED, ERR_INVALID_IP_ADDRESS },
} = require('internal/errors');
const { isIP } = require('internal/net/address');
const { begin } = require('internal/perf/watch');
const { validateArray, validateInt32, validateString, validateUint32 } = require('internal/validators');

const binding = internalBinding('dns');
const PORT = 53;

class Channel {
  #servers;
  #local = [undefined, undefined];
  #pending = new Set();
  #options;

  constructor(timeout, tries, maxTimeout) {
    this.#options = { timeout, tries, maxTimeout };
  }

  get pending() { return this.#pending.size > 0; }
  getServers() { return this.servers; }
  get servers() { return this.#servers ??= binding.getServers().map((address) => [address, PORT]); }
  set servers(list) { this.#servers = list; }
  set local(addresses) { this.#local = addresses; }

  /** `done(code, records)`, where the code is undefined if it went well. */
  ask(name, type, done) {
    const { decodeAnswer, encodeQuestion, types } = require('internal/dns/message');
    const ascii = internalBinding('url').domainToASCII(name, true) || name;
    const question = encodeQuestion(ascii, types[type]);
    if (question === undefined) {
      process.nextTick(done, 'EBADNAME');
      return;
    }
    const entry = { done, handle: undefined };
    this.#pending.add(entry);
    const [ipv4, ipv6] = this.#local;
    entry.handle = binding.exchange(question, this.servers.flat(), { ...this.#options, ipv4, ipv6 }, (code, bytes) => {
      if (!this.#pending.delete(entry)) return;
      const answer = code ?? decodeAnswer(new Uint8Array(bytes));
      if (typeof answer === 'string') done(answer);
      else done(undefined, answer);
    });
  }

  cancel() {
    const entries = [...this.#pending];
    this.#pending.clear();
    for (const { done, handle } of entries) {
      binding.cancel(handle);
      require('timers').setImmediate(done, 'ECANCELLED');
    }
  }
}

/** [address, port] from the forms a server may be written in. */
function parseServer(text) {
  if (isIP(text) !== 0) return [text, PORT];
  const bracketed = /^\[([^[\]]*)\](?::(\d+))?/.exec(text);
  if (bracketed !== null && isIP(bracketed[1]) !== 0) return [bracketed[1], Number.parseInt(bracketed[2], 10) || PORT];
  const plain = /^(.+?)(?::(\d+))?$/.exec(text);
  if (plain !== null && isIP(plain[1]) !== 0) return [plain[1], Number.parseInt(plain[2], 10) || PORT];
  throw new ERR_INVALID_IP_ADDRESS(text);
}

class ResolverBase {
  constructor(options = undefined) {
    const { maxTimeout = 0, timeout = -1, tries = 4 } = { ...options };
    validateInt32(timeout, 'options.timeout', -1);
    validateInt32(tries, 'options.tries', 1);
    validateUint32(maxTimeout, 'options.maxTimeout');
    this._handle = new Channel(timeout, tries, maxTimeout);
  }

  cancel() {
    this._handle.cancel();
  }

  getServers() {
    return (this._handle.getServers() ?? []).map(([address, port]) => {
      if (port === PORT) return address;
      return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
    });
  }

  setServers(servers) {
    validateArray(servers, 'servers');
    const list = [];
    for (let i = 0; i < servers.length; i++) {
      if (!(i in servers)) continue;
      validateString(servers[i], `servers[${i}]`);
      list.push(parseServer(servers[i]));
    }
    if (this._handle.pending) throw new ERR_DNS_SET_SERVERS_FAILED('There are pending queries.', servers);
    this._handle.servers = list;
  }

  setLocalAddress(ipv4, ipv6) {
    validateString(ipv4, 'ipv4');
    if (ipv6 !== undefined) validateString(ipv6, 'ipv6');
    const local = [undefined, undefined];
    for (const address of ipv6 === undefined ? [ipv4] : [ipv4, ipv6]) {
      const family = isIP(address);
      if (family === 0) throw invalid('Invalid IP address.');
      const index = family === 4 ? 0 : 1;
      if (local[index] !== undefined) throw invalid(`Cannot specify two IPv${family} addresses.`);
      local[index] = address;
    }
    this._handle.local = local;
  }
}

function invalid(message) {
  const error = new TypeError(message);
  error.code = 'ERR_INVALID_ARG_VALUE';
  return error;
}

const typeOf = {
  queryAny: 'ANY', queryA: 'A', queryAaaa: 'AAAA', queryCaa: 'CAA', queryCname: 'CNAME', queryMx: 'MX', queryNs: 'NS', queryTlsa: 'TLSA',
  queryTxt: 'TXT', querySrv: 'SRV', queryPtr: 'PTR', queryNaptr: 'NAPTR', querySoa: 'SOA',
};

/** Records as resolveAny gives them. */
function anyRecord({ type, ttl, value }) {
  switch (type) {
    case 'A': case 'AAAA': return { address: value, ttl, type };
    case 'NS': case 'CNAME': case 'PTR': return { value, type };
    case 'TXT': return { entries: value, type };
    default: return { ...value, type };
  }
}

/** `done(code, result)` for one of the queries of a resolver. */
function ask(channel, query, name, ttl, callback) {
  const entry = begin('dns', query);
  const done = entry === undefined ? callback : (code, result) => {
    if (code === undefined) entry({ host: name, ttl, result });
    callback(code, result);
  };
  if (query === 'getHostByAddr') {
    reverse(channel, name, done);
    return;
  }
  const wanted = typeOf[query];
  channel.ask(name, wanted, (code, records) => {
    if (code !== undefined) {
      done(code);
      return;
    }
    const found = wanted === 'ANY' ? records : records.filter(({ type }) => type === wanted);
    if (found.length === 0) done('ENODATA');
    else if (wanted === 'ANY') done(undefined, found.map(anyRecord));
    else if (wanted === 'SOA') done(undefined, found[0].value);
    else if (ttl && (wanted === 'A' || wanted === 'AAAA')) done(undefined, found.map(({ ttl: seconds, value }) => ({ address: value, ttl: seconds })));
    else done(undefined, found.map(({ value }) => value));
  });
}

/** Names of an address: those of the hosts file, else what servers tell. */
function reverse(channel, address, done) {
  const names = binding.namesOf(address);
  if (names.length > 0) {
    // Further names of an entry are its aliases, and those are what is asked for.
    process.nextTick(done, undefined, names.length > 1 ? names.slice(1) : names);
    return;
  }
  channel.ask(reverseName(address), 'PTR', (code, records) => {
    const found = records?.filter(({ type }) => type === 'PTR').map(({ value }) => value);
    if (code !== undefined) done(code);
    else if (found.length === 0) done('ENOTFOUND');
    else done(undefined, found);
  });
}

/** RFC 1035 §3.5, RFC 3596 §2.5. */
function reverseName(address) {
  if (isIP(address) === 4) return `${address.split('.').reverse().join('.')}.in-addr.arpa`;
  const { parseIPv6 } = require('internal/web/url_host');
  const digits = parseIPv6(address.split('%')[0]).map((piece) => piece.toString(16).padStart(4, '0')).join('');
  return `${[...digits].reverse().join('.')}.ip6.arpa`;
}

const methods = {
  resolveAny: 'queryAny', resolve4: 'queryA', resolve6: 'queryAaaa', resolveCaa: 'queryCaa', resolveCname: 'queryCname', resolveMx: 'queryMx',
  resolveNs: 'queryNs', resolveTlsa: 'queryTlsa', resolveTxt: 'queryTxt', resolveSrv: 'querySrv', resolvePtr: 'queryPtr',
  resolveNaptr: 'queryNaptr', resolveSoa: 'querySoa', reverse: 'getHostByAddr',
};

/** A Resolver class whose methods `make(query)` makes, and its methods by record type. */
function createResolverClass(make) {
  class Resolver extends ResolverBase {}
  const byType = { __proto__: null };
  for (const [name, query] of Object.entries(methods)) {
    const method = make(query);
    Object.defineProperty(method, 'name', { __proto__: null, value: query, configurable: true });
    Resolver.prototype[name] = method;
    if (typeOf[query] !== undefined) byType[typeOf[query]] = method;
  }
  return { Resolver, byType };
}

let defaultResolver;

/** Gives a module the functions of the common resolver. */
function bindDefaultResolver(target, prototype) {
  defaultResolver ??= new ResolverBase();
  const names = ['getServers', 'resolve', 'resolve4', 'resolve6', ...Object.keys(methods).filter((name) => /^resolve[A-Z]/.test(name)).sort(), 'reverse'];
  for (const name of names) target[name] = prototype[name].bind(defaultResolver);
}

function setDefaultResolver(resolver) {
  defaultResolver = resolver;
}

module.exports = { ask, bindDefaultResolver, createResolverClass, setDefaultResolver };
