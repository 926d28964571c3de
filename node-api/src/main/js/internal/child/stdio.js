// The option `stdio`: what each of a child's descriptors is to be.

const {
  codes: { ERR_INVALID_ARG_VALUE, ERR_INVALID_SYNC_FORK_INPUT, ERR_IPC_ONE_PIPE, ERR_IPC_SYNC_FORK },
} = require('internal/errors');

/** One word stands for the first three. */
function expand(word, channel) {
  let list;
  if (word === 'ignore' || word === 'overlapped' || word === 'pipe') list = [word, word, word];
  else if (word === 'inherit') list = [0, 1, 2];
  else throw new ERR_INVALID_ARG_VALUE('stdio', word);
  if (channel !== undefined) list.push(channel);
  return list;
}

/** The host's handle behind a stream, a handle of a socket, or undefined. */
function nativeOf(value) {
  const { Handle } = require('internal/net/handle');
  for (const each of [value, value.handle, value._handle]) {
    if (each instanceof Handle) return each;
  }
  return undefined;
}

function describe(kind, index, sync) {
  if (kind === null || kind === undefined) kind = index < 3 ? 'pipe' : 'ignore';
  if (kind === 'ignore') return { type: 'ignore' };
  if (kind === 'pipe' || kind === 'overlapped' || (typeof kind === 'number' && kind < 0)) {
    return { type: kind === 'overlapped' ? kind : 'pipe', readable: index === 0, writable: index !== 0 };
  }
  if (kind === 'inherit') return { type: 'inherit', fd: index };
  if (typeof kind === 'number') return { type: 'fd', fd: kind };
  if (typeof kind === 'object' || typeof kind === 'function') {
    if (typeof kind.fd === 'number' && kind.fd >= 0) return { type: 'fd', fd: kind.fd };
    const handle = nativeOf(kind);
    if (handle !== undefined) return { type: 'wrap', handle, stream: kind };
  }
  if (ArrayBuffer.isView(kind) || typeof kind === 'string') {
    if (!sync) throw new ERR_INVALID_SYNC_FORK_INPUT(require('internal/inspect').inspect(kind));
    return undefined;
  }
  throw new ERR_INVALID_ARG_VALUE('stdio', kind);
}

/** { stdio, ipcFd }: a description for each descriptor, and which one is the channel. */
function describeStdio(stdio, sync) {
  if (typeof stdio === 'string') stdio = expand(stdio);
  else if (!Array.isArray(stdio)) throw new ERR_INVALID_ARG_VALUE('stdio', stdio);
  // Seen by the caller, as in Node.
  while (stdio.length < 3) stdio.push(undefined);
  let ipcFd;
  const list = [];
  stdio.forEach((kind, index) => {
    if (kind === 'ipc') {
      if (sync) throw new ERR_IPC_SYNC_FORK();
      if (ipcFd !== undefined) throw new ERR_IPC_ONE_PIPE();
      ipcFd = index;
      list.push({ type: 'pipe', ipc: true });
      return;
    }
    const description = describe(kind, index, sync);
    if (description !== undefined) list.push(description);
  });
  return { stdio: list, ipcFd };
}

/** The same for the host: a word for a pipe, the number of a descriptor, a handle, or nothing. */
function forHost({ type, fd, handle }) {
  switch (type) {
    case 'pipe': case 'overlapped': return 'pipe';
    case 'inherit': case 'fd': return fd;
    case 'wrap': return handle.native;
    default: return undefined;
  }
}

module.exports = { describeStdio, expand, forHost };
