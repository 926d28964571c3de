// Sorting: numbers with a comparison, strings without one, objects by two fields, and a copy with toSorted.

let seed = 1;
const random = () => (seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647);
const numbers = Array.from({ length: 3000 }, () => random() % 10_000);
const words = numbers.slice(0, 1000).map((n) => `word-${n.toString(36)}`);
const people = numbers.slice(0, 1000).map((n, i) => ({ name: words[i], age: n % 90 }));

const isSorted = (array, notAfter) => array.every((item, i) => i === 0 || notAfter(array[i - 1], item));

benchmark('array-sort', {
  run: () => [
    numbers.slice().sort((a, b) => a - b),
    words.slice().sort(),
    people.toSorted((a, b) => a.age - b.age || (a.name < b.name ? -1 : Number(a.name > b.name))),
  ],
  check: ([n, w, p]) => n.length === 3000 && isSorted(n, (a, b) => a <= b) && isSorted(w, (a, b) => a <= b)
    && isSorted(p, (a, b) => a.age < b.age || (a.age === b.age && a.name <= b.name)),
});
