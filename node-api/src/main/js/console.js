// node:console: the global console, which is also the module.

module.exports = require('internal/console/global');
