// tls.TLSSocket: a net.Socket whose handle encrypts.

const net = require('net');
const {
  codes: {
    ERR_FEATURE_UNAVAILABLE_ON_PLATFORM, ERR_INVALID_ARG_TYPE, ERR_MULTIPLE_CALLBACK, ERR_SOCKET_CLOSED, ERR_TLS_ALPN_CALLBACK_INVALID_RESULT,
    ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS, ERR_TLS_HANDSHAKE_TIMEOUT, ERR_TLS_INVALID_CONTEXT, ERR_TLS_INVALID_STATE, ERR_TLS_RENEGOTIATE,
    ERR_TLS_RENEGOTIATION_DISABLED, ERR_TLS_SNI_FROM_SERVER,
  },
} = require('internal/errors');
const { validateBuffer, validateFunction, validateInt32, validateString, validateUint32 } = require('internal/validators');
const { Handle } = require('internal/net/handle');
const { nativeOf } = require('internal/tls/context');
const { StreamTransport, TlsHandle, transportOf } = require('internal/tls/handle');
const { FastBuffer } = require('internal/buffer/core');

const binding = internalBinding('tls');
const kServerName = Symbol('servername');
const kEngine = Symbol('engine');
const kBegun = Symbol('begun');
const kSession = Symbol('session');
const kSessionTold = Symbol('session-told');

/** Protocols from the wire's form: each has its length before it. */
function protocolsOf(bytes) {
  const result = [];
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++];
    result.push(bytes.latin1Slice(at, at + length));
    at += length;
  }
  return result;
}

function TLSSocket(socket, options) {
  if (!(this instanceof TLSSocket)) return new TLSSocket(socket, options);
  const settings = this._tlsOptions = { ...options };
  if (settings.ALPNProtocols) require('tls').convertALPNProtocols(settings.ALPNProtocols, settings);
  if (settings.ALPNCallback !== undefined && settings.ALPNCallback !== null) {
    validateFunction(settings.ALPNCallback, 'options.ALPNCallback');
    if (settings.ALPNProtocols) throw new ERR_TLS_ALPN_CALLBACK_WITH_PROTOCOLS();
  }
  if (settings.pskCallback || settings.pskIdentityHint) throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('tls with pre-shared keys');
  this._secureEstablished = false;
  this._securePending = false;
  this._newSessionPending = false;
  this._controlReleased = false;
  this.secureConnecting = true;
  this._SNICallback = null;
  this.servername = null;
  this.alpnProtocol = null;
  this.authorized = false;
  this.authorizationError = null;
  this[kBegun] = false;
  if (socket) this._parent = socket;
  Reflect.apply(net.Socket, this, [{
    allowHalfOpen: socket ? socket.allowHalfOpen : settings.allowHalfOpen, pauseOnCreate: settings.pauseOnConnect, manualStart: true,
    highWaterMark: settings.highWaterMark, onread: socket ? null : settings.onread, signal: settings.signal, lookup: settings.lookup,
  }]);
  if (socket) this._parent = socket;
  // Tells a secure socket from others.
  this.encrypted = true;
  this.on('error', this._tlsError);
  takeRole(this, settings, socket);
  if (socket) adopt(this, socket);
  if (settings.pauseOnConnect) this.readableFlowing = false;
  // The caller has the time to set up its listeners.
  else process.nextTick(() => { if (!this.destroyed) this.read(0); });
}
Object.setPrototypeOf(TLSSocket.prototype, net.Socket.prototype);
Object.setPrototypeOf(TLSSocket, net.Socket);

function takeRole(socket, settings) {
  socket.server = settings.server ?? null;
  const isServer = Boolean(settings.isServer);
  socket._requestCert = Boolean(settings.requestCert) || !isServer;
  socket._rejectUnauthorized = Boolean(settings.rejectUnauthorized);
  if (!settings.secureContext) settings.secureContext = require('tls').createSecureContext(settings);
  if (settings.isServer && typeof settings.SNICallback === 'function') socket._SNICallback = settings.SNICallback;
  if (settings.handshakeTimeout > 0) socket.setTimeout(settings.handshakeTimeout, socket._handleTimeout);
}

