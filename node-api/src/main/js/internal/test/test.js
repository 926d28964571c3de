// A test and a suite: what they hold, when they run, how they end.

const { asFailure, failure, kinds } = require('internal/test/failure');
const { callBody, limits } = require('internal/test/body');
const { enter, leave, runAs } = require('internal/test/current');
const { validateTestOptions } = require('internal/test/options');
const { runHooks } = require('internal/test/hooks');
const { SuiteContext, TestContext } = require('internal/test/context');

const now = () => process.hrtime();
const unfinished = 'test did not finish before its parent and was cancelled';

function milliseconds([seconds, nanoseconds]) {
  return seconds * 1e3 + nanoseconds / 1e6;
}

function concurrencyOf(option, inherited, isSuite) {
  if (option === true) return isSuite ? Infinity : Math.max(require('os').availableParallelism() - 1, 1);
  if (option === false) return 1;
  return option ?? inherited;
}

class Test {
  children = [];
  diagnostics = [];
  error = null;
  finished = false;
  hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  message = undefined;
  passed = false;
  plan = null;
  reported = 0;
  announced = false;
  runOnlyChildren = false;
  startTime = null;
  type = 'test';
  #active = 0;
  #controller;
  #context;
  #done = Promise.withResolvers();
  #limits;
  #waiting = [];

  constructor({ name, fn, options, parent, harness, location }) {
    validateTestOptions(options);
    this.name = name;
    this.fn = fn;
    this.options = options;
    this.parent = parent;
    this.harness = harness;
    this.location = location;
    this.nesting = parent === null || parent.parent === null ? 0 : parent.nesting + 1;
    this.timeout = options.timeout ?? parent?.timeout;
    this.concurrency = concurrencyOf(options.concurrency, parent?.concurrency ?? 1, this.isSuite);
    this.skipped = Boolean(options.skip);
    this.isTodo = Boolean(options.todo) || (options.todo === undefined && Boolean(parent?.isTodo));
    this.message = [options.skip, options.todo].find((text) => typeof text === 'string');
    if (options.plan != null) this.setPlan(options.plan);
    if (!harness.matches(this)) this.filtered = true;
  }

  get isSuite() { return false; }

