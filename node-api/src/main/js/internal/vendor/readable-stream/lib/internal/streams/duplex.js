module.exports = require('internal/streams/duplex');