/** A socket or stream that is there already carries the connection. */
function adopt(socket, under) {
  const isSocket = under instanceof net.Socket && under._handle !== undefined && !(under._handle === null && !under.connecting && under.destroyed);
  under.on('close', () => socket.destroy());
  under.on('error', (error) => socket._emitTLSError(error));
  if (isSocket && (under.connecting || !under._handle)) {
    socket.connecting = true;
    under.once('connect', () => {
      socket.connecting = false;
      if (!socket.destroyed) install(socket, transportOf(under), under);
      socket.emit('connect');
    });
    return;
  }
  install(socket, isSocket ? transportOf(under) : new StreamTransport(under), under);
}

/** Puts TLS on what is connected. Nothing is said before _start. */
function install(socket, transport, under) {
  const handle = socket._handle = new TlsHandle(transport, under, engineOf(socket), {
    secured: () => finish(socket),
    heard: () => tellSession(socket),
    named: (name) => named(socket, name),
    failed: (error) => failed(socket, error),
  });
  handle.onRead((nread, bytes) => socket._onHandleRead(handle, nread, bytes));
  socket.ssl = handle;
  if (socket[kBegun]) {
    begin(socket);
  } else if (socket._tlsOptions.isServer || socket._tlsOptions.server) {
    process.nextTick(() => socket._start());
  }
}

function begin(socket) {
  const handle = socket._handle;
  handle.begin();
  const under = socket._parent;
  if (!under || !(under instanceof net.Socket) || !under.readableLength) return;
  // What had come before belongs to the handshake.
  let chunk;
  while (!handle.closed && (chunk = under.read()) !== null) handle.feed(chunk);
}

function engineOf(socket) {
  if (socket[kEngine] !== undefined) return socket[kEngine];
  const settings = socket._tlsOptions;
  const native = nativeOf(settings.secureContext);
  if (native === undefined) throw new ERR_TLS_INVALID_CONTEXT('context');
  const server = Boolean(settings.isServer);
  return socket[kEngine] = binding.createEngine(native, {
    server,
    requestCert: socket._requestCert,
    rejectUnauthorized: socket._rejectUnauthorized,
    serverName: server ? undefined : socket[kServerName],
    session: server ? undefined : socket[kSession],
    protocols: settings.ALPNProtocols ? protocolsOf(settings.ALPNProtocols) : undefined,
    fragment: socket._fragment ?? 0,
    asksName: socket._SNICallback !== null,
    onProtocols: typeof settings.ALPNCallback === 'function' ? (servername, protocols) => selectProtocol(settings.ALPNCallback, servername, protocols) : undefined,
  });
}

function selectProtocol(callback, servername, protocols) {
  const chosen = callback({ servername, protocols });
  if (chosen !== undefined && !protocols.includes(chosen)) throw new ERR_TLS_ALPN_CALLBACK_INVALID_RESULT(chosen, protocols);
  return chosen;
}

/** A client asked for a name: the program tells which context that is. */
function named(socket, name) {
  const { _handle: handle } = socket;
  if (name === '') {
    binding.name(handle.engine, undefined);
    handle.step();
    return;
  }
  let once = false;
  socket._SNICallback(name, (error, context) => {
    if (once) {
      socket.destroy(new ERR_MULTIPLE_CALLBACK());
      return;
    }
    once = true;
    if (error) {
      socket.destroy(error);
    } else if (socket._handle === null) {
      socket.destroy(new ERR_SOCKET_CLOSED());
    } else if (context && nativeOf(context) === undefined) {
      socket.destroy(new ERR_TLS_INVALID_CONTEXT('context'));
    } else {
      binding.name(handle.engine, context ? nativeOf(context) : undefined);
      handle.step();
    }
  });
}

/** The handshake is over. */
function finish(socket) {
  const { engine } = socket._handle;
  const protocol = binding.applicationProtocol(engine);
  socket.alpnProtocol = protocol === undefined || protocol === '' ? false : protocol;
  socket.servername = (socket._tlsOptions.isServer ? binding.requestedName(engine) : socket[kServerName]) || false;
  socket._secureEstablished = true;
  if (socket._tlsOptions.handshakeTimeout > 0) socket.setTimeout(0, socket._handleTimeout);
  if (socket._tlsOptions.isServer) socket.secureConnecting = false;
  socket.emit('secure');
}

