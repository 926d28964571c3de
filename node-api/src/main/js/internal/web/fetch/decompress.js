// Content-Encoding (RFC 9110 §8.4) of responses.

const known = new Set(['gzip', 'x-gzip', 'deflate', 'br']);

/** The codings of a header's value, the outermost last; undefined if one of them is not known here, and the body stays as it is. */
function codingsOf(value) {
  const codings = value.toLowerCase().split(',').map((each) => each.trim()).filter((each) => each !== '' && each !== 'identity');
  return codings.every((each) => known.has(each)) ? codings : undefined;
}

/** A stream of Node's that decodes. */
function decoder(coding) {
  const zlib = require('zlib');
  const { Z_SYNC_FLUSH } = zlib.constants;
  switch (coding) {
    case 'br': return zlib.createBrotliDecompress();
    // Some servers send deflate without zlib's frame.
    case 'deflate': return new (inflateOfBothKinds())();
    // Servers end such streams early, and browsers do not mind.
    default: return zlib.createGunzip({ flush: Z_SYNC_FLUSH, finishFlush: Z_SYNC_FLUSH });
  }
}

function inflateOfBothKinds() {
  const { Transform } = require('stream');
  const zlib = require('zlib');
  return class extends Transform {
    #inflate;

    #begin(chunk) {
      this.#inflate = (chunk[0] & 0x0f) === 0x08 ? zlib.createInflate() : zlib.createInflateRaw();
      this.#inflate.on('data', (data) => this.push(data)).on('end', () => this.push(null)).on('error', (error) => this.destroy(error));
    }

    _transform(chunk, encoding, callback) {
      if (this.#inflate === undefined) {
        if (chunk.length === 0) {
          callback();
          return;
        }
        this.#begin(chunk);
      }
      this.#inflate.write(chunk, callback);
    }

    _final(callback) {
      if (this.#inflate === undefined) {
        callback();
      } else {
        this.#inflate.once('end', callback);
        this.#inflate.end();
      }
    }
  };
}

module.exports = { codingsOf, decoder };
