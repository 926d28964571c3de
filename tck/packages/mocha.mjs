// Suites of every interface and their results, from the library and from the command line.
import { createRequire } from 'node:module';
import assert from 'node:assert';

const Mocha = createRequire(import.meta.url)('mocha');
const mocha = new Mocha({ reporter: 'json', timeout: 50, retries: 0 });
mocha.suite.emit('pre-require', globalThis, null, mocha);
const log = [];
globalThis.describe('outer', function outer() {
  this.slow(10000);
  globalThis.before(() => log.push('before'));
  globalThis.beforeEach(async () => { await null; log.push('each'); });
  globalThis.afterEach((done) => setImmediate(done));
  globalThis.after(() => log.push('after'));
  globalThis.it('passes', () => assert.ok(true));
  globalThis.it('fails', () => assert.deepStrictEqual({ a: [1, 2] }, { a: [1, 3] }));
  globalThis.it('rejects', async () => { throw new TypeError('async'); });
  globalThis.it('takes too long', (done) => setTimeout(done, 500).unref());
  globalThis.it('calls twice', (done) => { done(); done(); });
  globalThis.it('is pending');
  globalThis.it.skip('is skipped', () => { });
  globalThis.it('skips itself', function self() { this.skip(); });
  globalThis.context('inner', () => { let n = 0; globalThis.it('retries', function again() { this.retries(2); assert.equal(++n, 2); }); });
});
const write = process.stdout.write;
let text = '';
process.stdout.write = (chunk) => { text += chunk; return true; };
const failures = await new Promise((done) => mocha.run(done));
process.stdout.write = write;
const report = JSON.parse(text);
console.log(failures, { ...report.stats, start: 0, end: 0, duration: 0 }, log);
for (const t of report.tests) console.log(t.fullTitle, t.currentRetry, t.err.message?.split('\n')[0], t.err.code ?? '');
