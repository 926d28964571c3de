module.exports = require('internal/streams/writable').Writable;
