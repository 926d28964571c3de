// The tests of a process: the root they hang on, when it begins and ends, what becomes of exceptions nobody caught, and the exit code.

const { currentTest, runAs } = require('internal/test/current');
const { failure, kinds } = require('internal/test/failure');
const { testArguments } = require('internal/test/options');
const { Suite, Test } = require('internal/test/test');

const stillPending = 'Promise resolution is still pending but the event loop has already resolved';

/** Where test() was called: the first frame that is not ours. */
function callerLocation() {
  for (const { scriptName, lineNumber, columnNumber } of internalBinding('util').getCallSites(30)) {
    if (scriptName && !scriptName.startsWith('node:')) {
      const file = scriptName.startsWith('file:') ? require('internal/url/files').fileURLToPath(scriptName) : scriptName;
      return { file, line: lineNumber, column: columnNumber };
    }
  }
  return undefined;
}

/** The value of a flag of the command line, or undefined. */
function flag(name) {
  for (let i = process.execArgv.length - 1; i >= 0; i--) {
    const arg = process.execArgv[i];
    if (arg === name) return process.execArgv[i + 1] ?? '';
    if (arg.startsWith(`${name}=`)) return arg.slice(name.length + 1);
  }
  return undefined;
}

function pattern(text) {
  const literal = /^\/(.*)\/([a-z]*)$/s.exec(text);
  return literal === null ? new RegExp(text) : new RegExp(literal[1], literal[2]);
}

