'use strict';
// What our engine has and the Node that runs the tests may not have yet.

Promise.withResolvers ??= function withResolvers() {
  let resolve;
  let reject;
  const promise = new this((...fns) => { [resolve, reject] = fns; });
  return { promise, reject, resolve };
};
for (const [name, key] of [['dispose', 'Symbol.dispose'], ['asyncDispose', 'Symbol.asyncDispose']]) {
  if (Symbol[name] === undefined) Object.defineProperty(Symbol, name, { value: Symbol(key) });
}
