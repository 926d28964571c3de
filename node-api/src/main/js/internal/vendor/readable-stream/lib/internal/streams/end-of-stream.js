module.exports = require('internal/streams/end_of_stream');
