// node:test: tests that run in the process that makes them. Running files of tests in processes of their own (run(), --test), mocking of timers
// and modules and snapshots are not there yet and say so.

const {
  codes: { ERR_METHOD_NOT_IMPLEMENTED },
} = require('internal/errors');
const { parentTest, theHarness } = require('internal/test/harness');
const { addHook } = require('internal/test/hooks');

const start = (kind, name, options, fn, extra) => theHarness().start(kind, parentTest(), name, options, fn, extra);

/** test() or suite() with the variants that set one option. */
function entry(kind) {
  const fn = (name, options, body) => start(kind, name, options, body);
  for (const option of ['expectFailure', 'skip', 'todo', 'only']) {
    fn[option] = (name, options, body) => start(kind, name, options, body, { [option]: true });
  }
  return fn;
}

const hook = (name) => (fn, options) => addHook(parentTest(), name, fn, options);

const test = entry('test');
const suite = entry('suite');
Object.defineProperty(test, 'name', { __proto__: null, value: 'test', configurable: true });
Object.defineProperty(suite, 'name', { __proto__: null, value: 'suite', configurable: true });

module.exports = Object.assign(test, {
  after: hook('after'),
  afterEach: hook('afterEach'),
  before: hook('before'),
  beforeEach: hook('beforeEach'),
  describe: suite,
  getTestContext() {
    const current = parentTest();
    return current === theHarness().root ? undefined : current.context;
  },
  it: test,
  run() {
    throw new ERR_METHOD_NOT_IMPLEMENTED('run()');
  },
  suite,
  test,
});

function lazily(name, make) {
  let value;
  Object.defineProperty(test, name, { __proto__: null, get: () => value ??= make(), enumerable: true, configurable: true });
}

lazily('mock', () => new (require('internal/test/mock').MockTracker)());
lazily('snapshot', () => ({
  setDefaultSnapshotSerializers() { throw new ERR_METHOD_NOT_IMPLEMENTED('snapshot.setDefaultSnapshotSerializers()'); },
  setResolveSnapshotPath() { throw new ERR_METHOD_NOT_IMPLEMENTED('snapshot.setResolveSnapshotPath()'); },
}));
lazily('assert', () => ({ register: require('internal/test/context').registerAssertion }));
