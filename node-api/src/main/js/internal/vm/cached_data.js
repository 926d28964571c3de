// What scripts give as their cached code: there is none that would be faster than the text, but it tells whether it belongs to a text.

const { Buffer } = require('buffer');
const { crc32 } = internalBinding('zlib');

const magic = 'ledge code ';

function of(text) {
  return Buffer.from(`${magic}${text.length} ${crc32(text, 0)}`);
}

/** Whether data given as a view are those of this text. */
function belongs(view, text) {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength).equals(of(text));
}

/** Tells of the data on the object, as options `cachedData` and `produceCachedData` want it. */
function tell(target, text, { cachedData, produceCachedData }) {
  if (cachedData !== undefined) target.cachedDataRejected = !belongs(cachedData, text);
  if (produceCachedData) {
    target.cachedDataProduced = true;
    target.cachedData = of(text);
  }
}

module.exports = { of, tell };
