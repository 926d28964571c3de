// before, after, beforeEach and afterEach.

const { asFailure, failure, kinds } = require('internal/test/failure');
const { callBody, limits } = require('internal/test/body');
const { hookArguments } = require('internal/test/options');
const { runAs } = require('internal/test/current');

function addHook(test, name, fn, options = {}) {
  hookArguments(fn, options);
  const hook = { fn, options };
  test.hooks[name].push(hook);
  // A test that runs already has passed the point where its before hooks would run.
  if (name === 'before' && test.startTime !== null && test.parent !== null) {
    test.hooks.before.pop();
    const ran = runHook(test, hook, name, test.context);
    ran.catch((error) => test.fail(error));
  }
}

async function runHook(owner, { fn, options }, name, context) {
  const limit = limits(`${name} hook`, options.timeout, options.signal);
  try {
    await Promise.race([limit.promise, runAs(owner, () => callBody(fn, context, true))]);
  } catch (error) {
    const inner = asFailure(error, kinds.hook);
    throw inner.failureType === kinds.hook ? inner : failure(inner, kinds.hook);
  } finally {
    limit.release();
  }
}

/** beforeEach and afterEach are those of all tests and suites around a test, before and after those of its suite alone. */
async function runHooks(test, name) {
  const owners = [];
  if (name === 'before' || name === 'after') owners.push(test);
  else for (let owner = test.parent; owner !== null; owner = owner.parent) owners.push(owner);
  if (name === 'beforeEach') owners.reverse();
  for (const owner of owners) {
    for (const hook of owner.hooks[name]) await runHook(test, hook, name, test.context);
  }
}

module.exports = { addHook, runHooks };