class Harness {
  counters = { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
  #failed = false;
  #namePattern;
  #skipPattern;
  #onlyMode;
  #over = false;
  #reporter;
  #rootHooksRan = false;

  constructor() {
    const [name, skip] = [flag('--test-name-pattern'), flag('--test-skip-pattern')];
    if (name !== undefined) this.#namePattern = pattern(name);
    if (skip !== undefined) this.#skipPattern = pattern(skip);
    this.#onlyMode = process.execArgv.includes('--test-only');
    this.root = new Test({ name: '<root>', fn: undefined, options: { concurrency: 1 }, parent: null, harness: this });
    this.root.startTime = process.hrtime();
    // Nothing runs before the program has said what there is.
    const startWaiting = this.root.startWaiting;
    this.root.startWaiting = () => {};
    process.nextTick(() => {
      delete this.root.startWaiting;
      Reflect.apply(startWaiting, this.root, []);
    });
    process.on('uncaughtException', (error) => this.#stray(error, kinds.uncaught));
    process.on('unhandledRejection', (error) => this.#stray(error, kinds.unhandled));
    process.on('beforeExit', () => { this.#finish(); });
    process.on('exit', () => this.#finishNow());
  }

  /** Whether the command line's filters let a test run. */
  matches(test) {
    if (test.parent === null) return true;
    if (test.isSuite) return true;
    if (this.#namePattern !== undefined && !this.#namePattern.test(test.fullName) && !this.#namePattern.test(test.name)) return false;
    if (this.#skipPattern?.test(test.fullName)) return false;
    return !this.#isOnly(test.parent) || Boolean(test.options.only);
  }

  #isOnly(parent) {
    return parent.runOnlyChildren || (this.#onlyMode && !parent.options.only && parent.parent === null);
  }

  /** Makes a test or suite below another and lets it run when it may. @return a promise of its end */
  start(kind, parent, name, options, fn, extra) {
    const args = testArguments(name, options, fn, extra);
    const Kind = kind === 'suite' ? Suite : Test;
    const test = new Kind({ ...args, parent, harness: this, location: callerLocation() });
    if (test.isSuite) test.build();
    return parent.add(test);
  }

  get reporter() {
    return this.#reporter ??= new (require('internal/test/reporters').byName(flag('--test-reporter') ?? 'spec'))();
  }

  #report(type, data) {
    const text = this.reporter.format({ type, data });
    if (text) process.stdout.write(text);
  }

  /** A test is over. */
  ended(test) {
    if (test.parent === null) return;
    this.#count(test);
    this.flush(this.root);
  }

  #count(test) {
    const { counters } = this;
    if (test.filtered && !test.isSuite) return;
    if (test.isSuite) {
      counters.suites++;
      if (!test.passed && !test.isTodo) this.#failed = true;
      return;
    }
    counters.tests++;
    if (test.skipped) counters.skipped++;
    else if (test.isTodo) counters.todo++;
    else if (test.cancelled) counters.cancelled++;
    else if (test.passed) counters.passed++;
    else counters.failed++;
    if (!test.passed && !test.isTodo) this.#failed = true;
  }

  /** Shows what is over, in the order the tests were made in; a test's subtests come before its own result. */
  flush(test) {
    for (; test.reported < test.children.length; test.reported++) {
      const child = test.children[test.reported];
      if (child.filtered && !child.isSuite) {
        if (child.finished) continue;
        return;
      }
      this.flush(child);
      if (!child.finished) return;
      this.#announce(child);
      this.#showResult(child, test.reported + 1);
    }
  }

  #announce(test) {
    if (test.announced || test.parent === null) return;
    this.#announce(test.parent);
    test.announced = true;
    this.#report('test:start', { __proto__: null, name: test.name, nesting: test.nesting, ...test.location });
  }

  #showResult(test, testNumber) {
    const { name, nesting } = test;
    if (test.children.length > 0) this.#report('test:plan', { __proto__: null, nesting: nesting + 1, count: test.children.length });
    const details = { __proto__: null, duration_ms: test.endTime, type: test.type };
    if (test.error !== null) details.error = test.error;
    const data = { __proto__: null, name, nesting, testNumber, details, ...test.location };
    if (test.skipped) data.skip = test.message ?? true;
    else if (test.isTodo) data.todo = test.message ?? true;
    if (test.options.expectFailure) data.expectFailure = typeof test.options.expectFailure === 'string' ? test.options.expectFailure : true;
    this.#report(test.passed ? 'test:pass' : 'test:fail', data);
    for (const message of test.diagnostics) this.#report('test:diagnostic', { __proto__: null, nesting, message });
  }

  /** An exception or rejection that left all calls: it fails the test it comes from. */
  #stray(error, type) {
    const test = currentTest();
    if (test === undefined || test.finished || test.parent === null) {
      this.root.diagnostics.push(`Error: A resource generated asynchronous activity after the test ended: ${error?.stack ?? error}`);
      this.#failed = true;
      return;
    }
    test.cancelWith(failure(error, type));
  }

  async #finish() {
    if (this.#over) return;
    if (!this.#rootHooksRan) {
      this.#cancelPending();
      this.#rootHooksRan = true;
      await this.#rootHooks();
      // What the hooks started may go on; the loop comes back here when it is over.
    }
    this.#finishNow();
  }

  async #rootHooks() {
    const { runHooks } = require('internal/test/hooks');
    try {
      if (this.root.children.length === 0) await this.root.prepare();
      await runHooks(this.root, 'after');
    } catch (error) {
      this.root.diagnostics.push(`${error.cause?.stack ?? error.cause ?? error}`);
      this.#failed = true;
    }
  }

  #cancelPending() {
    for (const test of this.root.children) test.cancel(failure(stillPending, kinds.cancelled));
  }

  #finishNow() {
    if (this.#over) return;
    this.#over = true;
    this.#cancelPending();
    this.root.end();
    this.flush(this.root);
    this.#report('test:plan', { __proto__: null, nesting: 0, count: this.root.children.length });
    for (const message of this.root.diagnostics) this.#report('test:diagnostic', { __proto__: null, nesting: 0, message });
    const { tests, suites, passed, failed, cancelled, skipped, todo } = this.counters;
    const totals = { tests, suites, pass: passed, fail: failed, cancelled, skipped, todo, duration_ms: this.root.endTime };
    for (const [name, value] of Object.entries(totals)) this.#report('test:diagnostic', { __proto__: null, nesting: 0, message: `${name} ${value}` });
    this.#report('test:summary', { __proto__: null, success: !this.#failed, counts: { tests, suites, passed, failed, cancelled, skipped, todo }, duration_ms: this.root.endTime });
    if (this.#failed) process.exitCode = 1;
  }
}

let harness;
const theHarness = () => harness ??= new Harness();

/** The test code belongs to, or the root. */
function parentTest() {
  const { root } = theHarness();
  const test = currentTest();
  return test === undefined || test.finished ? root : test;
}

module.exports = { parentTest, runAs, theHarness };
