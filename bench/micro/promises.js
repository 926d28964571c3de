// Promises without async functions: long chains, many at once, race, rejection and recovery.

benchmark('promises', {
  run() {
    let chain = Promise.resolve(0);
    for (let i = 0; i < 1000; i++) {
      chain = chain.then((n) => n + 1);
    }
    const recovered = Promise.reject(new Error('expected')).then(() => 0, () => 5).finally(() => 7);
    const many = Promise.all(Array.from({ length: 1000 }, (_, i) => new Promise((resolve) => { resolve(i); })));
    return Promise.all([chain, recovered, many, Promise.race([new Promise(() => {}), 3])])
      .then(([n, five, all, three]) => n + five + all.length + three);
  },
  check: (sum) => sum === 2008,
});
