// The global fetch: many a program looks whether there is one. What it does is loaded when it is called.

// No async function, as programs can tell.
function fetch(input, init = undefined) {
  return require('internal/web/fetch/fetch').fetch(input, init);
}

module.exports = { fetch };
