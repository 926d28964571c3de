// tls.connect.

const net = require('net');
const { connResetException } = require('internal/errors');
const { validateFunction, validateNumber } = require('internal/validators');
const { isIP } = require('internal/net/address');
const { TLSSocket } = require('internal/tls/socket');

const kOptions = Symbol('connect-options');
let insecureWarned = false;
let addressWarned = false;

/** Whether the environment says that any certificate will do; who reads it hears that this is a bad idea. */
function allowsUnauthorized() {
  const allowed = process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0';
  if (allowed && !insecureWarned) {
    insecureWarned = true;
    process.emitWarning("Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests insecure by disabling " +
      'certificate verification.');
  }
  return allowed;
}

/** (options, callback) from the forms net.connect takes, with options as a last object besides. */
function connectArguments(list) {
  const [options, callback] = net._normalizeArgs(list);
  // A port, a host and then options: the later object adds to what was said.
  if (list[1] !== null && typeof list[1] === 'object') Object.assign(options, list[1]);
  else if (list[2] !== null && typeof list[2] === 'object') Object.assign(options, list[2]);
  return [options, callback];
}

function onSecure() {
  const options = this[kOptions];
  let error = this._verifyError();
  if (error === undefined && !this.isSessionReused()) {
    const host = options.servername || options.host || options.socket?._host || 'localhost';
    error = options.checkServerIdentity(host, this.getPeerCertificate(true));
  }
  if (error) {
    this.authorized = false;
    this.authorizationError = error.code || error.message;
    // Whoever set it to something else afterwards means it.
    if (options.rejectUnauthorized !== false) {
      this.destroy(error);
      return;
    }
  } else {
    this.authorized = true;
  }
  this.secureConnecting = false;
  this.emit('secureConnect');
  this.removeListener('end', onEnd);
  if (this.getProtocol() !== 'TLSv1.3') this._tellSession();
}

function onEnd() {
  if (this._hadError) return;
  const { host, localAddress, path, port } = this[kOptions];
  this._hadError = true;
  const error = connResetException('Client network socket disconnected before secure TLS connection was established');
  this.destroy(Object.assign(error, { path, host, port, localAddress }));
}

function connect(...list) {
  const tls = require('tls');
  const [given, callback] = connectArguments(list);
  const options = {
    rejectUnauthorized: !allowsUnauthorized(), ciphers: tls.DEFAULT_CIPHERS, checkServerIdentity: tls.checkServerIdentity, minDHSize: 1024, ...given,
  };
  if (!options.keepAlive) options.singleUse = true;
  validateFunction(options.checkServerIdentity, 'options.checkServerIdentity');
  validateNumber(options.minDHSize, 'options.minDHSize', 1);
  const socket = new TLSSocket(options.socket, {
    allowHalfOpen: options.socket ? options.socket.allowHalfOpen : Boolean(options.allowHalfOpen),
    pipe: Boolean(options.path),
    secureContext: options.secureContext || tls.createSecureContext(options),
    isServer: false,
    requestCert: true,
    rejectUnauthorized: options.rejectUnauthorized !== false,
    session: options.session,
    ALPNProtocols: options.ALPNProtocols,
    requestOCSP: options.requestOCSP,
    enableTrace: options.enableTrace,
    pskCallback: options.pskCallback,
    highWaterMark: options.highWaterMark,
    onread: options.onread,
    signal: options.signal,
  });
  options.rejectUnauthorized = options.rejectUnauthorized !== false;
  socket[kOptions] = options;
  if (callback) socket.once('secureConnect', callback);
  if (options.servername) {
    if (!addressWarned && isIP(options.servername)) {
      addressWarned = true;
      process.emitWarning('Setting the TLS ServerName to an IP address is not permitted by RFC 6066. This will be ignored in a future version.',
        'DeprecationWarning', 'DEP0123');
    }
    socket.setServername(options.servername);
  }
  if (options.session) socket.setSession(options.session);
  if (!options.socket) {
    if (options.timeout) socket.setTimeout(options.timeout);
    socket.connect(options, socket._start);
  }
  socket._releaseControl();
  socket.on('secure', onSecure);
  socket.prependListener('end', onEnd);
  // Where both ends are here all of a handshake may happen in one go, before the caller has the socket.
  if (options.socket) process.nextTick(() => { if (!socket.destroyed) socket._start(); });
  return socket;
}

module.exports = { connect };
