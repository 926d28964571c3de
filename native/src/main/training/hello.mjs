// What small programs touch: modules, console, timers, promises, classes, text, collections, files.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EventEmitter } from 'node:events';

class Counter extends EventEmitter {
  #count = 0;
  next(step = 1) {
    this.#count += step;
    this.emit('count', this.#count);
    return this;
  }
}

const seen = [];
new Counter().on('count', (n) => seen.push(n)).next().next(2);
const { name = 'world', ...rest } = { size: [...seen].length, at: new Date(0).toISOString() };
const words = new Map(readFileSync(import.meta.filename, 'utf8').split(/\W+/).map((word) => [word, word.length]));
await new Promise((resolve) => setTimeout(resolve, 1));
setImmediate(() => process.nextTick(() => console.log(`hello ${name} from ${path.basename(import.meta.filename)}`, rest, words.size, JSON.stringify(seen))));
