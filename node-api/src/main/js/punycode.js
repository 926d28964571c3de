// node:punycode: the package of that name.

process.emitWarning('The `punycode` module is deprecated. Please use a userland alternative instead.',
  'DeprecationWarning', 'DEP0040');
module.exports = require('internal/vendor/punycode/punycode');
