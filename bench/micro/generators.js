// Generators: counting, delegating, walking a tree, a pipeline of three.

function* count(n) {
  for (let i = 0; i < n; i++) {
    yield i;
  }
}

function* both(a, b) {
  yield* a;
  yield* b;
}

const tree = (depth) => (depth === 0 ? null : { left: tree(depth - 1), value: depth, right: tree(depth - 1) });

function* walk(node) {
  if (node !== null) {
    yield* walk(node.left);
    yield node.value;
    yield* walk(node.right);
  }
}

function* map(items, f) {
  for (const item of items) {
    yield f(item);
  }
}

const root = tree(8);

benchmark('generators', {
  run() {
    let sum = 0;
    for (const n of both(count(3000), count(2000))) {
      sum += n;
    }
    for (const value of walk(root)) {
      sum += value;
    }
    for (const n of map(map(count(2000), (n) => n + 1), (n) => n * 2)) {
      sum += n;
    }
    return sum;
  },
  check: (sum) => sum === 3000 * 2999 / 2 + 2000 * 1999 / 2 + 502 + 2000 * 2001,
});
