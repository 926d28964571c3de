// IP addresses as text: what is one, SocketAddress and BlockList.

const {
  codes: { ERR_INVALID_ADDRESS, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { customInspectSymbol } = require('internal/util');
const { validateInt32, validateObject, validateOneOf, validatePort, validateString } = require('internal/validators');
const { parseIPv6, serializeIPv6 } = require('internal/web/url_host');

const { cloneSymbol } = internalBinding('messaging');

const v4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/;

function isIPv4(input) {
  return v4.test(`${input}`);
}

function isIPv6(input) {
  const text = `${input}`;
  const percent = text.indexOf('%');
  if (percent !== -1) {
    if (!/^%[0-9a-zA-Z\-.:]+$/.test(text.slice(percent))) return false;
    return isIPv6(text.slice(0, percent));
  }
  const tail = text.lastIndexOf(':');
  if (text.includes('.') && !isIPv4(text.slice(tail + 1))) return false;
  return /^[0-9a-fA-F:.]+$/.test(text) && parseIPv6(text) !== undefined;
}

function isIP(input) {
  if (isIPv4(input)) return 4;
  return isIPv6(input) ? 6 : 0;
}

/** The address as a BigInt. */
function toNumber(address, family) {
  if (family === 'ipv4') return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return parseIPv6(address.split('%')[0]).reduce((sum, piece) => sum * 65536n + BigInt(piece), 0n);
}

class SocketAddress {
  #address;
  #family;
  #flowlabel;
  #port;

  constructor(options = {}) {
    validateObject(options, 'options');
    let { family = 'ipv4' } = options;
    const { flowlabel = 0, port = 0 } = options;
    if (typeof family?.toLowerCase === 'function') family = family.toLowerCase();
    validateOneOf(family, 'options.family', ['ipv4', 'ipv6']);
    const { address = family === 'ipv4' ? '127.0.0.1' : '::' } = options;
    validateString(address, 'options.address');
    validatePort(port, 'options.port');
    require('internal/validators').validateUint32(flowlabel, 'options.flowlabel', false);
    if (!(family === 'ipv4' ? isIPv4(address) : isIPv6(address))) throw new ERR_INVALID_ADDRESS();
    this.#address = family === 'ipv6' ? serializeIPv6(parseIPv6(address.split('%')[0])) : address;
    this.#family = family;
    this.#flowlabel = flowlabel;
    this.#port = Number(port);
  }

  static isSocketAddress(value) { return typeof value === 'object' && value !== null && #address in value; }

  static parse(input) {
    validateString(input, 'input');
    const { URL } = require('internal/web/url');
    const url = URL.parse(`http://${input}`);
    if (url === null) return undefined;
    const address = url.hostname;
    const port = url.port === '' ? 0 : Number(url.port);
    try {
      if (address.startsWith('[')) return new SocketAddress({ address: address.slice(1, -1), family: 'ipv6', port });
      return new SocketAddress({ address, port });
    } catch {
      return undefined;
    }
  }

  get address() { return this.#address; }
  get port() { return this.#port; }
  get family() { return this.#family; }
  get flowlabel() { return this.#family === 'ipv4' ? 0 : this.#flowlabel; }
  [cloneSymbol]() { return { data: this.toJSON(), receiver: 'internal/net/address:receiveSocketAddress' }; }
  toJSON() { return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel }; }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return '[SocketAddress]';
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `SocketAddress ${require('internal/inspect').inspect(this.toJSON(), shown)}`;
  }
}

function asAddress(address, family, name) {
  if (SocketAddress.isSocketAddress(address)) return address;
  validateString(address, name);
  validateString(family, 'family');
  return new SocketAddress({ address, family });
}

let receiveRules;
/** Rules of lists that were cloned, by number, while a list has them. */
const cloned = new Map();
let forget;
let clones = 0;

function shared(rules) {
  forget ??= new FinalizationRegistry((number) => cloned.delete(number));
  cloned.set(++clones, new WeakRef(rules));
  forget.register(rules, clones);
  return { number: clones, rules };
}

class BlockList {
  #rules = [];

  static isBlockList(value) { return typeof value === 'object' && value !== null && #rules in value; }

  addAddress(address, family = 'ipv4') {
    const parsed = asAddress(address, family, 'address');
    const number = toNumber(parsed.address, parsed.family);
    this.#rules.unshift({
      family: parsed.family, low: number, high: number,
      text: `Address: ${parsed.family === 'ipv4' ? 'IPv4' : 'IPv6'} ${parsed.address}`,
    });
  }

  addRange(start, end, family = 'ipv4') {
    const from = asAddress(start, family, 'start');
    const to = asAddress(end, family, 'end');
    const low = toNumber(from.address, from.family);
    const high = toNumber(to.address, to.family);
    if (from.family !== to.family || low > high) throw new ERR_INVALID_ARG_VALUE('start', start, 'must come before end');
    this.#rules.unshift({
      family: from.family, low, high,
      text: `Range: ${from.family === 'ipv4' ? 'IPv4' : 'IPv6'} ${from.address}-${to.address}`,
    });
  }

  addSubnet(network, prefix, family = 'ipv4') {
    const parsed = asAddress(network, family, 'network');
    const bits = parsed.family === 'ipv4' ? 32 : 128;
    validateInt32(prefix, 'prefix', 0, bits);
    const size = 1n << BigInt(bits - prefix);
    const low = toNumber(parsed.address, parsed.family) / size * size;
    this.#rules.unshift({
      family: parsed.family, low, high: low + size - 1n,
      text: `Subnet: ${parsed.family === 'ipv4' ? 'IPv4' : 'IPv6'} ${parsed.address}/${prefix}`,
    });
  }

  check(address, family = 'ipv4') {
    let parsed;
    if (SocketAddress.isSocketAddress(address)) {
      parsed = address;
    } else {
      validateString(address, 'address');
      validateString(family, 'family');
      try {
        parsed = new SocketAddress({ address, family });
      } catch {
        return false;
      }
    }
    const number = toNumber(parsed.address, parsed.family);
    const holds = (kind, value) => this.#rules.some((rule) => rule.family === kind && value >= rule.low && value <= rule.high);
    if (holds(parsed.family, number)) return true;
    // An IPv4 address may come in IPv6's clothes.
    if (parsed.family === 'ipv4') return holds('ipv6', 0xffffn << 32n | number);
    return number >> 32n === 0xffffn && holds('ipv4', number & 0xffffffffn);
  }

  get rules() { return this.#rules.map((rule) => rule.text); }
  toJSON() { return this.rules; }

  fromJSON(data) {
    const list = typeof data === 'string' ? JSON.parse(data) : data;
    if (!Array.isArray(list) || list.some((rule) => typeof rule !== 'string')) {
      throw new ERR_INVALID_ARG_TYPE('value', ['string', 'string[]'], data);
    }
    for (const rule of list) {
      const [, kind, family, rest] = /^(Address|Range|Subnet): (IPv[46]) (.*)$/.exec(rule) ?? [];
      if (kind === 'Address') this.addAddress(rest, family.toLowerCase());
      else if (kind === 'Range') this.addRange(...rest.split('-'), family.toLowerCase());
      else if (kind === 'Subnet') this.addSubnet(rest.split('/')[0], Number(rest.split('/')[1]), family.toLowerCase());
    }
  }

  /** Both lists go on as one: a rule added to either counts in both. */
  [cloneSymbol]() { return { data: shared(this.#rules), receiver: 'internal/net/address:receiveBlockList' }; }

  static #received(rules) {
    const list = new BlockList();
    list.#rules = rules;
    return list;
  }
  static { receiveRules = (rules) => BlockList.#received(rules); }

  [customInspectSymbol](depth, options) {
    if (depth < 0) return '[BlockList]';
    const shown = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BlockList ${require('internal/inspect').inspect({ rules: this.rules }, shown)}`;
  }
}

module.exports = {
  receiveBlockList: ({ number, rules }) => receiveRules(cloned.get(number)?.deref() ?? rules),
  receiveSocketAddress: (settings) => new SocketAddress(settings),
  BlockList, SocketAddress, isIP, isIPv4, isIPv6,
};
