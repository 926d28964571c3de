// node:stream/promises.

const { finished, pipeline } = require('internal/vendor/readable-stream/lib/stream/promises');

module.exports = { finished, pipeline };
