// tls.Server: a net.Server whose connections are secured before anybody gets them.

const { Buffer } = require('buffer');
const net = require('net');
const EventEmitter = require('events');
const {
  codes: { ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, ERR_INVALID_ARG_TYPE, ERR_TLS_REQUIRED_SERVER_NAME },
  connResetException,
} = require('internal/errors');
const { kEmptyObject } = require('internal/util');
const { validateBuffer, validateFunction, validateNumber, validateString } = require('internal/validators');
const { nativeOf } = require('internal/tls/context');
const { TLSSocket } = require('internal/tls/socket');

const kErrorEmitted = Symbol('error-emitted');
const kContexts = Symbol('contexts');
const kHandshakeTimeout = Symbol('handshake-timeout');
const kSNICallback = Symbol('snicallback');
const kTicketKeys = Symbol('ticket-keys');

function onSecure() {
  if (this._requestCert) {
    const error = this._verifyError();
    if (error) {
      this.authorizationError = error.code;
      if (this._rejectUnauthorized) this.destroy();
    } else {
      this.authorized = true;
    }
  }
  if (!this.destroyed && this._releaseControl()) this._tlsOptions.server.emit('secureConnection', this);
}

function onError(error) {
  if (this._controlReleased || this[kErrorEmitted]) return;
  this[kErrorEmitted] = true;
  this._tlsOptions.server.emit('tlsClientError', error, this);
}

function onClose(hadError) {
  if (!hadError) onError.call(this, connResetException('socket hang up'));
}

function onConnection(raw) {
  const socket = new TLSSocket(raw, {
    secureContext: this._sharedCreds, isServer: true, server: this, requestCert: this.requestCert, rejectUnauthorized: this.rejectUnauthorized,
    handshakeTimeout: this[kHandshakeTimeout], ALPNProtocols: this.ALPNProtocols, ALPNCallback: this.ALPNCallback,
    SNICallback: this[kSNICallback] ?? (this[kContexts].length > 0 ? contextOf : undefined), pauseOnConnect: this.pauseOnConnect,
  });
  socket[kErrorEmitted] = false;
  socket.on('secure', onSecure);
  socket.on('close', onClose);
  socket.on('_tlsError', onError);
}

/** Finds the context that was added for a name, the latest first. */
function contextOf(name, callback) {
  for (const [pattern, context] of this.server[kContexts].toReversed()) {
    if (pattern.test(name)) {
      callback(null, context);
      return;
    }
  }
  callback(null, undefined);
}

function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  if (typeof options === 'function') {
    listener = options;
    options = kEmptyObject;
  } else if (options == null || typeof options === 'object') {
    options ??= kEmptyObject;
  } else {
    throw new ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  this[kContexts] = [];
  this.requestCert = options.requestCert === true;
  this.rejectUnauthorized = options.rejectUnauthorized !== false;
  this.ALPNCallback = options.ALPNCallback;
  if (this.ALPNCallback !== undefined && this.ALPNCallback !== null) {
    validateFunction(this.ALPNCallback, 'options.ALPNCallback');
    if (options.ALPNProtocols) {
      const { codes: { ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS } } = require('internal/errors');
      throw new ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS();
    }
  }
  if (options.ALPNProtocols) require('tls').convertALPNProtocols(options.ALPNProtocols, this);
  if (options.pskCallback || options.pskIdentityHint) throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('tls with pre-shared keys');
  this.setSecureContext(options);
  this[kHandshakeTimeout] = options.handshakeTimeout || 120_000;
  this[kSNICallback] = options.SNICallback;
  validateNumber(this[kHandshakeTimeout], 'options.handshakeTimeout');
  if (this[kSNICallback]) validateFunction(this[kSNICallback], 'options.SNICallback');
  Reflect.apply(net.Server, this, [options, onConnection]);
  if (listener) this.on('secureConnection', listener);
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

Server.prototype.setSecureContext = function(options) {
  require('internal/validators').validateObject(options, 'options');
  for (const name of ['pfx', 'key', 'passphrase', 'cert', 'ca', 'minVersion', 'maxVersion', 'secureProtocol', 'crl', 'ciphers', 'ecdhCurve', 'dhparam', 'sigalgs',
    'privateKeyIdentifier', 'privateKeyEngine', 'ticketKeys', 'sessionTimeout']) {
    this[name] = options[name] || undefined;
  }
  this.honorCipherOrder = options.honorCipherOrder !== undefined ? Boolean(options.honorCipherOrder) : true;
  if (options.secureOptions) this.secureOptions = options.secureOptions;
  if (options.sessionIdContext) this.sessionIdContext = options.sessionIdContext;
  this._sharedCreds = require('tls').createSecureContext({
    ...options, honorCipherOrder: this.honorCipherOrder, clientCertEngine: options.clientCertEngine,
  });
};

// Java's keys for tickets are its own. What can be had of Node's: new keys mean that no session from before is taken up again.
Server.prototype.getTicketKeys = function() {
  return this[kTicketKeys] ??= this.ticketKeys ? Buffer.from(this.ticketKeys) : require('crypto').randomBytes(48);
};

Server.prototype.setTicketKeys = function(keys) {
  validateBuffer(keys);
  require('assert')(keys.byteLength === 48, 'Session ticket keys must be a 48-byte buffer');
  this[kTicketKeys] = Buffer.from(keys);
  internalBinding('tls').forgetSessions(nativeOf(this._sharedCreds));
};

Server.prototype.addContext = function(servername, context) {
  if (!servername) throw new ERR_TLS_REQUIRED_SERVER_NAME();
  validateString(servername, 'servername');
  const pattern = servername.replace(/([.^$+?\-\\[\]{}])/g, '\\$1').replaceAll('*', '[^.]*');
  const { createSecureContext, SecureContext } = require('tls');
  this[kContexts].push([new RegExp(`^${pattern}$`), context instanceof SecureContext ? context : createSecureContext(context)]);
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, socket) {
  if (event === 'secureConnection') socket.destroy(error);
  else Reflect.apply(net.Server.prototype[EventEmitter.captureRejectionSymbol], this, [error, event, socket]);
};

module.exports = { Server };
