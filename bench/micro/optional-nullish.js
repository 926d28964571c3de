// Optional chaining, nullish coalescing, logical assignment, typeof and equality over values of many types.

const values = [0, 1.5, '', 'text', null, undefined, true, { a: { b: 1 } }, { a: null }, [1], () => 1, 10n];
const TURNS = 2000;

benchmark('optional-nullish', {
  run() {
    let sum = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      for (const value of values) {
        sum += value?.a?.b ?? 2;
        sum += value?.length ?? 0;
        sum += typeof value === 'object' ? 1 : 0;
        sum += value == null ? 1 : 0;
        sum += value === 1.5 || value === 'text' || value === true ? 1 : 0;
        const cell = { value };
        cell.value ??= 5;
        cell.value ||= 1;
        sum += cell.value === 1 || cell.value === 5 ? 1 : 0;
      }
    }
    return sum;
  },
  check: (sum) => sum === TURNS * (23 + 5 + 0 + 4 + 2 + 3 + 4),
});
