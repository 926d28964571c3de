// How results are shown: objects whose format(event) gives the text for an event of node:test, or nothing.

const {
  codes: { ERR_INVALID_ARG_VALUE },
} = require('internal/errors');

const makers = {
  __proto__: null,
  spec: () => require('internal/test/spec').SpecFormatter,
  tap: () => require('internal/test/tap').TapFormatter,
};

function byName(name) {
  if (makers[name] === undefined) throw new ERR_INVALID_ARG_VALUE('--test-reporter', name, 'is not one of spec and tap');
  return makers[name]();
}

module.exports = { byName };