/** A client's session is there to be taken up again: told once, and only where the other side was accepted. */
function tellSession(socket) {
  if (socket[kSessionTold] || socket._tlsOptions.isServer || socket.secureConnecting || socket.listenerCount('session') === 0) return;
  socket[kSessionTold] = true;
  const name = binding.session(socket._handle.engine, socket.getProtocol() === 'TLSv1.3');
  if (name !== undefined) socket.emit('session', new FastBuffer(name));
}

/** The engine gave up. */
function failed(socket, error) {
  if (socket._hadError) return;
  socket._hadError = true;
  if (!socket._secureEstablished) {
    // Listeners of 'tlsClientError' may still look at the connection.
    socket._closeAfterHandlingError = true;
    socket.destroy(error);
  } else if (socket._tlsOptions.isServer && socket._rejectUnauthorized && /peer did not return a certificate/.test(error.message)) {
    socket.destroy();
  } else {
    socket._emitTLSError(error);
  }
}

TLSSocket.prototype._connected = function() {
  // The connection is there: what goes over it from now on is encrypted.
  const plain = this._handle;
  if (plain instanceof Handle) {
    plain.onRead(() => {});
    install(this, plain, undefined);
  }
  Reflect.apply(net.Socket.prototype._connected, this, []);
};

TLSSocket.prototype._start = function() {
  if (this.connecting) {
    this.once('connect', this._start);
    return;
  }
  if (!this._handle || this[kBegun]) return;
  this[kBegun] = true;
  begin(this);
};

TLSSocket.prototype._handleTimeout = function() {
  this._emitTLSError(new ERR_TLS_HANDSHAKE_TIMEOUT());
};

TLSSocket.prototype._emitTLSError = function(error) {
  const rest = this._tlsError(error);
  if (rest) this.destroy(rest);
};

TLSSocket.prototype._tlsError = function(error) {
  this.emit('_tlsError', error);
  return this._controlReleased ? error : null;
};

TLSSocket.prototype._releaseControl = function() {
  if (this._controlReleased) return false;
  this._controlReleased = true;
  this.removeListener('error', this._tlsError);
  return true;
};

TLSSocket.prototype.setServername = function(name) {
  validateString(name, 'name');
  if (this._tlsOptions.isServer) throw new ERR_TLS_SNI_FROM_SERVER();
  this[kServerName] = name;
};

TLSSocket.prototype.setSession = function(session) {
  if (typeof session === 'string') session = require('buffer').Buffer.from(session, 'latin1');
  validateBuffer(session, 'session');
  this[kSession] = session;
};

/** A name for the session, which itself stays inside the engine: it means something in this process only. */
TLSSocket.prototype.getSession = function() {
  const name = this._handle && this._secureEstablished ? binding.session(this._handle.engine) : undefined;
  return name === undefined ? undefined : new FastBuffer(name);
};

TLSSocket.prototype.getTLSTicket = function() { return undefined; };
TLSSocket.prototype.isSessionReused = function() { return this._handle ? binding.isReused(this._handle.engine) : null; };
TLSSocket.prototype._tellSession = function() { tellSession(this); };

TLSSocket.prototype.disableRenegotiation = function() {
  this._renegotiationDisabled = true;
};

