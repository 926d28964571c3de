// A binary min-heap that tells its items where they are, so that they can be taken out from the middle.

class PriorityQueue {
  #compare;
  #setPosition;
  #heap = [undefined];
  #size = 0;

  constructor(compare, setPosition) {
    this.#compare = compare;
    this.#setPosition = setPosition;
  }

  get size() { return this.#size; }

  peek() { return this.#heap[1]; }

  insert(item) {
    this.#heap[++this.#size] = item;
    this.#setPosition(item, this.#size);
    this.#percolateUp(this.#size);
  }

  removeAt(position) {
    const heap = this.#heap;
    const last = heap[this.#size];
    heap[this.#size] = undefined;
    this.#size--;
    if (this.#size > 0 && position <= this.#size) {
      heap[position] = last;
      this.#setPosition(last, position);
      if (position > 1 && this.#compare(heap[position >> 1], last) > 0) this.#percolateUp(position);
      else this.percolateDown(position);
    }
  }

  percolateDown(position) {
    const heap = this.#heap;
    const item = heap[position];
    const half = this.#size >> 1;
    while (position <= half) {
      let child = position * 2;
      if (child + 1 <= this.#size && this.#compare(heap[child + 1], heap[child]) < 0) child++;
      if (this.#compare(item, heap[child]) <= 0) break;
      heap[position] = heap[child];
      this.#setPosition(heap[position], position);
      position = child;
    }
    heap[position] = item;
    this.#setPosition(item, position);
  }

  #percolateUp(position) {
    const heap = this.#heap;
    const item = heap[position];
    while (position > 1) {
      const parent = position >> 1;
      if (this.#compare(heap[parent], item) <= 0) break;
      heap[position] = heap[parent];
      this.#setPosition(heap[position], position);
      position = parent;
    }
    heap[position] = item;
    this.#setPosition(item, position);
  }
}

module.exports = { PriorityQueue };
