// https.Agent.

const http = require('internal/http/agent');

/** What tells TLS connections to one place apart, in the order of the key. */
const distinguishing = [
  ['ca'], ['cert'], ['clientCertEngine'], ['ciphers'], ['key'], ['pfx'], ['rejectUnauthorized', true], ['servername'], ['minVersion'], ['maxVersion'],
  ['secureProtocol'], ['crl'], ['honorCipherOrder', true], ['ecdhCurve'], ['dhparam'], ['secureOptions', true], ['sessionIdContext'], ['sigalgs'],
  ['privateKeyIdentifier'], ['privateKeyEngine'],
];

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  options = { __proto__: null, ...options };
  options.defaultPort ??= 443;
  options.protocol ??= 'https:';
  Reflect.apply(http.Agent, this, [options]);
  this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
  this._sessionCache = { map: {}, list: [] };
}
Object.setPrototypeOf(Agent.prototype, http.Agent.prototype);
Object.setPrototypeOf(Agent, http.Agent);

Agent.prototype.createConnection = function createConnection(port, host, options) {
  if (port !== null && typeof port === 'object') options = port;
  else if (host !== null && typeof host === 'object') options = { ...host };
  else options = options !== null && typeof options === 'object' ? { ...options } : {};
  if (typeof port === 'number') options.port = port;
  if (typeof host === 'string') options.host = host;
  const { _agentKey: key } = options;
  if (key) {
    const session = this._getSession(key);
    if (session !== undefined) options = { session, ...options };
  }
  const socket = require('tls').connect(options);
  if (key) {
    socket.on('session', (session) => this._cacheSession(key, session));
    // A session whose connection failed is taken up no more.
    socket.once('close', (error) => { if (error) this._evictSession(key); });
  }
  return socket;
};

/** The key of a place: that of http.Agent and all that makes a TLS connection another one. */
Agent.prototype.getName = function getName(options = {}) {
  let name = Reflect.apply(http.Agent.prototype.getName, this, [options]);
  for (const [key, evenIfFalsy] of distinguishing) {
    name += ':';
    const value = options[key];
    if (key === 'servername' ? value && value !== options.host : key === 'secureOptions' ? value !== undefined : evenIfFalsy ? value !== undefined : value) {
      name += key === 'sigalgs' ? JSON.stringify(value) : value;
    }
  }
  return name;
};

Agent.prototype._getSession = function _getSession(key) { return this._sessionCache.map[key]; };

Agent.prototype._cacheSession = function _cacheSession(key, session) {
  const { list, map } = this._sessionCache;
  if (this.maxCachedSessions === 0) return;
  if (map[key] === undefined) {
    if (list.length >= this.maxCachedSessions) delete map[list.shift()];
    list.push(key);
  }
  map[key] = session;
};

Agent.prototype._evictSession = function _evictSession(key) {
  const { list, map } = this._sessionCache;
  const at = list.indexOf(key);
  if (at === -1) return;
  list.splice(at, 1);
  delete map[key];
};

let globalAgent;
module.exports = {
  Agent,
  get globalAgent() { return globalAgent ??= new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }); },
  set globalAgent(value) { globalAgent = value; },
};