TLSSocket.prototype.renegotiate = function(options, callback) {
  if (options === null || typeof options !== 'object') throw new ERR_INVALID_ARG_TYPE('options', 'Object', options);
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (this.destroyed) return undefined;
  const { rejectUnauthorized = this._rejectUnauthorized, requestCert = this._requestCert } = options;
  this._requestCert = requestCert;
  this._rejectUnauthorized = rejectUnauthorized;
  if (this._renegotiationDisabled) {
    const error = new ERR_TLS_RENEGOTIATION_DISABLED();
    if (callback) process.nextTick(callback, error);
    else this._emitTLSError(error);
    return false;
  }
  if (!this._handle || !binding.renegotiate(this._handle.engine)) {
    const error = this.getProtocol() === 'TLSv1.3'
      ? Object.assign(new Error('error:0A00010A:SSL routines::wrong ssl version'),
        { library: 'SSL routines', reason: 'wrong ssl version', code: 'ERR_SSL_WRONG_SSL_VERSION' })
      : new ERR_TLS_RENEGOTIATE();
    if (callback) process.nextTick(callback, error);
    return false;
  }
  this._handle.step();
  if (callback) process.nextTick(callback, null);
  return true;
};

TLSSocket.prototype.setMaxSendFragment = function(size) {
  validateInt32(size, 'size');
  if (size < 512 || size > 16384) return false;
  this._fragment = size;
  return true;
};

TLSSocket.prototype.exportKeyingMaterial = function(length, label, context) {
  validateUint32(length, 'length', true);
  validateString(label, 'label');
  if (context !== undefined) validateBuffer(context, 'context');
  if (!this._secureEstablished || !this._handle) throw new ERR_TLS_INVALID_STATE();
  return new FastBuffer(binding.exportKey(this._handle.engine, length, label, context));
};

TLSSocket.prototype.enableTrace = function() {
  throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('tlsSocket.enableTrace');
};

// --- facts

TLSSocket.prototype.getPeerCertificate = function(detailed) {
  if (!this._handle) return null;
  if (!this._secureEstablished) return {};
  const chain = binding.peerChain(this._handle.engine);
  return chain.length === 0 ? {} : require('internal/tls/certificate').chainObject(chain, detailed);
};

TLSSocket.prototype.getCertificate = function() {
  if (!this._handle) return null;
  const der = this[kEngine] === undefined ? undefined : binding.ownCertificate(this[kEngine]);
  return der === undefined ? {} : require('internal/tls/certificate').certificateObject(der);
};

function x509(der) {
  const { X509Certificate } = require('crypto');
  return der === undefined ? undefined : new X509Certificate(new FastBuffer(der));
}

TLSSocket.prototype.getPeerX509Certificate = function() {
  return this._handle && this._secureEstablished ? x509(binding.peerChain(this._handle.engine)[0]) : undefined;
};

TLSSocket.prototype.getX509Certificate = function() {
  return this._handle ? x509(binding.ownCertificate(this[kEngine])) : undefined;
};

TLSSocket.prototype.setKeyCert = function(context) {
  if (!this._tlsOptions.isServer || this._secureEstablished) throw new ERR_TLS_INVALID_STATE();
  this._tlsOptions.secureContext = context instanceof require('tls').SecureContext ? context : require('tls').createSecureContext(context);
};

TLSSocket.prototype.getCipher = function() {
  const cipher = this._handle ? binding.cipher(this._handle.engine) : undefined;
  if (cipher === undefined) return this._handle ? {} : null;
  const [name, standardName] = cipher;
  const version = name.startsWith('TLS_') ? 'TLSv1.3' : /SHA\d|GCM|CCM|CHACHA/.test(name) ? 'TLSv1.2' : 'TLSv1/SSLv3';
  return { name, standardName, version };
};

TLSSocket.prototype.getProtocol = function() {
  return this._handle ? binding.protocolVersion(this._handle.engine) ?? 'unknown' : null;
};

// What Java does not tell of a handshake.
TLSSocket.prototype.getEphemeralKeyInfo = function() {
  return this._handle ? this._tlsOptions.isServer ? null : {} : null;
};
TLSSocket.prototype.getFinished = function() { return undefined; };
TLSSocket.prototype.getPeerFinished = function() { return undefined; };
TLSSocket.prototype.getSharedSigalgs = function() { return []; };

/** What is wrong with the other side's certificate: an Error with OpenSSL's code, or undefined. */
TLSSocket.prototype._verifyError = function() {
  const failure = binding.verifyError(this._handle.engine);
  if (failure === undefined) return undefined;
  const [code, message] = failure;
  return Object.assign(new Error(message), { code });
};

module.exports = { TLSSocket };
