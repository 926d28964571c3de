// node:path: the flavour of the platform, with both flavours as properties.

const posix = require('internal/path/posix');
const win32 = require('internal/path/win32');

posix.posix = win32.posix = posix;
posix.win32 = win32.win32 = win32;
// The name Windows' API had before Node 9 is still looked up by old packages.
posix._makeLong = posix.toNamespacedPath;
win32._makeLong = win32.toNamespacedPath;

module.exports = internalBinding('process').platform === 'win32' ? win32 : posix;
