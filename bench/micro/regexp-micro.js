// Regular expressions in the small: test, exec with groups, replace with a function, split, matchAll.

const lines = Array.from({ length: 600 }, (_, i) => `id=${i}; time=2024-03-${10 + (i % 20)}T10:00; ok=${i % 3 === 0}`);

benchmark('regexp-micro', {
  run() {
    let sum = 0;
    for (const line of lines) {
      sum += /ok=true$/.test(line) ? 1 : 0;
      const [, year, month, day] = /(\d{4})-(\d\d)-(\d\d)/.exec(line);
      sum += Number(year) + Number(month) + Number(day);
      sum += line.replace(/[a-z]+/g, (word) => word.toUpperCase()).length - line.length;
      sum += line.split(/;\s*/).length;
      for (const match of line.matchAll(/(\w+)=/g)) {
        sum += match[1].length;
      }
    }
    return sum;
  },
  check: (sum) => sum === 200 + 600 * 2027 + 600 * 19.5 + 600 * 3 + 600 * 8,
});
