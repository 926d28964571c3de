// Errors of scripts show the line of the script they come from at the head of their stack.

const binding = internalBinding('errors');

const decorated = new WeakSet();

/** Puts file, line and a mark before the stack, once. What is no error with a stack stays as it is. The offsets are those of the script's first character. */
function decorate(error, lineOffset = 0, columnOffset = 0) {
  if (typeof error !== 'object' || error === null || decorated.has(error)) return;
  // Before the stack is read: then it is but a text.
  const at = binding.getEarlyError(error) ?? binding.getSourceLine(error);
  if (at === undefined) return;
  let stack;
  try {
    ({ stack } = error);
  } catch {
    return;
  }
  if (typeof stack !== 'string') return;
  if (at.line === lineOffset + 1 && columnOffset > 0 && at.column > columnOffset) {
    at.text = at.text.slice(columnOffset);
    at.column -= columnOffset;
  }
  const mark = `${' '.repeat(Math.max(0, at.column - 1))}${'^'.repeat(Math.max(1, at.length ?? 1))}`;
  try {
    error.stack = `${at.file}:${at.line}\n${at.text}\n${mark}\n\n${stack}`;
    decorated.add(error);
  } catch { /* frozen */ }
}

module.exports = { decorate, isDecorated: (error) => decorated.has(error) };
