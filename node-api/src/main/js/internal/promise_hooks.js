// Who is told of promises: async_hooks, and the hooks of v8.promiseHooks.

const tick = internalBinding('tick');
const { triggerUncaughtException } = internalBinding('errors');

const names = ['init', 'before', 'after', 'settled'];
let users = [];

/** One function for all who want to hear of an event: what one of them throws nobody can catch. */
function teller(name) {
  const functions = users.filter((user) => user[name] !== undefined);
  if (functions.length === 1 && functions[0].trusted) return functions[0][name];
  return (promise, parent) => {
    for (const user of functions) {
      try {
        user[name](promise, parent);
      } catch (error) {
        triggerUncaughtException(error, false);
      }
    }
  };
}

function update() {
  if (users.length === 0) tick.setPromiseHooks();
  else tick.setPromiseHooks(...names.map(teller));
}

/** @param user { init?, before?, after?, settled?, trusted? }; `trusted` if they never throw */
function add(user) {
  users = [...users, user];
  update();
}

function remove(user) {
  users = users.filter((each) => each !== user);
  update();
}

module.exports = { add, names, remove };
