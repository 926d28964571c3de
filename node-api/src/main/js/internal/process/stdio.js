// process.stdin, stdout and stderr, each made when first touched.

const stdio = internalBinding('stdio');
const touched = [false, false, false];

/** Standard streams are never closed by their users; the descriptor lives as long as the process. */
function keepOpen(error, callback) {
  callback(error);
  this._undestroy();
  if (!this._writableState?.emitClose) process.nextTick(() => this.emit('close'));
}

function openOutput(fd) {
  let stream;
  if (stdio.type(fd) === 'TTY') {
    const { WriteStream } = require('tty');
    stream = new WriteStream(fd);
    stream._type = 'tty';
  } else {
    const { SyncWriteStream } = require('internal/process/sync_write_stream');
    stream = new SyncWriteStream(fd);
    stream._type = stdio.type(fd) === 'FILE' ? 'fs' : 'pipe';
  }
  stream.fd = fd;
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = keepOpen;
  return stream;
}

function openInput(fd) {
  let stream;
  switch (stdio.type(fd)) {
    case 'TTY': {
      const { ReadStream } = require('tty');
      stream = new ReadStream(fd);
      break;
    }
    case 'FILE': {
      const { ReadStream } = require('fs');
      stream = new ReadStream(null, { fd, autoClose: false });
      break;
    }
    case 'PIPE':
    case 'TCP': {
      const { Socket } = require('net');
      stream = new Socket({ handle: stdio.open(fd), readable: true, writable: false, manualStart: true });
      stream._type = 'pipe';
      break;
    }
    default: {
      const { Readable } = require('stream');
      stream = new Readable({ read() {} });
      stream.push(null);
    }
  }
  stream.fd = fd;
  // Reading was not asked for yet: the stream must not keep the loop alive.
  if (stream._handle?.readStop) {
    stream._handle.reading = false;
    stream._readableState.reading = false;
    stream._handle.readStop();
  }
  stream.on('pause', () => {
    if (!stream._handle) return;
    if (stream._handle.reading) {
      stream._handle.reading = false;
      stream._handle.readStop();
      stream._readableState.reading = false;
    }
  });
  return stream;
}

function open(fd) {
  touched[fd] = true;
  return fd === 0 ? openInput(fd) : openOutput(fd);
}

module.exports = { isTouched: (fd) => touched[fd], open };
