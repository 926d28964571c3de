// node:constants: the old flat list of numbers of the platform and of OpenSSL.

const { fs, os } = require('internal/constants');

Object.assign(module.exports, os.dlopen, os.errno, os.priority, os.signals, fs, require('internal/crypto/constants'));
