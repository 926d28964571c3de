// What the functions of tests and suites are given.

const { addHook } = require('internal/test/hooks');
const { validateFunction, validateNumber, validateObject, validateUint32, validateOneOf } = require('internal/validators');
const { kEmptyObject } = require('internal/util');

const assertions = [
  'deepEqual', 'deepStrictEqual', 'doesNotMatch', 'doesNotReject', 'doesNotThrow', 'equal', 'fail', 'ifError', 'match',
  'notDeepEqual', 'notDeepStrictEqual', 'notEqual', 'notStrictEqual', 'partialDeepStrictEqual', 'rejects', 'strictEqual', 'throws', 'ok',
];
const registered = new Map();

/** t.assert: assert's functions and those a program registered, each call counted for the plan. */
function makeAssert(test) {
  const assert = { __proto__: null };
  const add = (name, fn, receiver) => {
    assert[name] = (...args) => {
      test.countAssertion();
      return Reflect.apply(fn, receiver, args);
    };
  };
  for (const name of assertions) add(name, require('assert')[name], undefined);
  for (const [name, fn] of registered) add(name, fn, test.context);
  return assert;
}

function registerAssertion(name, fn) {
  require('internal/validators').validateString(name, 'name');
  validateFunction(fn, 'fn');
  registered.set(name, fn);
}

async function waitFor(condition, options = kEmptyObject) {
  validateFunction(condition, 'condition');
  validateObject(options, 'options');
  const { interval = 50, timeout = 1000 } = options;
  validateNumber(interval, 'options.interval', 0);
  validateNumber(timeout, 'options.timeout', 0);
  const { setTimeout } = require('timers');
  const end = process.hrtime();
  const elapsed = () => { const [s, n] = process.hrtime(end); return s * 1e3 + n / 1e6; };
  for (let last; ;) {
    try {
      return await condition();
    } catch (error) {
      last = error;
    }
    if (elapsed() + interval >= timeout) {
      const error = new Error('waitFor() timed out');
      error.cause = last;
      throw error;
    }
    await new Promise((resolve) => { setTimeout(resolve, interval); });
  }
}

class Context {
  #test;
  constructor(test) { this.#test = test; }
  get signal() { return this.#test.signal; }
  get name() { return this.#test.name; }
  get filePath() { return this.#test.location?.file; }
  get fullName() { return this.#test.fullName; }
  get passed() { return this.#test.passed; }
  get attempt() { return 0; }
  diagnostic(message) { this.#test.diagnostics.push(`${message}`); }
}

class SuiteContext extends Context {}

class TestContext extends Context {
  #test;
  #assert;
  #mock;
  constructor(test) {
    super(test);
    this.#test = test;
  }

  get error() { return this.#test.error; }
  get assert() { return this.#assert ??= makeAssert(this.#test); }
  get mock() { return this.#mock ??= new (require('internal/test/mock').MockTracker)(); }

  plan(count, options = kEmptyObject) {
    if (this.#test.plan !== null) throw require('internal/test/failure').failure('cannot set plan more than once', 'testCodeFailure');
    validateUint32(count, 'count', false);
    validateObject(options, 'options');
    if (options.wait !== undefined && typeof options.wait !== 'number') validateOneOf(options.wait, 'options.wait', [true, false]);
    this.#test.setPlan(count, options.wait);
  }

  runOnly(value) { this.#test.runOnlyChildren = Boolean(value); }

  skip(message) {
    this.#test.skipped = true;
    if (message !== undefined) this.#test.message = `${message}`;
  }

  todo(message) {
    this.#test.isTodo = true;
    if (message !== undefined) this.#test.message = `${message}`;
  }

  test(name, options, fn) {
    this.#test.countAssertion();
    return this.#test.harness.start('test', this.#test, name, options, fn);
  }

  before(fn, options) { addHook(this.#test, 'before', fn, options); }
  after(fn, options) { addHook(this.#test, 'after', fn, options); }
  beforeEach(fn, options) { addHook(this.#test, 'beforeEach', fn, options); }
  afterEach(fn, options) { addHook(this.#test, 'afterEach', fn, options); }
  waitFor(condition, options) { return waitFor(condition, options); }
}

module.exports = { SuiteContext, TestContext, registerAssertion };
