// node:path: the flavour of the platform, with both flavours as properties.

module.exports = internalBinding('process').platform === 'win32' ? require('internal/path/win32') : require('internal/path/posix');
