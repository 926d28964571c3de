module.exports = require('internal/streams/state');
