// Control flow over callbacks and async functions.
import async from 'async';

const later = (value, ms = 1) => (callback) => setTimeout(callback, ms, null, value);
console.log(await async.parallel({ a: later(1, 5), b: later(2) }), await async.series([later('x'), async () => 'y']));
console.log(await async.waterfall([later(1), (n, cb) => cb(null, n + 1, 'z'), (n, s, cb) => cb(null, `${n}${s}`)]), await async.mapLimit([3, 1, 2], 2, async (n) => n * n), await async.filter([1, 2, 3], async (n) => n > 1));
const order = [];
await async.auto({ one: later(1), two: ['one', (r, cb) => { order.push(r.one); cb(null, 2); }], three: ['one', 'two', async (r) => { order.push(r.two); return 3; }] });
const queue = async.queue(async (task) => { order.push(task); if (task === 'bad') throw new Error(task); }, 2);
queue.error((e, task) => order.push(`failed ${task}`));
queue.push(['q1', 'bad', 'q2']);
queue.unshift('q0');
await queue.drain();
const priority = async.priorityQueue((task, cb) => { order.push(task); cb(); }, 1);
priority.push('low', 5);
priority.push('high', 1);
await priority.drain();
let tries = 0;
console.log(order.join(), await async.retry({ times: 3, interval: 1 }, async () => { if (++tries < 3) throw new Error('again'); return tries; }), await async.reduce([1, 2, 3], 0, async (m, n) => m + n), await async.detect([1, 2, 3], async (n) => n === 2), await async.groupBy([1, 2, 3], async (n) => (n % 2 ? 'odd' : 'even')), await async.times(3, async (n) => n * 2), await async.sortBy([3, 1, 2], async (n) => -n));
await async.each([1, 2], async (n) => { if (n === 2) throw new Error('stops'); }).catch((e) => console.log(e.message));
async.timeout((cb) => setTimeout(cb, 1000).unref(), 5, 'info')((e) => console.log(e.code, e.info));
const memo = async.memoize((n, cb) => { tries++; cb(null, n); });
memo(1, () => memo(1, () => console.log('memoized', tries)));
async.whilst((cb) => cb(null, tries < 6), (cb) => { tries++; cb(null, tries); }, (e, n) => console.log('whilst', n));
