// node:tty.

const net = require('net');
const { SyncWriteStream } = require('internal/process/sync_write_stream');
const {
  codes: { ERR_INVALID_FD, ERR_TTY_INIT_FAILED },
} = require('internal/errors');
const { getColorDepth, hasColors } = require('internal/tty');

const binding = internalBinding('tty');

function isatty(fd) {
  return Number.isInteger(fd) && fd >= 0 && fd <= 2147483647 && binding.isTTY(fd);
}

function checkTerminal(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new ERR_INVALID_FD(fd);
  if (!binding.isTTY(fd)) {
    throw new ERR_TTY_INIT_FAILED({ code: 'EINVAL', errno: -22, message: 'invalid argument', syscall: 'uv_tty_init' });
  }
}

function ReadStream(fd, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(fd, options);
  checkTerminal(fd);
  net.Socket.call(this, { readableHighWaterMark: 0, handle: internalBinding('stdio').open(fd), manualStart: true, ...options });
  this.isRaw = false;
  this.isTTY = true;
  this.fd = fd;
}
Object.setPrototypeOf(ReadStream.prototype, net.Socket.prototype);
Object.setPrototypeOf(ReadStream, net.Socket);

ReadStream.prototype.setRawMode = function setRawMode(flag) {
  flag = Boolean(flag);
  const status = binding.setRawMode(this.fd, flag);
  if (status) this.emit('error', require('internal/errors').errnoException(status, 'setRawMode'));
  else this.isRaw = flag;
  return this;
};

function WriteStream(fd) {
  if (!(this instanceof WriteStream)) return new WriteStream(fd);
  checkTerminal(fd);
  SyncWriteStream.call(this, fd);
  this.columns = undefined;
  this.rows = undefined;
  const size = binding.getWindowSize(fd);
  if (size !== undefined) [this.columns, this.rows] = size;
  let watching;
  this.on('newListener', (name) => {
    if (name === 'resize' && watching === undefined) {
      watching = binding.onResize(() => this._refreshSize());
      binding.unref?.(watching);
    }
  });
}
Object.setPrototypeOf(WriteStream.prototype, SyncWriteStream.prototype);
Object.setPrototypeOf(WriteStream, SyncWriteStream);

WriteStream.prototype.isTTY = true;
WriteStream.prototype.getColorDepth = getColorDepth;
WriteStream.prototype.hasColors = hasColors;

WriteStream.prototype._refreshSize = function _refreshSize() {
  const size = binding.getWindowSize(this.fd);
  if (size === undefined) return;
  const [columns, rows] = size;
  if (columns === this.columns && rows === this.rows) return;
  this.columns = columns;
  this.rows = rows;
  this.emit('resize');
};

WriteStream.prototype.getWindowSize = function getWindowSize() {
  return [this.columns, this.rows];
};

for (const name of ['cursorTo', 'moveCursor', 'clearLine', 'clearScreenDown']) {
  WriteStream.prototype[name] = {
    [name](...args) { return require('internal/tty/cursor')[name](this, ...args); },
  }[name];
}

module.exports = { isatty, ReadStream, WriteStream };
