module.exports = require('internal/streams/pipeline');
