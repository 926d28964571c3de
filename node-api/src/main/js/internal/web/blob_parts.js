// What blobs are made of: runs of bytes that stay in memory, or parts of files that are read when somebody wants them.

const { lazyDOMException } = require('internal/util');

const chunkSize = 64 * 1024;

class MemoryPart {
  constructor(bytes) { this.bytes = bytes; }

  get size() { return this.bytes.length; }

  get isFile() { return false; }

  slice(start, end) { return new MemoryPart(this.bytes.subarray(start, end)); }

  read(offset, length) { return this.bytes.subarray(offset, offset + length); }
}

/** A file as it was: once it changed it cannot be read any more. */
class FilePart {
  constructor(path, stats, start, size) { Object.assign(this, { path, stats, start, size }); }

  static open(path) {
    let stats;
    try {
      stats = require('fs').statSync(path);
    } catch {
      throw notReadable();
    }
    return new FilePart(path, stats, 0, stats.size);
  }

  get isFile() { return true; }

  slice(start, end) { return new FilePart(this.path, this.stats, this.start + start, end - start); }

  async read(offset, length) {
    let file;
    try {
      file = await require('fs/promises').open(this.path);
      const { mtimeMs, size } = await file.stat();
      if (mtimeMs !== this.stats.mtimeMs || size !== this.stats.size) throw notReadable();
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, this.start + offset);
      if (bytesRead < length) throw notReadable();
      return bytes;
    } catch {
      throw notReadable();
    } finally {
      await file?.close();
    }
  }
}

function notReadable() {
  return lazyDOMException('The blob could not be read', 'NotReadableError');
}

function sizeOf(parts) {
  return parts.reduce((sum, part) => sum + part.size, 0);
}

function sliceParts(parts, start, end) {
  const result = [];
  let at = 0;
  for (const part of parts) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, part.size);
    if (from < to) result.push(part.slice(from, to));
    at += part.size;
  }
  return result;
}

/** All bytes, in memory of their own. */
async function gather(parts) {
  const whole = new Uint8Array(sizeOf(parts));
  let at = 0;
  for (const part of parts) {
    // Of an empty file, too: it may have grown.
    whole.set(part.isFile ? await part.read(0, part.size) : part.bytes, at);
    at += part.size;
  }
  return whole;
}

/** A stream of bytes, chunk by chunk. */
function streamOf(parts) {
  const { ReadableStream } = require('internal/web/streams/readable');
  const left = [...parts];
  let offset = 0;
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      while (left.length > 0) {
        const [part] = left;
        const length = Math.min(chunkSize, part.size - offset);
        const bytes = await part.read(offset, length);
        offset += length;
        if (offset === part.size) {
          left.shift();
          offset = 0;
        }
        if (length > 0) {
          // A copy: readers own what they get.
          controller.enqueue(bytes.slice());
          return;
        }
      }
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

module.exports = { FilePart, MemoryPart, gather, sizeOf, sliceParts, streamOf };
