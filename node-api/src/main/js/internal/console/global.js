// The global console: a Console on the process's own streams.

const { Console } = require('internal/console/console');

// The global is no instance by construction: an object whose prototype is empty, as the console standard wants.
const console = Object.create({});
Console.initialize(console, { process });

for (const key of Reflect.ownKeys(Console.prototype)) {
  if (key === 'constructor') continue;
  const descriptor = Object.getOwnPropertyDescriptor(Console.prototype, key);
  if (typeof descriptor.value === 'function') {
    const method = descriptor.value.bind(console);
    Object.defineProperty(method, 'name', { __proto__: null, value: key, configurable: true });
    descriptor.value = method;
  }
  Object.defineProperty(console, key, descriptor);
}
Console.bindProperties(console);
console.Console = Console;
Object.defineProperty(console, Symbol.toStringTag, { __proto__: null, value: 'console', writable: false, enumerable: false, configurable: true });

module.exports = console;