  get done() { return this.#done.promise; }

  get context() { return this.#context ??= this.isSuite ? new SuiteContext(this) : new TestContext(this); }

  get fullName() { return this.parent?.parent ? `${this.parent.fullName} > ${this.name}` : this.name; }

  get signal() { return (this.#controller ??= new AbortController()).signal; }

  get duration() { return this.startTime === null ? 0 : milliseconds(process.hrtime(this.startTime)); }

  setPlan(count, wait = false) {
    this.plan = { expected: count, actual: 0, wait, reached: Promise.withResolvers() };
    if (count === 0) this.plan.reached.resolve();
  }

  /** A check made through t.assert, or a subtest, counts towards the plan. */
  countAssertion() {
    if (this.plan !== null && ++this.plan.actual >= this.plan.expected) this.plan.reached.resolve();
  }

  /** Adds a subtest; it runs when this one has a place for it. @return a promise of its end */
  add(child) {
    this.children.push(child);
    if (this.finished) {
      child.fail(failure('test could not be started because its parent finished', kinds.parentFinished));
      child.end();
    } else if (!child.finished) {
      this.#waiting.push(child);
      this.startWaiting();
    }
    return child.done;
  }

  startWaiting() {
    while (this.#active < this.concurrency && this.#waiting.length > 0) {
      const child = this.#waiting.shift();
      this.#active++;
      child.run().finally(() => {
        this.#active--;
        this.startWaiting();
      });
    }
  }

  /** Runs this test's own beginning once: the before hooks of the one around it. */
  #prepared;
  prepare() {
    return this.#prepared ??= runHooks(this, 'before');
  }

  get isLeftOut() {
    return this.skipped || this.filtered;
  }

  async run() {
    this.startTime = now();
    if (this.finished) return;
    if (this.isLeftOut) {
      this.end();
      return;
    }
    enter(this);
    const limit = this.#limits = limits('test', this.timeout, this.options.signal);
    try {
      await this.parent.prepare();
      await runHooks(this, 'beforeEach');
      if (!this.finished) await Promise.race([limit.promise, runAs(this, () => this.work())]);
      if (!this.finished) this.succeed();
    } catch (error) {
      this.fail(asFailure(error));
      this.#controller?.abort();
    }
    await this.wrapUp();
  }

  /** The body, then what it started and did not wait for. */
  async work() {
    await callBody(this.fn, this.context, true);
    if (this.children.length > 0) await this.#childrenDone();
    if (this.plan !== null) await this.#planDone();
  }

  async #childrenDone() {
    for (let i = 0; i < this.children.length; i++) await this.children[i].done;
  }

  async #planDone() {
    const { actual, expected, wait, reached } = this.plan;
    if (actual < expected && wait !== false) {
      const timer = typeof wait === 'number' ? require('timers').setTimeout(reached.resolve, wait) : undefined;
      await reached.promise;
      if (timer !== undefined) require('timers').clearTimeout(timer);
    }
    if (this.plan.actual !== expected) {
      throw failure(`plan expected ${expected} assertions but received ${this.plan.actual}`, kinds.code);
    }
  }

  async wrapUp() {
    try {
      await runHooks(this, 'afterEach');
    } catch (error) {
      this.fail(asFailure(error, kinds.hook));
    }
    if (this.#prepared !== undefined || this.children.length === 0) {
      try {
        await runHooks(this, 'after');
      } catch (error) {
        this.fail(asFailure(error, kinds.hook));
      }
    }
    this.#limits?.release();
    this.end();
  }

  succeed() {
    if (this.error !== null) return;
    const { expectFailure } = this.options;
    if (expectFailure) this.error = failure('test was expected to fail but passed', kinds.expected);
    else this.passed = true;
  }

  /** The first failure counts. */
  fail(error) {
    if (this.error !== null || this.finished) return;
    this.passed = Boolean(this.options.expectFailure) && error.failureType === kinds.code;
    this.error = this.passed ? null : error;
    if (this.passed) this.expectedError = error;
  }

  /** Ends a test that is not over, with all below it. */
  cancel(error = failure(unfinished, kinds.cancelled)) {
    if (this.finished) return;
    this.fail(error);
    this.cancelled = true;
    this.#controller?.abort();
    this.#limits?.reject(error);
    this.end();
  }

  /** Ends a test for what its code threw outside of all calls. */
  cancelWith(error) {
    this.#limits?.reject(error);
    if (this.#limits === undefined) this.fail(error);
  }

  /** It is over: unfinished subtests are cancelled, failed ones fail it, and the result may be shown. */
  end() {
    if (this.finished) return;
    leave(this);
    this.#waiting = [];
    for (const child of this.children) child.cancel(this.cancelled ? this.error : undefined);
    const failed = this.children.filter((child) => !child.passed && !child.isTodo).length;
    if (failed > 0) {
      this.passed = false;
      this.error ??= failure(`${failed} subtest${failed > 1 ? 's' : ''} failed`, kinds.subtests);
    } else if (this.isLeftOut) {
      this.passed = true;
    }
    if (this.error?.failureType === kinds.timeout || this.error?.failureType === kinds.aborted || this.error?.failureType === kinds.cancelled) this.cancelled = true;
    this.endTime = this.duration;
    this.finished = true;
    this.context.mock?.reset();
    this.#done.resolve();
    this.harness.ended(this);
  }
}

/** A group of tests: its function only says which, and runs at once; they run when the suite does. */
class Suite extends Test {
  type = 'suite';
  #built;
  #building = true;
  #buildError;

  get isSuite() { return true; }

  /** Calls the function of the suite. */
  build() {
    if (this.skipped) {
      this.#building = false;
      return;
    }
    enter(this);
    try {
      const returned = runAs(this, () => Reflect.apply(this.fn, this.context, [this.context]));
      this.#built = typeof returned?.then === 'function' ? Promise.resolve(returned) : undefined;
    } catch (error) {
      this.#buildError = asFailure(error);
    }
    if (this.#built === undefined) {
      leave(this);
      return;
    }
    this.#built = this.#built.catch((error) => { this.#buildError = asFailure(error); }).finally(() => leave(this));
  }

  /** Subtests wait until the suite runs. */
  startWaiting() {
    if (!this.#building) super.startWaiting();
  }

  get isLeftOut() { return this.skipped; }

  async run() {
    this.startTime = now();
    if (this.finished) return;
    await this.#built;
    this.startTime = now();
    if (this.isLeftOut) {
      this.end();
      return;
    }
    if (this.#buildError !== undefined) {
      this.fail(this.#buildError);
      this.end();
      return;
    }
    enter(this);
    const limit = limits('test', this.options.timeout, this.options.signal);
    try {
      await this.parent.prepare();
      await Promise.race([limit.promise, this.#runChildren()]);
      this.succeed();
    } catch (error) {
      this.fail(asFailure(error));
    }
    if (!this.isEmpty) {
      try {
        await runHooks(this, 'after');
      } catch (error) {
        this.fail(asFailure(error, kinds.hook));
      }
    }
    limit.release();
    this.end();
  }

  get isEmpty() { return this.children.every((child) => child.filtered); }

  async #runChildren() {
    if (!this.isEmpty) await this.prepare();
    this.#building = false;
    this.startWaiting();
    for (let i = 0; i < this.children.length; i++) await this.children[i].done;
  }
}

module.exports = { Suite, Test };
