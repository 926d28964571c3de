// Arrays as stacks and as queues.

const SIZE = 20_000;

benchmark('array-push-pop', {
  run() {
    const stack = [];
    let sum = 0;
    for (let i = 0; i < SIZE; i++) {
      stack.push(i);
    }
    while (stack.length > 0) {
      sum += stack.pop();
    }
    const queue = [1, 2, 3];
    for (let i = 0; i < SIZE; i++) {
      queue.push(i);
      sum += queue.shift();
    }
    for (let i = 0; i < 200; i++) {
      queue.unshift(i);
    }
    return sum + queue.length;
  },
  check: (sum) => sum === SIZE * (SIZE - 1) / 2 + 6 + (SIZE - 4) * (SIZE - 3) / 2 + 203,
});
