// All ways to put N queens on a board so that none attacks another, by depth-first search over three arrays of free lines.

const SIZE = 9;

class Board {
  solutions = 0;
  sum = 0;

  constructor(size) {
    this.size = size;
    this.rows = new Array(size).fill(true);
    this.rising = new Array(2 * size - 1).fill(true);
    this.falling = new Array(2 * size - 1).fill(true);
    this.queens = new Array(size).fill(-1);
  }

  isFree(row, column) {
    return this.rows[row] && this.rising[row + column] && this.falling[column - row + this.size - 1];
  }

  mark(row, column, free) {
    this.rows[row] = free;
    this.rising[row + column] = free;
    this.falling[column - row + this.size - 1] = free;
  }

  placeFrom(column) {
    if (column === this.size) {
      this.solutions++;
      this.sum = this.queens.reduce((sum, row) => (sum * 7 + row) % 1_000_003, this.sum);
      return;
    }
    for (let row = 0; row < this.size; row++) {
      if (this.isFree(row, column)) {
        this.queens[column] = row;
        this.mark(row, column, false);
        this.placeFrom(column + 1);
        this.mark(row, column, true);
      }
    }
  }
}

benchmark('queens', {
  run() {
    const board = new Board(SIZE);
    board.placeFrom(0);
    return `${board.solutions} ${board.sum}`;
  },
  check: (found) => found === '352 596864',
});
