// Where an unhandled 'error' event was emitted, added to the error's stack before a fatal report.

const kEnhanceStackBeforeInspector = Symbol('kEnhanceStackBeforeInspector');

/** The error's stack with the emitter's place after it: frames both stacks share are left out. */
function enhanceStackTrace(emitter, error, capture) {
  let owner = '';
  try {
    const { name } = emitter.constructor;
    if (name !== 'EventEmitter') owner = ` on ${name} instance`;
  } catch { /* no constructor to name */ }
  const heading = `\nEmitted 'error' event${owner} at:\n`;
  const own = error.stack.split('\n').slice(1);
  const emitted = String(capture.stack).split('\n').slice(1);
  const last = own.at(-1);
  let shared = 0;
  while (shared < own.length && shared < emitted.length && last !== undefined &&
         own[own.length - 1 - shared] === emitted[emitted.length - 1 - shared]) shared++;
  if (shared > 3) emitted.splice(emitted.length - shared, shared - 1, '    [... lines matching original stack trace ...]');
  return error.stack + heading + emitted.join('\n');
}

module.exports = { enhanceStackTrace, kEnhanceStackBeforeInspector };
