// Dates: made from parts and text, read in UTC, moved, compared, printed.

const TURNS = 500;

benchmark('date', {
  run() {
    let sum = 0;
    const date = new Date(Date.UTC(2024, 0, 31, 12));
    for (let i = 0; i < TURNS; i++) {
      date.setUTCDate(date.getUTCDate() + 1);
      sum += date.getUTCDay() + date.getUTCMonth();
      sum += Date.parse(date.toISOString()) - date.getTime();
      sum += new Date(2024, i % 12, 1, 5, 30).getMinutes();
      sum += new Date(date) > date ? 1 : 0;
    }
    return `${sum} ${date.toISOString()} ${date.toJSON().length}`;
  },
  check: (result) => result === '18898 2025-06-14T12:00:00.000Z 24',
});
