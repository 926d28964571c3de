// The towers of Hanoi with real discs: linked lists on three pegs, each move checked for a smaller disc below a larger.

const HEIGHT = 17;

class Disc {
  below = null;

  constructor(size) {
    this.size = size;
  }
}

class Towers {
  moves = 0;
  #pegs = [null, null, null];

  constructor(height) {
    for (let size = height; size > 0; size--) {
      this.#put(new Disc(size), 0);
    }
  }

  #put(disc, peg) {
    const top = this.#pegs[peg];
    if (top !== null && top.size <= disc.size) {
      throw new Error(`disc ${disc.size} does not fit on disc ${top.size}`);
    }
    disc.below = top;
    this.#pegs[peg] = disc;
  }

  #take(peg) {
    const disc = this.#pegs[peg];
    this.#pegs[peg] = disc.below;
    disc.below = null;
    return disc;
  }

  move(count, from, to) {
    if (count === 1) {
      this.#put(this.#take(from), to);
      this.moves++;
      return;
    }
    const between = 3 - from - to;
    this.move(count - 1, from, between);
    this.move(1, from, to);
    this.move(count - 1, between, to);
  }

  height(peg) {
    let height = 0;
    for (let disc = this.#pegs[peg]; disc !== null; disc = disc.below) {
      height++;
    }
    return height;
  }
}

benchmark('towers', {
  run() {
    const towers = new Towers(HEIGHT);
    towers.move(HEIGHT, 0, 2);
    return towers;
  },
  check: (towers) => towers.moves === 2 ** HEIGHT - 1 && towers.height(0) === 0 && towers.height(2) === HEIGHT,
});
