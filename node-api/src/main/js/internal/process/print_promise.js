// -p with a promise: it is shown when it is settled, or as it is when the program ends.

function printPromise(promise) {
  const { getPromiseDetails } = internalBinding('util');
  let shown = false;
  const show = () => {
    if (shown) return;
    shown = true;
    process.removeListener('exit', show);
    require('internal/console/global').log(promise);
  };
  process.on('exit', show);
  setImmediate(() => {
    if (getPromiseDetails(promise)[0] !== 0) show();
  });
}

module.exports = { printPromise };
