module.exports = require('internal/streams/legacy');
