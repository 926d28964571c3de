// A writable stream whose writes are done when `write` returns, as those of standard output to files and pipes are.

const { Writable } = require('stream');

const stdio = internalBinding('stdio');

function SyncWriteStream(fd, options) {
  Writable.call(this, { autoDestroy: true, decodeStrings: false, ...options });
  this.fd = fd;
  this.readable = false;
}
Object.setPrototypeOf(SyncWriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(SyncWriteStream, Writable);

SyncWriteStream.prototype._write = function _write(chunk, encoding, callback) {
  try {
    if (typeof chunk === 'string' && encoding !== 'utf8' && encoding !== 'utf-8' && encoding !== 'buffer') {
      chunk = require('buffer').Buffer.from(chunk, encoding);
    }
    stdio.writeSync(this.fd, chunk);
  } catch (error) {
    callback(error);
    return;
  }
  callback();
};

module.exports = { SyncWriteStream };
