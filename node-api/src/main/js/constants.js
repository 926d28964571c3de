// node:constants: the old flat list of the platform's numbers.

const { fs, os } = require('internal/constants');

Object.assign(module.exports, os.dlopen, os.errno, os.priority, os.signals, fs);
