// Files of a tar archive (POSIX.1-1988 ustar, with the long names of pax and GNU), as npm packs them: folders and plain files.

const BLOCK = 512;

function text(block, start, length) {
  const end = block.indexOf(0, start);
  return block.toString('utf8', start, end === -1 || end > start + length ? start + length : end);
}

function octal(block, start, length) {
  return Number.parseInt(text(block, start, length).trim() || '0', 8);
}

/** The records of a pax header: "length key=value\n" each. */
function paxRecords(data) {
  const records = { __proto__: null };
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(0x20, at);
    const length = Number.parseInt(data.toString('latin1', at, space), 10);
    if (space === -1 || !(length > 0)) throw new Error('damaged pax header');
    const [key, ...value] = data.toString('utf8', space + 1, at + length - 1).split('=');
    records[key] = value.join('=');
    at += length;
  }
  return records;
}

function checksum(block) {
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 0x20 : block[i];
  return sum;
}

/** Calls `onFile(path, mode, data)` for each file of the archive. Throws where it is damaged, or cut off. */
function readTar(archive, onFile) {
  let longName;
  for (let at = 0; ;) {
    if (at + BLOCK > archive.length) throw new Error('the archive is cut off');
    const block = archive.subarray(at, at + BLOCK);
    if (block[0] === 0) return;
    if (octal(block, 148, 8) !== checksum(block)) throw new Error('a header of the archive is damaged');
    const size = octal(block, 124, 12);
    const data = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (data.length !== size) throw new Error('the archive is cut off');
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    switch (String.fromCharCode(block[156])) {
      case 'x': longName = paxRecords(data).path ?? longName; break;
      case 'L': longName = text(data, 0, data.length); break;
      case '0': case '\0': {
        const prefix = block.toString('latin1', 257, 262) === 'ustar' ? text(block, 345, 155) : '';
        const name = longName ?? (prefix === '' ? text(block, 0, 100) : `${prefix}/${text(block, 0, 100)}`);
        onFile(name, octal(block, 100, 8), data);
        longName = undefined;
        break;
      }
      // Folders come to be with their files; links have no place in a package.
      default: longName = undefined;
    }
  }
}

module.exports = { readTar };
