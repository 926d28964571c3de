module.exports = require('internal/streams/transform');
