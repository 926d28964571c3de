// async functions: awaiting values, promises and one another; Promise.all; errors; async iteration.

const TURNS = 500;

async function add(a, b) {
  return (await a) + (await b);
}

async function failing() {
  throw new Error('expected');
}

async function* numbers(n) {
  for (let i = 0; i < n; i++) {
    yield i;
  }
}

async function work() {
  let sum = 0;
  for (let i = 0; i < TURNS; i++) {
    sum += await add(i, Promise.resolve(1));
  }
  for await (const n of numbers(TURNS)) {
    sum += n;
  }
  const all = await Promise.all(Array.from({ length: TURNS }, (_, i) => add(i, i)));
  for (let i = 0; i < TURNS / 10; i++) {
    try {
      await failing();
    } catch (error) {
      sum += error.message.length;
    }
  }
  return sum + all.length;
}

benchmark('async-await', {
  run: work,
  check: (sum) => sum === TURNS * (TURNS - 1) + TURNS + TURNS + TURNS / 10 * 8,
});
